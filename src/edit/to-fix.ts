import type { Correction, Fix, TextEdit } from "../model/diagnostic.js";
import type { Table } from "../model/report.js";
import type { SourceText } from "../model/source-text.js";
import { rawRange } from "../source/positions.js";
import { inOrder } from "./apply-fixes.js";
import { figureReplacements, type Replacement } from "./figure-edits.js";
import { TableCells } from "./table-cells.js";

/** Longest text that a title quotes. */
const QUOTED = 40;

/**
 * The edits of the file's own text that carry a correction out. Undefined where the text is not the report's own to
 * change (quotations, code), and where no edit was found that changes what is meant and nothing else.
 */
export function toFix(source: SourceText, correction: Correction): Fix | undefined {
  const { unit, safety, changes } = correction;
  if (unit && (unit.quoted || unit.kind === "code" || unit.cell?.table.origin === "box")) return undefined;
  const found = changes.map((change): readonly Replacement[] | undefined =>
    change.kind === "text"
      ? [{ range: change.range, newText: change.text }]
      : unit && figureReplacements(source, unit, change),
  );
  if (found.some((replacements) => replacements === undefined)) return undefined;
  const edits = found.flatMap((replacements) => replacements ?? []).map((one) => editOf(source, one));
  const needed = edits.filter((edit) => edit.newText !== edit.expected);
  const [first] = needed;
  if (!first) return undefined;
  const padding = unit?.cell ? cellsOf(unit.cell.table, source).paddingEdits(needed) : [];
  return { title: correction.title ?? titleOf(first, needed.length), safety, edits: inOrder([...needed, ...padding]) };
}

const read = new WeakMap<Table, TableCells>();

function cellsOf(table: Table, source: SourceText): TableCells {
  const cells = read.get(table) ?? new TableCells(source.raw, rawRange(source, table.range));
  read.set(table, cells);
  return cells;
}

function editOf(source: SourceText, { range, newText }: Replacement): TextEdit {
  const place = rawRange(source, range);
  return { range: place, expected: source.raw.slice(place.start, place.end), newText };
}

function titleOf({ expected, newText }: TextEdit, count: number): string {
  const quote = (text: string): string => `"${text.length > QUOTED ? `${text.slice(0, QUOTED)}...` : text}"`;
  const more = count > 1 ? `, and ${count - 1} more like it` : "";
  return `write ${quote(newText)} for ${quote(expected)}${more}`;
}
