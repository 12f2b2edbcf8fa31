import { mapOffset } from "../edit/apply-fixes.js";
import { wayHeld } from "../evidence/ways.js";
import type { CheckedReport } from "../lint/check-reports.js";
import type { Diagnostic, TextEdit } from "../model/diagnostic.js";
import type { Range } from "../model/range.js";
import type { SourceText } from "../model/source-text.js";
import { offsetAt, rawLineOf, rawRange } from "../source/positions.js";
import type { Run } from "./passes.js";

/** Rules that speak once for a whole file or quantity: where they point at may move when a part is put right. */
const ROVING = new Set(["mojibake", "restated-mismatch"]);

const OF_GIT = new Set(["lines", "commit-size", "file-count"]);

/** What is found now and was not found, at the same place, before the run. */
export function newFindings({ before, current, passes }: Run): readonly Diagnostic[] {
  const known = before.result.diagnostics.map((d) => ({
    rule: d.rule,
    line: rawLineOf(current.report.source, mapped(rangeOf(before.report.source, d).start, passes, 0)),
  }));
  return current.result.diagnostics.filter(
    (d) => !known.some(({ rule, line }) => rule === d.rule && (line === d.line || ROVING.has(rule))),
  );
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
    const hit = edits.some((edit) => edit.range.start < range.end && range.start < edit.range.end);
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

/** What was fixed and is found again where it was. */
export function stillFound({ current, passes, made }: Run): readonly Diagnostic[] {
  const places = made.flatMap(({ rule, pass, edits }) =>
    edits.map(({ range, newText }) => {
      const start = mapped(startAfter(passes[pass] ?? [], range), passes, pass + 1);
      return { rule, range: { start, end: start + Math.max(1, newText.length) } };
    }),
  );
  return current.result.diagnostics.filter((d) => {
    const place = rangeOf(current.report.source, d);
    return places.some(({ rule, range }) => rule === d.rule && range.start < place.end && place.start < range.end);
  });
}

/** Where an edit's new text starts once all edits of its pass are made. */
function startAfter(edits: readonly TextEdit[], { start }: Range): number {
  return mapOffset(
    edits.filter((edit) => edit.range.start < start),
    start,
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
