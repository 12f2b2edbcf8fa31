import { averages, remaining, totals, unsummed } from "../lex/phrases.js";
import { WordPattern } from "../lex/word-pattern.js";
import { noun, words } from "../lex/words.js";
import type { OverallClaim, PartialSum, TotalClaim } from "../model/claim.js";
import type { Block, Report, Row, Table } from "../model/report.js";
import { cellFigures, type Placed } from "./cells.js";
import {
  acrossRow,
  columnParts,
  doneSums,
  inOtherTime,
  isDeduction,
  placedDone,
  placedWhole,
  sum,
  sums,
} from "./column-sums.js";

/** Columns whose figures are never added up. */
const NOT_ADDITIVE =
  /\bp\d\d\b|^#$|\b(?:cumulative|running|backlog|remaining|open|at end|team|head ?count|best|worst|oldest|newest|latest|peak|longest|shortest|age|last|first|speed-?up|ratio|factor|gain|improvement)\b/iu;
const AVERAGED = new WordPattern(averages, (words) => `^[\\s*_]*(?:average|avg|mean|${words})`, { optional: true });
/** "3h remaining" below hours: some of them are spent already (remaining.ts). */
const LEFT = new WordPattern(remaining, (words) => words);
const TOTAL_START = new WordPattern(totals, (words) => `^[\\s*_]*${words}`);

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
      LEFT.test(cell.text.value) ||
      /^[x×]$/u.test(found.first.quantity.unit) ||
      unsummed(cell.conventions).test(header) ||
      (found.second && found.first.range === found.second.range && !header)
    )
      return [];
    if (spansTime(table, header) || table.rows.some((r) => isDeduction(r.cells[0]?.text.value ?? ""))) return [];
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

/** Durations beside a start and an end: phases overlap, and their total is a span. */
function spansTime(table: Table, header: string): boolean {
  const names = table.header.map((h) => h.text.value.trim());
  const dated =
    names.some((n) => /^(?:start|begin|from)/iu.test(n)) &&
    names.some((n) => /^(?:end|finish|due|to$|until)/iu.test(n));
  return dated && /\b(?:days?|weeks?|duration|length)\b/iu.test(header);
}

/** "Total" sums up all rows; "Total Tests" does so only where the rows above speak of tests. */
function sumsUpRows(table: Table, row: Row): boolean {
  const label = row.cells[0]?.text.value ?? "";
  const nouns = words(TOTAL_START.replaceIn(label, " "))
    .map(noun)
    .filter((w) => !/^(?:total|overall|grand|all|row|item|sum|the|of|for|remaining|estimated|σ|∑)$/.test(w));
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
