import { grouped } from "../model/grouped.js";
import type { Item } from "../model/item.js";
import { lazy } from "../model/lazy.js";
import { oncePer } from "../model/once.js";
import type { Field, Report, Row, Section, TextUnit } from "../model/report.js";

/** What the readers of claims ask of a report again and again, found once. */
export interface Places {
  /** The units that are neither quoted nor explain the report: the others claim nothing. */
  readonly said: readonly TextUnit[];
  /** Of these the ones with a digit: no figure, date or share stands in the others. */
  readonly numbered: readonly TextUnit[];
  /** Of a section, quoted ones too. */
  unitsOf(section: Section): readonly TextUnit[];
  /** The field that a unit states. */
  fieldOf(unit: TextUnit): Field | undefined;
  fieldsOf(section: Section): readonly Field[];
  /** The first item that a section tells of. */
  itemOf(section: Section): Item | undefined;
  /** The first item that a row of a table mentions. */
  itemInRow(row: Row): Item | undefined;
}

/** The places of a report. */
export const placesOf = oncePer(findPlaces);

function findPlaces(report: Report): Places {
  const said = report.units.filter((unit) => !unit.quoted);
  const units = lazy(() => grouped(report.units, (unit) => unit.section));
  const fieldsBy = lazy(() => new Map(report.fields.map((field) => [field.unit, field])));
  const fieldsIn = lazy(() => grouped(report.fields, (field) => field.unit.section));
  const items = lazy(() => {
    const found = new Map<Section, Item>();
    for (const item of report.items) if (item.section && !found.has(item.section)) found.set(item.section, item);
    return found;
  });
  const rows = lazy(() => {
    const found = new Map<Row, Item>();
    for (const item of report.items) {
      for (const { unit } of item.mentions) {
        const row = unit.cell?.table.rows[unit.cell.row];
        if (row && !found.has(row)) found.set(row, item);
      }
    }
    return found;
  });
  return {
    said,
    numbered: said.filter((unit) => /\p{Nd}/u.test(unit.text.value)),
    unitsOf: (section) => units().get(section) ?? [],
    fieldOf: (unit) => fieldsBy().get(unit),
    fieldsOf: (section) => fieldsIn().get(section) ?? [],
    itemOf: (section) => items().get(section),
    itemInRow: (row) => rows().get(row),
  };
}
