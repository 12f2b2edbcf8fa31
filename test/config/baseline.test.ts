import { describe, expect, test } from "vitest";
import { formatBaseline, parseBaseline } from "../../src/config/baseline.js";
import { BlockersError } from "../../src/errors.js";
import type { BaselineEntry } from "../../src/model/baseline.js";

const entry = (n: number, over: Partial<BaselineEntry> = {}): BaselineEntry => ({
  path: "docs/STATUS.md",
  rule: "total-mismatch",
  words: `Total: ${n}h`,
  fingerprint: n.toString(16).padStart(32, "0"),
  ...over,
});

const parse = (text: string | Uint8Array): readonly BaselineEntry[] =>
  parseBaseline(typeof text === "string" ? new TextEncoder().encode(text) : text, "b.json");

const messageOf = (text: string | Uint8Array): string => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof BlockersError && error.kind === "config") return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
};

describe("a baseline", () => {
  test("is sorted, with one entry a line", () => {
    const entries = [entry(2), entry(1), entry(3, { path: "a.md", words: 'He said: "8h"\u{2028}' })];
    expect(formatBaseline(entries)).toBe(`{
  "schemaVersion": 1,
  "findings": [
    {"path":"a.md","rule":"total-mismatch","words":"He said: \\"8h\\"\u{2028}","fingerprint":"${"3".padStart(32, "0")}"},
    {"path":"docs/STATUS.md","rule":"total-mismatch","words":"Total: 1h","fingerprint":"${"1".padStart(32, "0")}"},
    {"path":"docs/STATUS.md","rule":"total-mismatch","words":"Total: 2h","fingerprint":"${"2".padStart(32, "0")}"}
  ]
}
`);
  });

  test.each([
    ["without entries", []],
    ["with some", [entry(1), entry(2)]],
  ])("%s comes back as it was written, with all kinds of line ends", (_, entries) => {
    const text = formatBaseline(entries);
    expect(parse(text)).toEqual(entries);
    expect(parse(formatBaseline(entries, "\r\n"))).toEqual(entries);
    expect(formatBaseline(entries, "\r\n")).toBe(text.replaceAll("\n", "\r\n"));
    expect(parse(`\u{feff}${text}`)).toEqual(entries);
  });

  test("gains one line for an entry in the middle", () => {
    const before = formatBaseline([entry(1), entry(3)]).split("\n");
    const after = formatBaseline([entry(1), entry(2), entry(3)]).split("\n");
    expect(after.filter((line) => !before.includes(line))).toHaveLength(1);
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
  });
});

describe("what is no baseline is refused, with its place", () => {
  const whole = formatBaseline([entry(1), entry(2)]);
  test.each([
    ["", "b.json"],
    ["null", "b.json:1:1"],
    ["[]", "b.json:1:1"],
    ['{"schemaVersion":1}', "b.json:1:1"],
    ['{"schemaVersion":1,\n"findings":{}}', "b.json:2:12"],
    ['{"schemaVersion":1,\n"findings":[],\n"more":1}', "b.json:3"],
    [whole.replace('"rule":"total-mismatch"', '"rule":""'), "b.json:4"],
    [whole.replace('"words":"Total: 2h"', '"words":2'), "b.json:5"],
    [whole.replace('"words":"Total: 2h",', ""), "b.json:5"],
    [whole.replace('"words":"Total: 2h"', '"line":2,"words":""'), "b.json:5"],
    [whole.replace(/0{31}2/, "2"), "b.json:5"],
    [whole.slice(0, whole.length / 2), "b.json:"],
    [`${whole}>>>>>>> theirs\n`, "b.json:8:1"],
    ["[".repeat(100_000), "b.json"],
  ])("%j", (text, place) => {
    expect(messageOf(text).startsWith(place)).toBe(true);
  });

  test("also where it is not UTF-8", () => {
    expect(messageOf(Uint8Array.of(0x22, 0xff, 0x22))).toBe("b.json: this is no baseline: it is not UTF-8");
  });

  test("in no long time where it is long", { timeout: 20_000 }, () => {
    const long = formatBaseline(Array.from({ length: 20_000 }, (_, n) => entry(n)));
    expect(messageOf(long.slice(0, -5))).toBe("b.json: this is no baseline: it is not valid JSON");
    expect(parse(long)).toHaveLength(20_000);
  });
});
