import { figures } from "../lex/numbers.js";
import { foreignElsewhen, foreignPast } from "../lex/phrases.js";
import { isStruck, unitMark, unitStatus } from "../lex/status.js";
import { wordPattern } from "../lex/word-pattern.js";
import { columnOf } from "../model/columns.js";
import { USUAL } from "../model/conventions.js";
import type { ColumnRole, Row, Table, TextUnit } from "../model/report.js";
import { type Candidate, mention, type StatusNote } from "./candidate.js";
import { isStatusHeader } from "./column-roles.js";
import { readKey } from "./keys.js";
import { readTitle } from "./titles.js";

const HISTORY =
  /^(?:before|after|previous|old|new|was|now|v\d|baseline|target|change|improvement|expected|actual|likelihood|impact|probability)\b/iu;

/** True for a table whose rows are items: it names them and gives each a status or a percentage. */
export function isStatusTable(table: Table): boolean {
  if (!table.roles.includes("title") && !table.roles.includes("key")) return false;
  if (
    table.header.filter((h) => HISTORY.test(h.text.value) || foreignElsewhen(h.conventions).test(h.text.value)).length >
      1 ||
    isPast(table) ||
    comparesProducts(table)
  )
    return false;
  return table.roles.includes("status") || table.roles.includes("percent");
}

const AFTER = wordPattern(() =>
  "after nachher danach après después depois dopo daarna po после після 之后 以后 後 이후 sonra sau".split(" "),
);
const PAST = /\b(?:before|previous(?:ly)?|prior|baseline|original(?:ly)?|old)\b/iu;

/** A table of how things were: by its heading or by the line above it. */
function isPast(table: Table): boolean {
  const above = [table.lead?.text.value, table.section.heading?.text.value].map((t) => t ?? "");
  const foreign = foreignPast(table.header[0]?.conventions ?? USUAL);
  return above.some((t) => (PAST.test(t) || foreign.test(t)) && !AFTER.test(t));
}

/** Marks in several columns and no column called status: a comparison of products, versions, platforms. */
function comparesProducts(table: Table): boolean {
  if (table.header.some((h) => isStatusHeader(h.text.value))) return false;
  const columns = table.header.map(() => ({ filled: 0, marked: 0 }));
  for (const { cells } of table.rows) {
    cells.forEach((cell, at) => {
      const column = columns[at];
      if (!column || cell.text.value === "") return;
      column.filled++;
      if (unitMark(cell)?.start === 0) column.marked++;
    });
  }
  return columns.filter(({ filled, marked }) => filled > 1 && marked >= filled * 0.6).length > 1;
}

/** The items that the rows of a status table name. */
export function rowMentions(table: Table): Candidate[] {
  if (!isStatusTable(table)) return [];
  return table.rows.filter((row) => !row.total).flatMap((row) => rowMention(table, row) ?? []);
}

function rowMention(table: Table, row: Row): Candidate | undefined {
  const at = (role: ColumnRole): TextUnit | undefined => row.cells[columnOf(table, role)];
  const id = at("key");
  const titleCell = at("title") ?? id;
  if (!titleCell || titleCell.text.value.trim() === "") return undefined;
  const reading = readTitle(titleCell.text.value, titleCell.conventions);
  const inTitle = readKey(reading.title);
  const key = (id ? readKey(id.text.value.trim(), true) : undefined) ?? inTitle;
  const title =
    inTitle && at("title")
      ? readTitle(reading.title.slice(inTitle.end), titleCell.conventions).title || reading.title
      : reading.title;
  const statusCell = at("status");
  const percent = percentOf(at("percent")) ?? percentOf(statusCell);
  const own = statusOf(statusCell, percent);
  // A struck row is dropped, whatever it said before; unless it is struck because it is done.
  const status = isStruck(titleCell.text.value) && own?.status !== "done" ? reading.status : (own ?? reading.status);
  return {
    mention: { ...mention("row", titleCell, title, key, status, percent), range: row.range },
    key,
    group: table,
    section: undefined,
    table,
  };
}

function percentOf(cell: TextUnit | undefined): number | undefined {
  const found = cell ? figures(cell.text.value, cell.conventions).find((f) => f.percent) : undefined;
  return found && found.quantity.low === found.quantity.high ? found.quantity.low : undefined;
}

function statusOf(cell: TextUnit | undefined, percent: number | undefined): StatusNote | undefined {
  const reading = unitStatus(cell);
  if (reading) return reading;
  if (percent === undefined) return undefined;
  const status = percent >= 100 ? "done" : percent === 0 ? "todo" : "in-progress";
  return { status, explicit: false, text: `${percent}%` };
}
