import { readStatus } from "../lex/status.js";
import { sourceRange } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { Report } from "../model/report.js";
import { fieldValue, isStatusField } from "../parse/fields.js";

/** Cells of status columns and values of status fields in which no status is read, though something stands there. */
export function unreadStatuses(report: Report): { readonly range: Range; readonly text: string }[] {
  const cells = report.units.flatMap((unit) => {
    if (!unit.cell || unit.quoted || unit.cell.table.rows[unit.cell.row]?.total !== false) return [];
    return unit.cell.table.roles[unit.cell.column] === "status" ? [{ unit, start: 0, text: unit.text.value }] : [];
  });
  const fields = report.fields
    .filter((field) => isStatusField(field) && !field.unit.quoted)
    .map((field) => ({ unit: field.unit, start: field.valueStart, text: fieldValue(field) }));
  return [...cells, ...fields]
    .filter(({ text, unit }) => /\p{L}/u.test(text) && readStatus(text, unit.conventions) === undefined)
    .map(({ unit, start, text }) => ({
      text: text.trim(),
      range: sourceRange(unit.text, start, unit.text.value.length),
    }));
}
