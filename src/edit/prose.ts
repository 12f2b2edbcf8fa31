import { sourceRange } from "../model/plain-text.js";
import { contains, type Range } from "../model/range.js";
import type { Report } from "../model/report.js";
import { lastNotAbove } from "../source/positions.js";

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
    const unit = units[lastNotAbove(units, range.start, (one) => one.range.start)];
    if (!unit || !contains(unit.range, range)) return false;
    if (unit.quoted && QUOTED.test(lineBefore(text, range.start))) return false;
    return !unit.text.spans.some(
      ({ kind, start, end }) =>
        (kind === "code" || kind === "html") && contains(sourceRange(unit.text, start, end), range),
    );
  };
}

/** The line up to the offset. */
function lineBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !LINE_END.test(text.charAt(start - 1))) start--;
  return text.slice(start, offset);
}
