import type { Table as MdTable, TableCell, TableRow } from "mdast";
import { averages, totals } from "../lex/phrases.js";
import { everyWord } from "../lex/vocabulary/index.js";
import { labelPattern, WordPattern } from "../lex/word-pattern.js";
import type { MappedText } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { Damage, Row, Table, TextUnit } from "../model/report.js";
import { columnRoles } from "./column-roles.js";
import { plainText, trimPlain } from "./plain-text.js";

/** What every table is made from, whatever drew it. */
export type TableBase = Omit<Table, "kind" | "origin" | "header" | "rows" | "roles">;
export type MakeCell = (text: MappedText, range: Range) => TextUnit;

const LABEL_END = "(?=$|[^\\p{L}-])";
const TOTAL_LABEL = new WordPattern(totals, (words) => `^[\\s*_]*${words}(?!\\s+of\\s+an?\\b)${LABEL_END}`);
const AVERAGE_LABEL = new WordPattern(averages, (words) => `^[\\s*_]*${words}${LABEL_END}`);
const ALL = labelPattern(() => everyWord((l) => l.all));

/** "CORE SUBTOTAL", "Phase 2 subtotal", "FERRY TOTAL". */
const NAMED_TOTAL = /^[Σ∑]$|\b(?:[Ss]ub-?[Tt]otals?|SUB-?TOTALS?|TOTALS?)$/u;

/** True for the label of a row that sums up others: "TOTAL", "Overall", "Grand total (all)". */
export function isTotalLabel(text: string): boolean {
  const label = text.trim();
  return [TOTAL_LABEL, AVERAGE_LABEL, ALL, NAMED_TOTAL].some((pattern) => pattern.test(label));
}

/** A GFM table with roles for its columns; rows with cells beyond the header are recorded as damage. */
export function buildTable(
  node: MdTable,
  base: TableBase,
  source: string,
  makeCell: MakeCell,
  damage: Damage[],
): Table {
  const [head, ...body] = node.children;
  const header = head ? head.children.map((c) => cellUnit(c, source, makeCell)) : [];
  const rows = body.map((row): Row => {
    const cells = row.children.map((c) => cellUnit(c, source, makeCell));
    recordRagged(row, cells, header.length, damage);
    // Nobody reads the tree after this, and it would take as much room as the table made from it.
    row.children.length = 0;
    return { cells, range: rowRange(row), total: isTotalRow(cells) };
  });
  return finishTable({ ...base, kind: "table", origin: "gfm", header, rows, roles: [] });
}

/** Lets the cells know their table and gives the columns their roles. */
export function finishTable(table: Table): Table {
  table.roles = columnRoles(table);
  placeCells(table, table.header, -1);
  table.rows.forEach(({ cells }, row) => {
    placeCells(table, cells, row);
  });
  return table;
}

type Placed = { cell?: NonNullable<TextUnit["cell"]> };

function placeCells(table: Table, cells: readonly Placed[], row: number): void {
  cells.forEach((unit, column) => {
    unit.cell = { table, row, column };
  });
}

/** The first cell with text decides. */
export function isTotalRow(cells: readonly TextUnit[]): boolean {
  return isTotalLabel(cells.find((c) => c.text.value.trim() !== "")?.text.value ?? "");
}

function cellUnit(cell: TableCell, source: string, makeCell: MakeCell): TextUnit {
  const text = trimPlain(plainText(cell.children, source));
  const start = cell.children[0]?.position?.start.offset ?? (cell.position?.start.offset ?? 0) + 1;
  const end = cell.children.at(-1)?.position?.end.offset ?? start;
  return makeCell(text, { start, end });
}

function rowRange(row: TableRow): Range {
  return { start: row.position?.start.offset ?? 0, end: row.position?.end.offset ?? 0 };
}

/** Readers never see the cells beyond the header's last column. */
function recordRagged(row: TableRow, cells: readonly TextUnit[], columns: number, damage: Damage[]): void {
  const lost = cells.slice(columns).some((c) => c.text.value.trim() !== "");
  if (columns > 0 && lost) damage.push({ kind: "ragged-row", range: rowRange(row), cells: cells.length, columns });
}
