import { describe, expect, test } from "vitest";
import { parseConfig } from "../../src/config/parse-config.js";
import { BlockersError } from "../../src/errors.js";

const RULES = ["count-mismatch", "mojibake", "total-mismatch"];

function failure(text: string, key?: string): BlockersError {
  try {
    parseConfig(text, "blockers.yaml", RULES, key);
  } catch (error) {
    if (error instanceof BlockersError) return error;
    throw error;
  }
  throw new Error("the configuration was accepted");
}

describe("a valid configuration", () => {
  test("may set everything", () => {
    const text = [
      "reports: [docs/status/*.md]",
      "ignore:",
      "  - archive/",
      "$schema: node_modules/blockers/schema/config.json",
      "rules:",
      "  mojibake: off",
      "  count-mismatch: warning",
      "overrides:",
      "  - files: [drafts/]",
      "    rules: { count-mismatch: info }",
      "failOn: warning",
      "refs: [main]",
      "pathPrefixes: [/workspaces/]",
      "statuses: { done: [shipped, ✔︎ live], in-progress: [cooking, 🍳] }",
      "weights: { Phase 1: 30, critical: 0.5 }",
      "tolerances: { lines: 10%, exactLines: 0, about: 15 %, percent: 1 }",
      "archive: [docs/old/]",
      "tables:",
      "  overview: { reports: [docs/**], columns: [report, done], template: '{table}' }",
      "  constructor: {}",
    ].join("\n");
    expect(parseConfig(text, "blockers.yaml", RULES)).toEqual({
      reports: ["docs/status/*.md"],
      ignore: ["archive/"],
      $schema: "node_modules/blockers/schema/config.json",
      rules: { mojibake: "off", "count-mismatch": "warning" },
      overrides: [{ files: ["drafts/"], rules: { "count-mismatch": "info" } }],
      failOn: "warning",
      refs: ["main"],
      pathPrefixes: ["/workspaces/"],
      statuses: { done: ["shipped", "✔︎ live"], "in-progress": ["cooking", "🍳"] },
      weights: { "Phase 1": 30, critical: 0.5 },
      tolerances: { lines: "10%", exactLines: 0, about: "15 %", percent: 1 },
      archive: ["docs/old/"],
      tables: {
        overview: { reports: ["docs/**"], columns: ["report", "done"], template: "{table}" },
        constructor: {},
      },
    });
  });

  test.each(["", "# yaml-language-server: $schema=blockers/schema/config.json\n", "{}", "---\n"])(
    "may be empty: %j",
    (text) => {
      expect(parseConfig(text, "blockers.yaml", RULES)).toEqual({});
    },
  );

  test("may be JSON with tabs", () => {
    expect(parseConfig('{\n\t"failOn": "never",\n\t"ignore": [\n\t\t"old"\n\t]\n}\n', "x", RULES)).toEqual({
      failOn: "never",
      ignore: ["old"],
    });
  });

  test("may be a key of package.json", () => {
    const text = '{ "name": "x", "blockers": { "failOn": "info" } }';
    expect(parseConfig(text, "package.json", RULES, "blockers")).toEqual({ failOn: "info" });
  });
});

