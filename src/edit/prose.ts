import { sourceRange } from "../model/plain-text.js";
import { contains, type Range } from "../model/range.js";
import type { Report, TextUnit } from "../model/report.js";

const QUOTED = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*>/;
const LINE_END = /[\r\n]/;

/**
 * A test whether a range of the repaired text is the report's own running text: in no code, no comment, no quotation, no
 * front matter. Only there may a fix write something else than a figure.
 */
export function proseOf(report: Report): (range: Range) => boolean {
  const units = report.units
    .filter((unit) => unit.kind !== "code" && unit.cell?.table.origin !== "box")
    .sort((a, b) => a.range.start - b.range.start);
  const { text } = report.source;
  return (range) => {
    const unit = lastBefore(units, range.start);
    if (!unit || !contains(unit.range, range)) return false;
    if (unit.quoted && QUOTED.test(lineBefore(text, range.start))) return false;
    return !unit.text.spans.some(
      ({ kind, start, end }) =>
        (kind === "code" || kind === "html") && contains(sourceRange(unit.text, start, end), range),
    );
  };
}

function lastBefore(units: readonly TextUnit[], offset: number): TextUnit | undefined {
  let [low, high] = [0, units.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return units[low - 1];
}

/** The line up to the offset. */
function lineBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !LINE_END.test(text.charAt(start - 1))) start--;
  return text.slice(start, offset);
}
