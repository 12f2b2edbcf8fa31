import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { extractClaims } from "../../src/claims/extract-claims.js";
import { checkReports, decode, looksLikeReport, parseReport } from "../../src/index.js";
import { historyStream } from "./content/history.js";
import { markdownFiles } from "./content/notes.js";
import { citingReport, statusReport, tableReport, tableRow } from "./content/reports.js";
import { SHAPES, shaped } from "./content/shapes.js";
import { seeded } from "./random.js";

const citation = { id: "0a1b2c3d4e", day: "2026-01-02", inserted: 12 };

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

async function check(text: string) {
  const report = parseReport(decode(Buffer.from(text), "STATUS.md"));
  const [checked] = await checkReports([report], {});
  return { report, result: checked?.result };
}

describe("chance", () => {
  test("one seed gives one sequence, another seed another", () => {
    const numbers = (seed: number) => Array.from({ length: 50 }, seeded(seed).next);
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
    expect(numbers(7).every((number) => number >= 0 && number < 1)).toBe(true);
  });

  test("whole numbers reach both ends, and a shuffle loses nothing", () => {
    const random = seeded(1);
    const seen = new Set(Array.from({ length: 200 }, () => random.between(2, 5)));
    expect([...seen].sort()).toEqual([2, 3, 4, 5]);
    expect(random.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});

test("the same seed gives the same content", () => {
  const make = () =>
    [
      statusReport(seeded(1), 10_240, [citation]),
      citingReport(seeded(1), [citation]),
      tableReport(seeded(1), 100),
      ...SHAPES.map((shape) => shaped(seeded(1), shape, 10_000)),
      ...markdownFiles(seeded(1), 40).map(({ path, text }) => path + text),
      ...historyStream(seeded(1), { commits: 60, files: 8, lines: 30 }),
    ].map((text) => createHash("sha1").update(text).digest("hex"));
  expect(make()).toEqual(make());
});

describe("sizes are what they are said to be", () => {
  test("a report", () => {
    expect(bytes(statusReport(seeded(1), 10_240))).toBe(10_240);
    expect(bytes(statusReport(seeded(2), 10_240, Array(10).fill(citation)))).toBe(10_240);
    expect(() => statusReport(seeded(1), 500)).toThrow(RangeError);
  });

  test("a table of 110 bytes a row, so that 100,000 are 11 MB", () => {
    const text = tableReport(seeded(1), 1_000);
    expect(text.match(/^\| T-\d/gm)).toHaveLength(1_000);
    for (const number of [1, 4, 99_999]) expect(bytes(tableRow(seeded(number), number)) + 1).toBe(110);
    expect(Math.abs(bytes(text) - 110_000)).toBeLessThan(300);
  });

  test.each(SHAPES)("%s, at both sizes", (shape) => {
    for (const size of [20_000, 200_000]) {
      const text = shaped(seeded(3), shape, size);
      expect(bytes(text)).toBeLessThanOrEqual(size);
      // A piece of the deep nest is the largest that is not cut.
      expect(bytes(text)).toBeGreaterThan(size - 6_000);
    }
  });

  test("2,000 markdown files, of which 50 are reports", () => {
    const files = markdownFiles(seeded(3), 2_000);
    expect(new Set(files.map(({ path }) => path)).size).toBe(2_000);
    expect(files.filter(({ path, text }) => looksLikeReport(text, path))).toHaveLength(50);
    const total = files.reduce((sum, { text }) => sum + bytes(text), 0);
    expect(total).toBeGreaterThan(12e6);
    expect(total).toBeLessThan(17e6);
  });

  test("a history", () => {
    const stream = [...historyStream(seeded(1), { commits: 120, files: 12, lines: 30 })].join("");
    expect(stream.match(/^commit refs/gm)).toHaveLength(120);
    expect(stream.match(/^merge :/gm)).toHaveLength(2);
    const first = stream.slice(0, stream.indexOf("mark :2\n"));
    expect(first.match(/^M 100644 inline/gm)).toHaveLength(12);
  });
});

describe("what is measured is read", () => {
  test("a report is right in all it states, and states much", async () => {
    const { report, result } = await check(statusReport(seeded(1), 10_240));
    expect(report.items).toHaveLength(24);
    expect(result?.diagnostics).toEqual([]);
    expect(result?.coverage.consistent).toBeGreaterThan(20);
  });

  test("a table's rows are items, and its head counts them", async () => {
    const { report, result } = await check(tableReport(seeded(1), 200));
    expect(report.items).toHaveLength(200);
    expect(result?.coverage.consistent).toBeGreaterThan(0);
  });

  test("of a commit its id and its day are asked for, and its size where one is stated", () => {
    const { inserted, ...bare } = citation;
    const kinds = (cited: typeof bare) => {
      const text = citingReport(seeded(1), [cited]);
      return extractClaims(parseReport(decode(Buffer.from(text), "STATUS.md"))).map(({ kind }) => kind);
    };
    expect(kinds(bare)).toEqual(["commit", "commit-date"]);
    expect(kinds(citation)).toContain("commit-size");
    expect(inserted).toBeGreaterThan(0);
  });

  test("no shape looks like another", () => {
    const text = (shape: string) => shaped(seeded(1), shape, 20_000);
    expect(text("no pipes")).not.toContain("|");
    expect(text("no pipes").split("\n").length).toBeLessThan(5);
    expect(text("paragraph").split("\n\n")).toHaveLength(2);
    expect(text("deep nesting")).toMatch(/^ {78}- /m);
    expect(text("deep nesting")).toMatch(/^(?:> ){40}/m);
    const [head = ""] = text("short rows under a wide header").match(/^\|.*$/m) ?? [];
    expect(head.split("|").length).toBeGreaterThan(1_000);
  });
});
