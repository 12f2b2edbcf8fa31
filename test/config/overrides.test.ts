import { expect, test } from "vitest";
import { levelsByPath } from "../../src/config/overrides.js";

const levels = levelsByPath({
  rules: { mojibake: "off", placeholder: "error" },
  overrides: [
    { files: ["drafts/**", "!drafts/final.md"], rules: { placeholder: "off" } },
    { files: ["*.draft.md"], rules: { placeholder: "info", "count-mismatch": "warning" } },
  ],
});

test.each([
  ["STATUS.md", { mojibake: "off", placeholder: "error" }],
  ["drafts/old/a.md", { mojibake: "off", placeholder: "off" }],
  ["drafts/a.draft.md", { mojibake: "off", placeholder: "info", "count-mismatch": "warning" }],
  ["drafts/final.md", { mojibake: "off", placeholder: "error" }],
  ["../drafts/a.md", { mojibake: "off", placeholder: "error" }],
  [undefined, { mojibake: "off", placeholder: "error" }],
])("%s", (path, expected) => {
  expect(levels(path)).toEqual(expected);
});

test("without any, nothing is said", () => {
  expect(levelsByPath({})("STATUS.md")).toEqual({});
});
