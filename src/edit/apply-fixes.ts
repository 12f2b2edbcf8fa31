import type { Fix, TextEdit } from "../model/diagnostic.js";
import { pushTo } from "../model/grouped.js";
import type { Range } from "../model/range.js";

/** Why a fix was left out. */
export type Obstacle = "overlaps" | "stale";

export interface AppliedFixes<F extends { readonly fix: Fix }> {
  readonly text: string;
  readonly applied: readonly F[];
  readonly skipped: readonly { readonly fix: F; readonly why: Obstacle }[];
  /** In order; none touches another. */
  readonly edits: readonly TextEdit[];
}

/**
 * Applies fixes to a text, each wholly or not at all; of two that touch one another the first in the list wins. A fix whose
 * edits do not find the text they expect is left out. Nothing outside the edits changes.
 */
export function applyFixes<F extends { readonly fix: Fix }>(text: string, fixes: readonly F[]): AppliedFixes<F> {
  const taken = new Taken();
  const applied: F[] = [];
  const skipped: { fix: F; why: Obstacle }[] = [];
  for (const one of fixes) {
    const { edits } = one.fix;
    if (edits.some(({ range, expected }) => text.slice(range.start, range.end) !== expected || !isWithin(range, text)))
      skipped.push({ fix: one, why: "stale" });
    else if (edits.some(({ range }) => taken.touches(range))) skipped.push({ fix: one, why: "overlaps" });
    else {
      applied.push(one);
      for (const edit of edits) taken.add(edit);
    }
  }
  const edits = inOrder(taken.edits);
  return { text: applyEdits(text, edits), applied, skipped, edits };
}

/** By their places; an insertion goes before what is replaced at the same place. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** Applies edits that are in order and do not overlap. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { range, newText } of edits) {
    pieces.push(text.slice(done, range.start), newText);
    done = range.end;
  }
  pieces.push(text.slice(done));
  return pieces.join("");
}

const shifts = new WeakMap<readonly TextEdit[], readonly number[]>();

/** By how much each of some edits, and all before it, move what follows. */
function shiftsOf(edits: readonly TextEdit[]): readonly number[] {
  const known = shifts.get(edits);
  if (known) return known;
  let shift = 0;
  const found = edits.map(({ range, newText }) => {
    shift += newText.length - (range.end - range.start);
    return shift;
  });
  shifts.set(edits, found);
  return found;
}

/** Where an offset of the old text stands in the new one; inside an edit, its start. */
export function mapOffset(edits: readonly TextEdit[], offset: number): number {
  let [before, high] = [0, edits.length];
  while (before < high) {
    const middle = (before + high) >> 1;
    if ((edits[middle]?.range.start ?? 0) < offset) before = middle + 1;
    else high = middle;
  }
  const last = edits[before - 1];
  const all = shiftsOf(edits);
  if (last && last.range.end > offset) return last.range.start + (all[before - 2] ?? 0);
  return offset + (all[before - 1] ?? 0);
}

/** Offsets that are looked through together. */
const STRETCH = 256;

/** Edits that are to be made, by where they stand. */
class Taken {
  readonly edits: TextEdit[] = [];
  private readonly stretches = new Map<number, Range[]>();

  add(edit: TextEdit): void {
    this.edits.push(edit);
    for (const stretch of stretchesOf(edit.range)) pushTo(this.stretches, stretch, edit.range);
  }

  touches(range: Range): boolean {
    return stretchesOf(range).some((stretch) =>
      (this.stretches.get(stretch) ?? []).some((other) => touches(range, other)),
    );
  }
}

/** The end is part of it: what is inserted there touches the range. */
function stretchesOf({ start, end }: Range): readonly number[] {
  const first = Math.floor(start / STRETCH);
  return Array.from({ length: Math.floor(end / STRETCH) - first + 1 }, (_, index) => first + index);
}

function isWithin({ start, end }: Range, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

/** Overlapping, or two insertions at one place; edits side by side do not touch. */
function touches(a: Range, b: Range): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}
