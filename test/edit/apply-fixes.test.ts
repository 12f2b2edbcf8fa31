import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyFixes, mapOffset } from "../../src/edit/apply-fixes.js";
import type { Fix, TextEdit } from "../../src/model/diagnostic.js";

function fix(...edits: readonly (readonly [start: number, expected: string, newText: string])[]): { fix: Fix } {
  const list = edits.map(([start, expected, newText]): TextEdit => {
    return { range: { start, end: start + expected.length }, expected, newText };
  });
  return { fix: { title: "", safety: "safe", edits: list } };
}

describe("applyFixes", () => {
  test("applies what does not touch, in any order", () => {
    const { text, applied } = applyFixes("one two three", [fix([8, "three", "3"]), fix([0, "one", "1"])]);
    expect(text).toBe("1 two 3");
    expect(applied).toHaveLength(2);
  });

  test("of two that overlap the first one wins, wholly", () => {
    const late = fix([0, "one", "1"], [4, "two", "2"]);
    const { text, skipped } = applyFixes("one two three", [fix([4, "two three", "rest"]), late]);
    expect(text).toBe("one rest");
    expect(skipped).toEqual([{ fix: late, why: "overlaps" }]);
  });

  test("two insertions at one place are one too many", () => {
    expect(applyFixes("ab", [fix([1, "", "x"]), fix([1, "", "y"])]).skipped).toHaveLength(1);
  });

  test("leaves out what does not find its text, or reaches beyond the end", () => {
    const { text, skipped } = applyFixes("one", [fix([0, "two", "2"]), fix([2, "e!", ""])]);
    expect(text).toBe("one");
    expect(skipped.map(({ why }) => why)).toEqual(["stale", "stale"]);
  });

  test("changes nothing outside of its edits, and offsets follow", () => {
    const drawn = fc.record({
      text: fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
      cuts: fc.array(fc.nat(60), { maxLength: 8 }),
      fills: fc.array(fc.string({ maxLength: 5 }), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(drawn, ({ text, cuts, fills }) => {
        const places = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
        const fixes = fills.flatMap((newText, index) => {
          const [start, end] = places.slice(index * 2, index * 2 + 2);
          return start === undefined || end === undefined ? [] : [fix([start, text.slice(start, end), newText])];
        });
        const { text: result, edits } = applyFixes(text, fixes);
        let done = 0;
        for (const { range, newText } of edits) {
          const at = mapOffset(edits, range.start);
          expect(result.slice(at, at + newText.length)).toBe(newText);
          expect(result).toContain(text.slice(done, range.start));
          done = range.end;
        }
        expect(result.endsWith(text.slice(done))).toBe(true);
        expect(result.length).toBe(mapOffset(edits, text.length));
      }),
    );
  });
});