describe("an invalid configuration is refused with its place", () => {
  test.each([
    ["failon: error", 'blockers.yaml:1:1: there is no setting "failon"; did you mean "failOn"?'],
    ["\nwhatever: 1", 'blockers.yaml:2:1: there is no setting "whatever"'],
    ["rules:\n  moji-bake: off", 'blockers.yaml:2:3: there is no rule "moji-bake"; did you mean "mojibake"?'],
    [
      "rules:\n  mojibake: warn",
      'blockers.yaml:2:3: "mojibake" must be one of off, info, warning, error; did you mean "warning"?',
    ],
    ["ref: [main]", 'blockers.yaml:1:1: there is no setting "ref"; did you mean "refs"?'],
    ["table: {}", 'blockers.yaml:1:1: there is no setting "table"; did you mean "tables"?'],
    ["tables: []", 'blockers.yaml:1:1: "tables" must be a mapping'],
    ["tables:\n  o: { colums: [] }", 'blockers.yaml:2:8: there is no setting "colums"; did you mean "columns"?'],
    [
      "tables:\n  o:\n    columns: [key, titel]",
      'blockers.yaml:3:20: a table of items has no column "titel"; did you mean "title"?',
    ],
    [
      "tables:\n  o: { columns: [done] }",
      'blockers.yaml:2:18: a table of items has no column "done", only a table of reports has',
    ],
    [
      "tables:\n  o: { reports: [a], columns: [x] }",
      'blockers.yaml:2:32: a table of reports has no column "x"; it may have report, title, done, open, total, percent, stated',
    ],
    [
      "tables:\n  o:\n    template: '{tabel}'",
      "blockers.yaml:3:5: a template has no place {tabel}; did you mean {table}?",
    ],
    ["tables:\n  a b: {}", 'blockers.yaml:2:3: "a b": a name of at most 64 letters, digits, dots and dashes is needed'],
    ["rules: []", 'blockers.yaml:1:1: "rules" must be a mapping'],
    [
      "overrides:\n  - file: [old]\n    rules: {}",
      'blockers.yaml:2:5: "files" must be a list',
      'blockers.yaml:2:5: there is no setting "file"; did you mean "files"?',
    ],
    [
      "overrides:\n  - { files: [old], rules: { mojibak: off } }",
      'blockers.yaml:2:30: there is no rule "mojibak"; did you mean "mojibake"?',
    ],
    [
      "overrides:\n  - { files: [old], rules: { mojibake: of } }",
      'blockers.yaml:2:30: "mojibake" must be one of off, info, warning, error; did you mean "off"?',
    ],
    ["overrides:\n  - { files: [], rules: {} }", 'blockers.yaml:2:7: "files" must not be empty'],
    [
      "overrides:\n  - files: ['../x']\n    rules: {}",
      "blockers.yaml:2:13: a glob cannot lead out of the folder of its configuration",
    ],
    ["refs: [a, b, c, d, e, f, g, h, i, j, k]", 'blockers.yaml:1:1: "refs" may have at most 10 entries'],
    ["pathPrefixes: ['']", 'blockers.yaml:1:16: "pathPrefixes": an empty prefix changes nothing'],
    ["refs: [--output=x]", 'blockers.yaml:1:8: "refs": a branch, a tag or a commit id is needed'],
    ["tables: { a: { template: '' } }", 'blockers.yaml:1:16: "template" must not be empty'],
    ["failOn: errors", 'blockers.yaml:1:1: "failOn" must be one of error, warning, info, never; did you mean "error"?'],
    ["reports: docs/*.md", 'blockers.yaml:1:1: "reports" must be a list'],
    ["reports:\n  - 1", 'blockers.yaml:2:5: "reports" must be a text'],
    ["- a\n- b", "blockers.yaml:1:1: the configuration must be a mapping"],
    ["ignore:\n  - ../other", "blockers.yaml:2:5: a glob cannot lead out of the folder of its configuration"],
    ["ignore:\n  - '*a*b*c*d*e'", 'blockers.yaml:2:5: a glob may have at most 4 "*" between two "/"'],
  ])("%j", (text, message, ...hints) => {
    expect(failure(text)).toMatchObject({ kind: "config", message, hints });
  });

  test("bad syntax", () => {
    expect(failure("reports: [a\nrules: {").message).toMatch(/^blockers\.yaml:2:\d+: \S/);
  });

  test("two keys alike", () => {
    expect(failure("failOn: info\nfailOn: error").message).toBe('blockers.yaml:2:1: the key "failOn" is there twice');
    expect(failure("overrides:\n  - files: [a]\n    files: [b]").message).toBe(
      'blockers.yaml:3:5: the key "files" is there twice',
    );
  });

  test("further faults are hints", () => {
    expect(failure("a: 1\nb: 2").hints).toEqual(['blockers.yaml:2:1: there is no setting "b"']);
  });

  test("inside package.json", () => {
    const text = '{\n  "blockers": {\n    "failOm": 1\n  }\n}';
    expect(failure(text, "blockers").message).toBe(
      'blockers.yaml:3:5: there is no setting "failOm"; did you mean "failOn"?',
    );
  });

  test("aliases are not expanded", () => {
    const bomb = ["a: &a [x, x]", "b: &b [*a, *a]", "c: [*b, *b]"].join("\n");
    expect(failure(bomb).message).toContain("aliases are not allowed");
  });

  test.each(["[".repeat(20_000), `{a: ${"{a: ".repeat(20_000)}`, "- ".repeat(20_000)])(
    "nesting without end",
    (text) => {
      expect(failure(text)).toMatchObject({ kind: "config" });
    },
  );

  test.each([
    ["a block", (keys: readonly string[]) => keys.map((key) => `${key}: 1`).join("\n")],
    ["a flow", (keys: readonly string[]) => `{${keys.join(",")}}`],
  ])("so many keys that each with each would be too much, in %s", (_, write) => {
    const keys = Array.from({ length: 25_000 }, (__, index) => `k${index}`);
    const { message, hints } = failure(write(keys));
    expect(message).toMatch(/^blockers\.yaml:1:[12]: there is no setting "k0"$/);
    expect(hints).toHaveLength(5);
    expect(failure(write([...keys, "k7"])).message).toContain('the key "k7" is there twice');
  });

  test("a key that would reach into the object's prototype", () => {
    expect(failure("__proto__: { failOn: info }")).toMatchObject({ kind: "config" });
  });
});
