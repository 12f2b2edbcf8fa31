import { findDates, findDaysNear, type StatedDate, weekdayOf } from "../lex/dates.js";
import type { DateClaim } from "../model/claim.js";
import { sourceRange, spanAt } from "../model/plain-text.js";
import type { Field, Report, TextUnit } from "../model/report.js";
import { fieldValue } from "../parse/fields.js";
import { placesOf } from "./places.js";

const STARTED = /^(?:actual )?(?:start(?:ed)?(?: date| on)?|begun|begin|started at)$/iu;
const FINISHED =
  /^(?:actual )?(?:complet(?:ed|ion)(?: date| on)?|finish(?:ed)?(?: date| on)?|end(?:ed)?(?: date| on)?|closed(?: on)?|resolved(?: on)?)$/iu;
const RANGE_BETWEEN = /^\s*(?:[-–—]|to|until|through|bis|au|hasta|até|по)\s*$/iu;

/** Dates that say something of each other or of the calendar: a weekday, a range, a start and an end, a day of a month. */
export function dateClaims(report: Report): DateClaim[] {
  const units = placesOf(report).numbered;
  const { date } = report;
  return [...units.flatMap(ofLine), ...(date ? units.flatMap((unit) => weekdays(unit, date)) : []), ...pairs(report)];
}

function ofLine(unit: TextUnit): DateClaim[] {
  const value = unit.text.value;
  const dates = findDates(value).filter((d) => spanAt(unit.text, "code", d.start) === undefined);
  return dates.flatMap((date, index): DateClaim[] => {
    const claims: DateClaim[] = [];
    const next = dates[index + 1];
    if (date.iso === undefined) claims.push(claim(unit, date, date, "calendar", []));
    else {
      const weekday = weekdayOf(value, date);
      if (weekday) claims.push({ ...claim(unit, date, date, "weekday", []), weekday: weekday.day });
      if (next?.iso !== undefined && RANGE_BETWEEN.test(value.slice(date.end, next.start)))
        claims.push(claim(unit, date, next, "range", [date]));
    }
    return claims;
  });
}

/** "Oct 20 (Friday)" in a report that names its own day. */
function weekdays(unit: TextUnit, near: string): DateClaim[] {
  const { value } = unit.text;
  return findDaysNear(value, near).flatMap((date) => {
    const weekday = weekdayOf(value, date);
    return weekday && spanAt(unit.text, "code", date.start) === undefined
      ? [{ ...claim(unit, date, date, "weekday", []), weekday: weekday.day }]
      : [];
  });
}

/** "Started: ..." and "Completed: ..." of one section, or of one row of a table. */
function pairs(report: Report): DateClaim[] {
  const inFields = report.fields.flatMap((end, index): DateClaim[] => {
    const before = report.fields.slice(Math.max(0, index - 4), index);
    const start = before.findLast((f) => f.unit.section === end.unit.section && STARTED.test(f.label));
    return start && FINISHED.test(end.label) && !before.some((f) => FINISHED.test(f.label)) ? pair(start, end) : [];
  });
  const inTables = report.blocks.flatMap((table): DateClaim[] => {
    if (table.kind !== "table" || table.quoted) return [];
    const from = table.header.findIndex((h) => STARTED.test(h.text.value.trim()));
    const to = table.header.findIndex((h) => FINISHED.test(h.text.value.trim()));
    if (from < 0 || to < 0) return [];
    return table.rows.flatMap(({ cells }) => {
      const [a, b] = [cells[from], cells[to]];
      return a && b ? ordered(a, only(a.text.value), b, only(b.text.value)) : [];
    });
  });
  return [...inFields, ...inTables];
}

function pair(start: Field, end: Field): DateClaim[] {
  const shift = (field: Field): StatedDate | undefined => {
    const date = only(fieldValue(field));
    return date && { ...date, start: date.start + field.valueStart, end: date.end + field.valueStart };
  };
  return ordered(start.unit, shift(start), end.unit, shift(end));
}

/** The one date of a text; two or more tell a story of their own. */
function only(text: string): StatedDate | undefined {
  const [date, ...more] = findDates(text);
  return more.length === 0 ? date : undefined;
}

function ordered(a: TextUnit, from: StatedDate | undefined, b: TextUnit, to: StatedDate | undefined): DateClaim[] {
  if (from?.iso === undefined || to?.iso === undefined) return [];
  const start = { iso: from.iso, range: sourceRange(a.text, from.start, from.end) };
  return [{ ...claim(b, to, to, "order", []), after: start }];
}

function claim(
  unit: TextUnit,
  first: StatedDate,
  last: StatedDate,
  about: DateClaim["about"],
  after: readonly StatedDate[],
): DateClaim {
  const [start] = after;
  return {
    kind: "date",
    about,
    unit,
    range: sourceRange(unit.text, first.start, last.end),
    raw: unit.text.value.slice(first.start, last.end),
    iso: last.iso,
    after:
      start?.iso === undefined ? undefined : { iso: start.iso, range: sourceRange(unit.text, start.start, start.end) },
  };
}
