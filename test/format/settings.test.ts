import { expect, test } from "vitest";
import { parse } from "yaml";
import { formatSettings } from "../../src/format/settings.js";

test("values, their sources, and what has no value", () => {
  const text = formatSettings(
    ["What holds"],
    [
      { key: "one", value: "word", source: "default" },
      { key: "many", value: ["a b", { x: undefined, y: "off" }], source: "a.yaml" },
      { key: "empty", value: {}, source: "a.yaml" },
      { key: "mapping", value: { "two words": [1], yes: "no" }, source: "a.yaml" },
      { key: "none", value: undefined, source: "default", remark: "nothing" },
      {
        key: "mixed",
        value: {},
        source: "a.yaml",
        entries: [
          { key: "set", value: "info", source: "a.yaml" },
          { key: "open", value: undefined, source: "default", remark: "at most error" },
        ],
      },
      { key: "bare", value: {}, source: "a.yaml", entries: [{ key: "open", value: undefined, source: "default" }] },
    ],
  );
  expect(text).toMatchInlineSnapshot(`
    "# What holds
    one: word  # default
    many:  # a.yaml
      - "a b"
      - { "y": off }
    empty: {}  # a.yaml
    mapping:  # a.yaml
      "two words": [1]
      "yes": "no"
    # none: nothing  # default
    mixed:
      set: info  # a.yaml
      # open: at most error  # default
    bare: {}
      # open:   # default
    "
  `);
  expect(parse(text)).toEqual({
    one: "word",
    many: ["a b", { y: "off" }],
    empty: {},
    mapping: { "two words": [1], yes: "no" },
    mixed: { set: "info" },
    bare: {},
  });
});

test.each([
  "\u{1b}[31m",
  "a\nb: c",
  "\u{202e}x",
  "# x",
  "- x",
  "'",
  '"',
  "\u{e0041}",
  "{{",
  "null",
  "1",
  "",
  "\u{85}",
  "é",
])("%j stays on its line, shows itself, and reads as it was", (odd) => {
  const text = formatSettings([odd], [{ key: odd, value: [odd], source: odd }]);
  expect(text.split("\n")).toHaveLength(3);
  expect(text).not.toMatch(/[^\P{C}\n]/u);
  expect(parse(text)).toEqual({ [odd]: [odd] });
});
