import { describe, expect, test } from "vitest";
import { figureReplacements } from "../../src/edit/figure-edits.js";
import { toFix } from "../../src/edit/to-fix.js";
import type { FigureChange } from "../../src/model/diagnostic.js";
import { readReport } from "../helpers/check-text.js";

type Over = Partial<Pick<FigureChange, "bound" | "decimals">>;

/** The line with its first figure changed; undefined where that is left to a person. */
function changed(line: string, stated: number, computed: number, { bound = "exact", decimals = 0 }: Over = {}) {
  const report = readReport(`# Status\n\n${line}\n`);
  const unit = report.units.find(({ kind }) => kind === "paragraph");
  if (!unit) throw new Error("no paragraph");
  const change: FigureChange = {
    kind: "figure",
    range: unit.range,
    stated,
    computed,
    bound,
    decimals,
    noun: undefined,
  };
  const found = figureReplacements(report.source, unit, change);
  return found?.reduceRight(
    (text, { range, newText }) => text.slice(0, range.start) + newText + text.slice(range.end),
    report.source.text,
  );
}

const withLine = (line: string): string => `# Status\n\n${line}\n`;

describe("a figure that changes", () => {
  test.each([
    ["~650 lines in all", 650, 773, "about", "~770 lines in all"],
    ["650+ lines in all", 650, 638, "at-least", "630+ lines in all"],
    ["at most 650 lines", 650, 773, "at-most", "at most 780 lines"],
    ["600+ lines in all", 600, 1299, "at-least", "1200+ lines in all"],
    ["~9 lines in all", 9, 7, "about", "~7 lines in all"],
    ["~7.5 hours in all", 7.5, 8.2, "about", "~8.2 hours in all"],
  ] as const)(
    "%j of %d is %d: stays as round as it was, and on its side",
    (line, stated, computed, bound, expected) => {
      expect(changed(line, stated, computed, { bound, decimals: 1 })).toBe(withLine(expected));
    },
  );

  test.each([
    ["took 7 hours", 7, 7.25, 2, "took 7.25 hours"],
    ["took 7 hours", 7, 7.25, 1, "took 7.3 hours"],
    ["took 7.50 hours", 7.5, 7.25, 2, "took 7.25 hours"],
    ["took 7.50 hours", 7.5, 8, 2, "took 8.00 hours"],
    ["took 7 hours", 7, 22 / 3, 1, "took 7.3 hours"],
  ] as const)("%j of %d is %d: has the decimals it needs, up to %d", (line, stated, computed, decimals, expected) => {
    expect(changed(line, stated, computed, { decimals })).toBe(withLine(expected));
  });

  test("is left alone where the line states it twice, or not at all", () => {
    expect(changed("7 of 7 boats", 7, 6)).toBeUndefined();
    expect(changed("8 boats", 7, 6)).toBeUndefined();
  });
});

describe("a fix", () => {
  const source = readReport("# Status\n\nThis mark stands for done: ✅ and this one for open: ⏳\n").source;
  const at = (text: string) => {
    const start = source.text.indexOf(text);
    return { start, end: start + text.length };
  };

  test("says what it writes, without the whole of a long text, and how often", () => {
    const long = "This mark stands for done: ✅ and this one for open";
    const title = (...changes: readonly [from: string, to: string][]): string | undefined =>
      toFix(source, {
        safety: "safe",
        unit: undefined,
        from: [],
        by: "statuses",
        changes: changes.map(([from, text]) => ({ kind: "text", range: at(from), text })),
      })?.title;
    expect(title(["done", "ready"])).toBe('write "ready" for "done"');
    expect(title([long, "?"])).toBe(`write "?" for "${long.slice(0, 40)}..."`);
    expect(title(["done", "ready"], ["open", "todo"])).toBe('write "ready" for "done", and 1 more like it');
    expect(title(["done", "done"])).toBeUndefined();
  });
});
