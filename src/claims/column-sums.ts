import { timeUnit } from "../lex/durations.js";
import { GRAND } from "../lex/phrases.js";
import { unitStatus } from "../lex/status.js";
import { noun, words } from "../lex/words.js";
import type { PartialSum } from "../model/claim.js";
import type { Quantity } from "../model/quantity.js";
import type { Row, Table } from "../model/report.js";
import { type CellFigures, cellFigures, type Placed, sumUnit } from "./cells.js";

/** One row of a column that is added up. */
export interface Part {
  readonly row: Row;
  readonly figures: CellFigures | undefined;
  /** Words instead of a figure: "TBD", "?". Empty cells and dashes count as nothing. */
  readonly unstated: boolean;
  /** "All 15": a figure among words. */
  readonly worded: boolean;
  readonly done: boolean | undefined;
}

/** The rows that a totals row sums up: those above it, or since the last subtotal if there is one. */
export function columnParts(table: Table, at: number, column: number): Part[] {
  const totals = table.rows.map((r, i) => (r.total ? i : -1)).filter((i) => i >= 0 && i < at);
  const rows = table.rows
    .slice(0, at)
    .filter(
      (r, i) => !r.total && (i > (totals.at(-1) ?? -1) || GRAND.test(table.rows[at]?.cells[0]?.text.value ?? "")),
    );
  const chosen = rows.length > 0 ? rows : table.rows.filter((r) => !r.total);
  const status = table.roles.indexOf("status");
  return chosen.map((row) => {
    const cell = row.cells[column];
    const text = cell?.text.value.trim() ?? "";
    const figures = cell ? cellFigures(cell) : undefined;
    const reading = status >= 0 ? unitStatus(row.cells[status]) : undefined;
    return {
      row,
      figures,
      unstated: !figures && !/^[*\s]*$|^(?:none|0)$/iu.test(text),
      worded: !figures && /\d/.test(text),
      done: status >= 0 ? reading?.status === "done" : undefined,
    };
  });
}

/** Of "2h / 4h" the whole. */
export const placedWhole = (f: CellFigures): Placed => f.second ?? f.first;
const placedFirst = (f: CellFigures): Placed => f.first;
/** Of "2h / 4h" what is done. */
export const placedDone = (f: CellFigures): Placed | undefined => (f.second ? f.first : undefined);

/** Sums of what is done, where cells hold pairs. */
export function doneSums(parts: readonly Part[], pick: (f: CellFigures) => Placed | undefined): PartialSum[] {
  const all = sum(
    parts.filter((p) => p.figures === undefined || pick(p.figures) !== undefined),
    (f) => pick(f) ?? f.first,
    "rows that state a share done",
  );
  const done = parts.filter((p) => p.done);
  return done.length > 0 && done.length < parts.length ? [sum(done, placedFirst, "rows marked done"), all] : [all];
}

/** Sums of a column that a reader would accept; only the first of them convicts. */
export function sums(parts: readonly Part[], stated: Placed, header: string): PartialSum[] {
  const unit = sumUnit(stated.quantity);
  const fitting = parts.filter((p) => p.figures === undefined || sumUnit(p.figures.first.quantity) === unit);
  const result: PartialSum[] = [
    {
      ...sum(parts, placedWhole, "all rows"),
      complete: fitting.length === parts.length && !parts.some((p) => p.unstated),
      mixed: unitWords(parts, header, stated).size > 1 || parts.some((p) => p.worded),
    },
  ];
  const done = parts.filter((p) => p.done);
  const open = parts.filter((p) => p.done === false);
  if (done.length > 0 && open.length > 0)
    result.push(sum(done, placedWhole, "rows marked done"), sum(open, placedWhole, "rows not marked done"));
  const firm = parts.filter((p) => p.figures?.first.quantity.approximate !== true);
  if (firm.length < parts.length) result.push(sum(firm, placedWhole, "rows without an estimate"));
  const alike = rowsOfOneKind(parts);
  if (alike.length < parts.length) result.push(sum(alike, placedWhole, "rows of one kind"));
  if (fitting.length < parts.length) result.push(sum(fitting, placedWhole, "rows in the same unit"));
  const taken = parts.map((p) => (TAKES_OFF.test(p.row.cells[0]?.text.value ?? "") ? negated(p) : p));
  if (taken.some((p, i) => p !== parts[i])) result.push(sum(taken, placedWhole, "rows added, less those taken off"));
  const wholes = parts.filter((p, i) => !isPartOfRowAbove(p, parts[i - 1]));
  if (wholes.length < parts.length) result.push(sum(wholes, placedWhole, "rows that are no part of the row above"));
  return [...result, ...singles(parts)];
}

/** Rows that may be meant to be taken off. */
const TAKES_OFF =
  /^[\s*_]*(?:removed|dropped|cut|cancell?ed|expenses?|costs?|spent|outgoings?|losses|withdrawn|used|consumed|entfernt|ausgaben|verbraucht)\b/iu;

