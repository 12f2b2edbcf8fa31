import { mapOffset } from "../edit/apply-fixes.js";
import { wayHeld } from "../evidence/ways.js";
import type { CheckedReport } from "../lint/check-reports.js";
import type { Diagnostic, TextEdit } from "../model/diagnostic.js";
import type { Range } from "../model/range.js";
import { RangeIndex } from "../model/range-index.js";
import type { SourceText } from "../model/source-text.js";
import { offsetAt, rawLineOf, rawRange } from "../source/positions.js";
import type { Run } from "./passes.js";

/** Rules that speak once for a whole file or quantity: where they point at may move when a part is put right. */
const ROVING = new Set(["mojibake", "restated-mismatch"]);

const OF_GIT = new Set(["lines", "commit-size", "file-count"]);

/** What is found now and was not found, at the same place, before the run. */
export function newFindings({ before, current, passes }: Run): readonly Diagnostic[] {
  const known = new Set<string>();
  for (const d of before.result.diagnostics) {
    const line = rawLineOf(current.report.source, mapped(rangeOf(before.report.source, d).start, passes, 0));
    known.add(ROVING.has(d.rule) ? d.rule : `${d.rule} ${line}`);
  }
  return current.result.diagnostics.filter(({ rule, line }) => !known.has(ROVING.has(rule) ? rule : `${rule} ${line}`));
}

/**
 * Claims that held before and do not hold any more in the way they did: a figure that something else agreed with was
 * changed, be it that another reading agrees with it now by chance.
 */
export function noLongerHeld({ before, current, passes }: Run): number {
  const held = countHeld(
    before,
    (range) => (wasEdited(range, passes) ? undefined : mapped(range.start, passes, 0)),
    current.report.source,
  );
  const holds = countHeld(current, ({ start }) => start, current.report.source);
  return [...held].reduce((lost, [place, count]) => lost + Math.max(0, count - (holds.get(place) ?? 0)), 0);
}

/** Whether what stands there was changed in some pass: of that, other claims were asked before. */
function wasEdited({ start, end }: Range, passes: Run["passes"]): boolean {
  let range = { start, end };
  return passes.some((edits) => {
    const hit = some(editsBy(edits).overlapping(range));
    range = { start: mapOffset(edits, range.start), end: mapOffset(edits, range.end) };
    return hit;
  });
}

/** How many claims of a kind hold on a line of the text that `source` is. */
function countHeld(
  { report, judgements }: CheckedReport,
  placeOf: (range: Range) => number | undefined,
  source: SourceText,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { claim, verdict } of judgements) {
    if (verdict.kind !== "consistent" || claim.kind === "restatement") continue;
    const offset = placeOf(rawRange(report.source, claim.range));
    if (offset === undefined) continue;
    // A line that changes is a line of now: git may agree with it as of another commit.
    const way = OF_GIT.has(claim.kind) ? "" : wayHeld(verdict);
    const place = `${claim.kind} ${way} ${rawLineOf(source, offset)}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

const PLACED = new WeakMap<readonly TextEdit[], RangeIndex<TextEdit>>();

/** The edits of a pass by their places. */
function editsBy(edits: readonly TextEdit[]): RangeIndex<TextEdit> {
  const index = PLACED.get(edits) ?? new RangeIndex(edits.map((edit) => [edit.range, edit] as const));
  PLACED.set(edits, index);
  return index;
}

function some<T>(found: Iterable<T>, isSo: (one: T) => boolean = () => true): boolean {
  for (const one of found) if (isSo(one)) return true;
  return false;
}

/** What was fixed and is found again where it was. */
export function stillFound({ current, passes, made }: Run): readonly Diagnostic[] {
  const places = made.flatMap(({ rule, pass, edits }) =>
    edits.map(({ range, newText }) => {
      const start = mapped(mapOffset(passes[pass] ?? [], range.start), passes, pass + 1);
      return [{ start, end: start + Math.max(1, newText.length) }, rule] as const;
    }),
  );
  const index = new RangeIndex(places);
  return current.result.diagnostics.filter((d) =>
    some(index.overlapping(rangeOf(current.report.source, d)), (rule) => rule === d.rule),
  );
}

function mapped(offset: number, passes: Run["passes"], from: number): number {
  return passes.slice(from).reduce((at, edits) => mapOffset(edits, at), offset);
}

/** The range of a finding in the file's own text. */
function rangeOf(source: SourceText, d: Diagnostic): Range {
  const start = offsetAt(source, d);
  return { start, end: Math.max(start + 1, offsetAt(source, { line: d.endLine, column: d.endColumn })) };
}
