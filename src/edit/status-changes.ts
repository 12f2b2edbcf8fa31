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

/** The mark that the report uses for a status, the most frequent one. */
function markFor(report: Report, status: Status): string | undefined {
  const counts = new Map<string, number>();
  for (const unit of report.units) {
    const mark = unit.quoted ? undefined : unitMark(unit);
    if (mark?.status !== status || !isPlainMark(mark.mark, unit.conventions) || FAILURE.test(mark.mark)) continue;
    const written = unit.text.value.slice(mark.start, mark.end);
    counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
