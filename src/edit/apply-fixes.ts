import type { Fix, TextEdit } from "../model/diagnostic.js";
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
  const taken: TextEdit[] = [];
  const applied: F[] = [];
  const skipped: { fix: F; why: Obstacle }[] = [];
  for (const one of fixes) {
    const { edits } = one.fix;
    if (edits.some(({ range, expected }) => text.slice(range.start, range.end) !== expected || !isWithin(range, text)))
      skipped.push({ fix: one, why: "stale" });
    else if (edits.some((edit) => taken.some((other) => touches(edit.range, other.range))))
      skipped.push({ fix: one, why: "overlaps" });
    else {
      applied.push(one);
      taken.push(...edits);
    }
  }
  const edits = inOrder(taken);
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

/** Where an offset of the old text stands in the new one; inside an edit, its start. */
export function mapOffset(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const { range, newText } of edits) {
    if (range.start >= offset) break;
    if (range.end > offset) return range.start + shift;
    shift += newText.length - (range.end - range.start);
  }
  return offset + shift;
}

function isWithin({ start, end }: Range, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

/** Overlapping, or two insertions at one place; edits side by side do not touch. */
function touches(a: Range, b: Range): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}
