import { describe, expect, test } from "vitest";
import type { Config } from "../../src/config/config.js";
import { effectiveSettings } from "../../src/config/effective.js";
import { levelsByPath } from "../../src/config/overrides.js";
import { parseConfig } from "../../src/config/parse-config.js";
import { formatSettings } from "../../src/format/settings.js";
import { rules } from "../../src/rules/index.js";

const IDS = rules.map(({ id }) => id);

const FULL: Config = {
  $schema: "schema.json",
  reports: ["docs/**/*.md", "!docs/old.md"],
  ignore: ["a, b#c.md", "old/"],
  rules: { mojibake: "off", "stale-report": "info" },
  overrides: [
    { files: ["drafts/"], rules: { "count-mismatch": "info", mojibake: "warning" } },
    { files: ["*.draft.md"], rules: { "count-mismatch": "off" } },
  ],
  refs: ["main", "v1.0"],
  failOn: "never",
  pathPrefixes: ["/srv/app", "C:\\x"],
  tables: { overview: { reports: ["docs/"], columns: ["report"], template: "a\n\n{table}" }, "1": {} },
};

function printed(config: Config, path?: string): string {
  return formatSettings([], effectiveSettings({ config, shown: "blockers.yaml" }, rules, path));
}

/** What does not change anything is left out. */
function said({ $schema, ...config }: Config): Config {
  return { ignore: [], failOn: "error", pathPrefixes: [], tables: {}, ...config };
}

describe("what is printed is a configuration that says the same", () => {
  const offs = Object.fromEntries(rules.filter((rule) => rule.onByDefault === false).map(({ id }) => [id, "off"]));

  test.each([
    ["nothing", {}],
    ["everything", FULL],
  ] as const)("%s", (_, config: Config) => {
    expect(parseConfig(printed(config), "printed.yaml", IDS)).toEqual({
      ...said(config),
      rules: { ...offs, ...config.rules },
    });
  });

  test.each(["STATUS.md", "drafts/a.md", "drafts/a.draft.md"])("for %s", (path) => {
    const read = parseConfig(printed(FULL, path), "printed.yaml", IDS);
    expect(read.overrides).toBeUndefined();
    expect(read.rules).toEqual({ ...offs, ...levelsByPath(FULL)(path) });
  });
});

test("each rule says who set it", () => {
  const sourceOf = (id: string, path?: string) =>
    effectiveSettings({ config: FULL, shown: "blockers.yaml" }, rules, path)
      .find(({ key }) => key === "rules")
      ?.entries?.find(({ key }) => key === id)?.source;
  expect(sourceOf("mojibake")).toBe("blockers.yaml");
  expect(sourceOf("mojibake", "drafts/a.md")).toBe("blockers.yaml, override 1");
  expect(sourceOf("count-mismatch", "drafts/a.draft.md")).toBe("blockers.yaml, override 2");
  expect(sourceOf("total-mismatch", "drafts/a.md")).toBe("default");
});
