import { timeUnit } from "../lex/durations.js";
import { AVERAGE, GRAND, TOTAL, unsummed } from "../lex/phrases.js";
import { unitStatus } from "../lex/status.js";
import { noun, words } from "../lex/words.js";
import type { OverallClaim, PartialSum, TotalClaim } from "../model/claim.js";
import type { Quantity } from "../model/quantity.js";
import type { Block, Report, Row, Table } from "../model/report.js";
import { type CellFigures, cellFigures, type Placed, sumUnit } from "./cells.js";

/** Columns whose figures are never added up. */
const NOT_ADDITIVE = /\bp\d\d\b|^#$/iu;
const AVERAGED = new RegExp(`^[\\s*_]*(?:average|avg|mean|${AVERAGE})`, "iu");
const TOTAL_START = new RegExp(`^[\\s*_]*${TOTAL}`, "iu");

/** What several rows may have in common: three changes to one file touch one file. */
const SHARED =
  /\b(?:affected|covered|distinct|unique|categories|types|languages|files?|modules?|components?|authors?|contributors?|people|commits?)\b/iu;

/** Every figure of every totals row of the report's tables. */
export function tableTotalClaims(report: Report): (TotalClaim | OverallClaim)[] {
  return report.blocks.filter((b: Block): b is Table => b.kind === "table" && !b.quoted).flatMap(claimsOf);
}

function claimsOf(table: Table): (TotalClaim | OverallClaim)[] {
  return table.rows.flatMap((row, at) => (row.total ? rowClaims(table, row, at) : []));
}

function rowClaims(table: Table, row: Row, at: number): (TotalClaim | OverallClaim)[] {
  if (AVERAGED.test(row.cells[0]?.text.value.trim() ?? "") || !sumsUpRows(table, row)) return [];
  return row.cells.flatMap((cell, column): (TotalClaim | OverallClaim)[] => {
    const found = column > 0 ? cellFigures(cell) : undefined;
    if (!found) return [];
    if (found.first.percent) {
      return [
        {
          kind: "overall",
          unit: cell,
          range: found.first.range,
          raw: found.first.quantity.raw,
          percent: found.first.quantity,
          table,
          row: at,
          column,
        },
      ];
    }
    const header = table.header[column]?.text.value ?? "";
    if (
      NOT_ADDITIVE.test(header) ||
      unsummed(cell.conventions).test(header) ||
      (found.second && found.first.range === found.second.range && !header)
    )
      return [];
    const parts = columnParts(table, at, column);
    if (parts.filter((p) => p.figures).length < 2) return [];
    if (inOtherTime(parts, found.first.quantity)) return [];
    const pairs = parts.some((p) => p.figures?.second);
    const claim = (placed: Placed, sums: PartialSum[]): TotalClaim => ({
      kind: "total",
      unit: cell,
      range: placed.range,
      raw: placed.quantity.raw,
      quantity: placed.quantity,
      sums,
      distinct: SHARED.test(header),
    });
    if (found.second) {
      if (!pairs) return [];
      return [
        claim(found.first, doneSums(parts, placedDone)),
        claim(found.second, [sum(parts, placedWhole, "all rows")]),
      ];
    }
    return [claim(found.first, [...sums(parts, found.first, header), ...acrossRow(row, column)])];
  });
}

/** "Total" sums up all rows; "Total Tests" does so only where the rows above speak of tests. */
function sumsUpRows(table: Table, row: Row): boolean {
  const label = row.cells[0]?.text.value ?? "";
  const nouns = words(label.replace(TOTAL_START, " "))
    .map(noun)
    .filter((w) => !/^(?:total|overall|grand|all|row|item|sum|the|of|for|remaining|estimated)$/.test(w));
  const metrics = /^(?:metric|statistic|measure|kpi|indicator|category)s?$/iu.test(
    table.header[0]?.text.value.trim() ?? "",
  );
  // The first of several figures of different kinds: "Total Items | 50", then keywords, links, hooks.
  if (metrics && table.rows[0] === row) return false;
  if (nouns.length === 0) return true;
  const header = words(table.header[0]?.text.value ?? "").map(noun);
  const rows = table.rows.filter((r) => !r.total).map((r) => words(r.cells[0]?.text.value ?? "").map(noun));
  return nouns.some((n) => header.includes(n) || rows.filter((r) => r.includes(n)).length >= rows.length * 0.7);
}

interface Part {
  readonly row: Row;
  readonly figures: CellFigures | undefined;
  /** Words instead of a figure: "TBD", "?". Empty cells and dashes count as nothing. */
  readonly unstated: boolean;
  /** "All 15": a figure among words. */
  readonly worded: boolean;
  readonly done: boolean | undefined;
}

/** The rows that a totals row sums up: those above it, or since the last subtotal if there is one. */
function columnParts(table: Table, at: number, column: number): Part[] {
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

const placedWhole = (f: CellFigures): Placed => f.second ?? f.first;
const placedFirst = (f: CellFigures): Placed => f.first;
const placedDone = (f: CellFigures): Placed | undefined => (f.second ? f.first : undefined);

function doneSums(parts: readonly Part[], pick: (f: CellFigures) => Placed | undefined): PartialSum[] {
  const all = sum(
    parts.filter((p) => p.figures === undefined || pick(p.figures) !== undefined),
    (f) => pick(f) ?? f.first,
    "rows that state a share done",
  );
  const done = parts.filter((p) => p.done);
  return done.length > 0 && done.length < parts.length ? [sum(done, placedFirst, "rows marked done"), all] : [all];
}

function sums(parts: readonly Part[], stated: Placed, header: string): PartialSum[] {
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
  return result;
}

/** "Unit tests", "E2E tests" and "Test files": rows whose label ends in the noun that most labels end in. */
function rowsOfOneKind(parts: readonly Part[]): readonly Part[] {
  const kinds = parts.map((p) => noun(words(p.row.cells[0]?.text.value ?? "").at(-1) ?? ""));
  const count = (kind: string): number => kinds.filter((k) => k === kind).length;
  const [kind] = [...new Set(kinds)].sort((a, b) => count(b) - count(a));
  return kind !== undefined && kind !== "" && count(kind) > 1 ? parts.filter((_, i) => kinds[i] === kind) : parts;
}

/** A totals row may also add up from left to right. */
function acrossRow(row: Row, column: number): PartialSum[] {
  const others = row.cells.flatMap((cell, at) => {
    const found = at > 0 && at < column ? cellFigures(cell)?.first : undefined;
    return found && !found.percent ? [{ quantity: found.quantity, range: found.range }] : [];
  });
  return others.length > 1 ? [{ parts: others, what: "its own row", complete: true }] : [];
}

/** Days under "~2 weeks": nobody says how many days make a week. */
function inOtherTime(parts: readonly Part[], total: Quantity): boolean {
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

function sum(parts: readonly Part[], pick: (f: CellFigures) => Placed, what: string): PartialSum {
  return {
    parts: parts.flatMap((p) =>
      p.figures ? [{ quantity: pick(p.figures).quantity, range: pick(p.figures).range }] : [],
    ),
    what,
    complete: !parts.some((p) => p.unstated),
  };
}
