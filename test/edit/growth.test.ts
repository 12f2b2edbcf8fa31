import { describe, expect, test } from "vitest";
import { applyFixes, mapOffset } from "../../src/edit/apply-fixes.js";
import type { Fix, TextEdit } from "../../src/model/diagnostic.js";
import { RangeIndex } from "../../src/model/range-index.js";

/** A range that counts how often somebody looks where it is. */
function counted(start: number, end: number, looks: { count: number }) {
  return {
    get start() {
      looks.count++;
      return start;
    },
    get end() {
      looks.count++;
      return end;
    },
  };
}

/** How often ranges are looked at for so many edits, one in each word of a text. */
function looksFor(size: number, work: (text: string, edits: readonly TextEdit[]) => void): number {
  const looks = { count: 0 };
  const text = "old word ".repeat(size);
  const edits = Array.from({ length: size }, (_, at) => ({
    range: counted(9 * at, 9 * at + 3, looks),
    expected: "old",
    newText: "newer",
  }));
  work(text, edits);
  return looks.count;
}

const fixOf = (edit: TextEdit): { readonly fix: Fix } => ({ fix: { title: "", safety: "safe", edits: [edit] } });

describe("ten times the edits cost little more than ten times the looks at places", () => {
  test.each([
    ["applying fixes", (text: string, edits: readonly TextEdit[]) => void applyFixes(text, edits.map(fixOf))],
    ["mapping offsets", (_: string, edits: readonly TextEdit[]) => void edits.map((_, at) => mapOffset(edits, 9 * at))],
    [
      "finding what overlaps",
      (_: string, edits: readonly TextEdit[]) => {
        const index = new RangeIndex(edits.map((edit) => [edit.range, edit] as const));
        for (let at = 0; at < edits.length; at++)
          expect([...index.overlapping({ start: 9 * at, end: 9 * at + 9 })]).toEqual([edits[at]]);
      },
    ],
  ])("%s", (_, work) => {
    // Looking something up by halves costs a step more each time that the size doubles.
    expect(looksFor(2000, work) / looksFor(200, work)).toBeLessThan(15);
  });
});
