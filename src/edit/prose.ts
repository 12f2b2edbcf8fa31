import { oncePer } from "../model/once.js";
import { sourceRange } from "../model/plain-text.js";
import { contains, type Range } from "../model/range.js";
import type { Report, TextUnit } from "../model/report.js";
import { lastNotAbove } from "../source/positions.js";

const QUOTED = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*>/;
const LINE_END = /[\r\n]/;
const HTML = /<!--(?:(?!<!--)[\s\S])*?-->|<\/?[a-z][^<>]*>/giu;

/**
 * A test whether a range of the repaired text is the report's own running text: in no code, no comment, no quotation, no
 * front matter. Only there may a fix write something else than a figure.
 */
export function proseOf(report: Report): (range: Range) => boolean {
  const units = report.units
    .filter((unit) => unit.kind !== "code" && unit.cell?.table.origin !== "box")
    .sort((a, b) => a.range.start - b.range.start);
  const { text } = report.source;
  const htmlIn = oncePer((unit: TextUnit) => htmlOf(text, unit.range));
  return (range) => {
    const unit = units[lastNotAbove(units, range.start, (one) => one.range.start)];
    if (!unit || !contains(unit.range, range)) return false;
    if (unit.quoted && QUOTED.test(lineBefore(text, range.start))) return false;
    const html = htmlIn(unit);
    const around = html[lastNotAbove(html, range.start, (one) => one.start)];
    if (around && contains(around, range)) return false;
    return !unit.text.spans.some(
      ({ kind, start, end }) => kind === "code" && contains(sourceRange(unit.text, start, end), range),
    );
  };
}

/** The comments and tags of a line of text, which are no part of what is read, in order. */
function htmlOf(text: string, { start, end }: Range): Range[] {
  return [...text.slice(start, end).matchAll(HTML)].map(({ 0: html, index }) => {
    return { start: start + index, end: start + index + html.length };
  });
}

/** The line up to the offset. */
function lineBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !LINE_END.test(text.charAt(start - 1))) start--;
  return text.slice(start, offset);
}