function negated(part: Part): Part {
  const { figures } = part;
  if (!figures) return part;
  const first = { ...figures.first, quantity: { ...figures.first.quantity, sign: "-" as const } };
  return { ...part, figures: { ...figures, first } };
}

const DEDUCTION =
  /\b(?:discount|rebate|credit note|refund|deduct\w*|less|minus|savings?|write-?off|rabatt|nachlass|skonto|gutschrift|abzug|remise|r[ée]duction|descuento|sconto|desconto|korting)\b/iu;

/** What a row of this label states is taken off, whatever its sign. */
export function isDeduction(label: string): boolean {
  return DEDUCTION.test(label);
}

/** "Unit tests", "E2E tests" and "Test files": rows whose label ends in the noun that most labels end in. */
function rowsOfOneKind(parts: readonly Part[]): readonly Part[] {
  const kinds = parts.map((p) => noun(words(p.row.cells[0]?.text.value ?? "").at(-1) ?? ""));
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  // Of kinds that are named equally often, the first.
  const [kind, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ["", 0]);
  return kind !== "" && count > 1 ? parts.filter((_, i) => kinds[i] === kind) : parts;
}

/** A totals row may also add up from left to right. */
export function acrossRow(row: Row, column: number): PartialSum[] {
  const others = row.cells.flatMap((cell, at) => {
    const found = at > 0 && at < column ? cellFigures(cell)?.first : undefined;
    return found && !found.percent ? [{ quantity: found.quantity, range: found.range }] : [];
  });
  return others.length > 1 ? [{ parts: others, what: "its own row", complete: true }] : [];
}

/** Days under "~2 weeks": nobody says how many days make a week. */
export function inOtherTime(parts: readonly Part[], total: Quantity): boolean {
  const unit = timeUnit(total.unit);
  return (
    unit !== undefined && parts.every((p) => !p.figures || (timeUnit(p.figures.first.quantity.unit) ?? unit) !== unit)
  );
}

/** The words behind the figures; minutes and hours, or files and scripts, do not add up. */
function unitWords(parts: readonly Part[], header: string, stated: Placed): Set<string> {
  const headers = words(header).map(noun);
  const units = [...parts.flatMap((p) => (p.figures ? [p.figures.first.quantity.unit] : [])), stated.quantity.unit];
  const named = units.map((u) => timeUnit(u) ?? noun(u)).filter((u) => u === "" || !headers.includes(u));
  // "5 errors" in a column of tests is no test; a word that the header has is the column's own unit.
  return new Set(named.length < units.length ? [...named, ...headers.slice(-1)] : named);
}

/** The sum of one figure from every part. */
export function sum(parts: readonly Part[], pick: (f: CellFigures) => Placed, what: string): PartialSum {
  return {
    parts: parts.flatMap((p) =>
      p.figures ? [{ quantity: pick(p.figures).quantity, range: pick(p.figures).range }] : [],
    ),
    what,
    complete: !parts.some((p) => p.unstated),
  };
}

const OF_WHICH =
  /^[\s*_]*(?:of which|thereof|of these|including|incl\.|davon|darunter|dont|de los cuales|de las cuales|dos quais|das quais|di cui|waarvan|w tym|в том числе|из них|у тому числі|其中|うち|منها|[-–—•└↳├])/iu;
const KEY = /^[\s*_]*([A-Z]{0,3}\d+(?:\.\d+)*)\b/u;

/** "davon extern", "└ remote", "1.1" below "1": counted in the row above already. */
function isPartOfRowAbove({ row }: Part, above: Part | undefined): boolean {
  const label = row.cells[0]?.text.value ?? "";
  const [key, upper] = [label, above?.row.cells[0]?.text.value ?? ""].map((text) => KEY.exec(text)?.[1] ?? "");
  const root = (upper ?? "").replace(/\.\d+$/, "");
  const child =
    key?.includes(".") === true && root !== "" && (key.startsWith(`${root}.`) || key.startsWith(`${upper}.`));
  return OF_WHICH.test(label) || child;
}

/** The last or the first of a series, the largest or the smallest: a total need not be a sum. */
function singles(parts: readonly Part[]): PartialSum[] {
  const known = parts.filter((p): p is Part & { readonly figures: CellFigures } => p.figures !== undefined);
  const sorted = [...known].sort((a, b) => a.figures.first.quantity.low - b.figures.first.quantity.low);
  return [
    { part: known.at(-1), what: "the last row" },
    { part: known[0], what: "the first row" },
    { part: sorted.at(-1), what: "the largest" },
    { part: sorted[0], what: "the smallest" },
  ].flatMap(({ part, what }) => (part ? [sum([part], placedWhole, what)] : []));
}
