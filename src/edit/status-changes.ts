import { isPlainMark, unitMark } from "../lex/status.js";
import type { TextChange } from "../model/diagnostic.js";
import { sourceRange } from "../model/plain-text.js";
import type { Entry, Report, TextUnit } from "../model/report.js";
import type { Status } from "../model/status.js";

/** A cross says that something went wrong, too. */
const FAILURE = /[❌✗✘🔴]/u;
const BOX = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[([ xX])\]/;

/**
 * What turns the status of an entry from one into another: its box, and the mark before its text as the report itself
 * writes that status elsewhere. Undefined where it is stated in words, or where the report has no mark for it.
 */
export function statusChanges(
  report: Report,
  unit: TextUnit,
  { from, to }: { readonly from: Status; readonly to: Status },
): readonly TextChange[] | undefined {
  const { entry } = unit;
  if (unit.kind !== "entry" || entry?.unit !== unit || (to !== "done" && to !== "todo")) return undefined;
  const box = boxChange(report, entry, to);
  const mark = unitMark(unit);
  if (!mark || mark.status !== from || /\p{L}/u.test(unit.text.value.slice(0, mark.start))) return box && [box];
  const usual = markFor(report, to);
  if (usual === undefined) return undefined;
  const change: TextChange = { kind: "text", range: sourceRange(unit.text, mark.start, mark.end), text: usual };
  return box ? [box, change] : [change];
}

function boxChange({ source }: Report, { checked, range }: Entry, to: Status): TextChange | undefined {
  if (checked === undefined || checked === (to === "done")) return undefined;
  const found = BOX.exec(source.text.slice(range.start, range.end));
  if (!found) return undefined;
  const end = range.start + found[0].length - 1;
  return { kind: "text", range: { start: end - 1, end }, text: to === "done" ? "x" : " " };
}

const MARKS = new WeakMap<Report, ReadonlyMap<Status, string>>();

/** The mark that the report uses for a status, the most frequent one. */
function markFor(report: Report, status: Status): string | undefined {
  const marks = MARKS.get(report) ?? usualMarks(report);
  MARKS.set(report, marks);
  return marks.get(status);
}

function usualMarks(report: Report): ReadonlyMap<Status, string> {
  const counts = new Map<Status, Map<string, number>>();
  for (const unit of report.units) {
    const mark = unit.quoted ? undefined : unitMark(unit);
    if (!mark || !isPlainMark(mark.mark, unit.conventions) || FAILURE.test(mark.mark)) continue;
    const written = unit.text.value.slice(mark.start, mark.end);
    const ofStatus = counts.get(mark.status) ?? new Map<string, number>();
    counts.set(mark.status, ofStatus.set(written, (ofStatus.get(written) ?? 0) + 1));
  }
  const most = (times: ReadonlyMap<string, number>): string => [...times].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
  return new Map([...counts].map(([status, times]) => [status, most(times)]));
}
