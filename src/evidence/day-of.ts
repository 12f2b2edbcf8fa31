import { dayInFileName, isoDates } from "../lex/dates.js";
import type { Report, Section, TextUnit } from "../model/report.js";

/** The day of which a line speaks: that of the nearest heading above that names exactly one, else the report's own, in its head or in its file name. */
export function dayOf(unit: TextUnit, report: Report): string | undefined {
  for (let section: Section | undefined = unit.section; section; section = section.parent) {
    const [day, ...more] = isoDates(section.heading?.text.value ?? "");
    if (day !== undefined && more.length === 0) return day;
  }
  return report.date ?? dayInFileName(report.source.path);
}
