import { describe, expect, test } from "vitest";
import { globFault, matchGlobs } from "../../src/config/globs.js";

describe("globs match as in .gitignore", () => {
  test.each([
    ["STATUS*.md", "STATUS-2.md", true],
    ["STATUS*.md", "docs/deep/STATUS.md", true],
    ["STATUS*.md", "docs/status.md", false],
    ["docs/*.md", "docs/a.md", true],
    ["docs/*.md", "docs/deep/a.md", false],
    ["docs/**/*.md", "docs/deep/a.md", true],
    ["/STATUS.md", "docs/STATUS.md", false],
    ["archive/", "archive/2024/a.md", true],
    ["*.md", "../other/a.md", false],
    ["*.md", "/elsewhere/a.md", false],
  ])("%s on %s: %s", (glob, path, expected) => {
    expect(matchGlobs([glob])(path)).toBe(expected);
  });

  test("a later ! takes back", () => {
    const matches = matchGlobs(["*.md", "!README.md"]);
    expect([matches("a.md"), matches("README.md")]).toEqual([true, false]);
  });
});

test.each(["", "../a", "a".repeat(201), "*a*b*c*d*e", "**/a/**/b/**/c/**"])("%j is refused", (glob) => {
  expect(globFault(glob)).toBeTypeOf("string");
});

test.each(["**/*.md", "docs/status-*.md", "!README.md"])("%j is accepted", (glob) => {
  expect(globFault(glob)).toBeUndefined();
});
