import { BEYOND_ASCII, DIGIT, FOREIGN_DIGIT, factsOf, PERCENT, TWO_NUMBERS } from "../lex/facts.js";
import type { RatioClaim, TotalClaim } from "../model/claim.js";
import { lazy } from "../model/lazy.js";
import type { Report, Row, Table, TextUnit } from "../model/report.js";
import { isTotalLabel } from "../parse/table.js";
import { cellFigures, type Placed } from "./cells.js";

/** A way of computing a column must hold in so many rows, and in this share of them, before it convicts another row. */
const FEWEST = 2;
const MOST = 0.6;

/**
 * What a table computes row by row: "| Suite | Passed | Total | Rate |", "| Done | Open | Total |". The way is
 * told from the rows themselves: most of them must agree on it.
 */
export function rowClaims(report: Report): (RatioClaim | TotalClaim)[] {
  return report.blocks.flatMap((block) => {
    if (block.kind !== "table" || block.quoted) return [];
    const columns = columnsOf(block);
    return [...ratios(block, columns), ...sums(block, columns)];
  });
}

interface Cell extends Placed {
  readonly unit: TextUnit;
}

type Column = readonly (Cell | undefined)[];

/** The figures of a table, each column read once. */
interface Columns {
  /** Those behind the first that may state percentages: half of their cells, or more, may hold one. */
  readonly percents: readonly number[];
  /** The single figures of a column by row; undefined where a cell holds something else. */
  column(at: number, pick?: "first" | "second"): Column;
  /** Whether half of a column or more are single figures, none of them a percentage. */
  isPlain(at: number): boolean;
  /** Whether a column has fewer figures than that, so that nobody needs to read it. */
  fewer(at: number, than: number): boolean;
  /** Whether a column holds pairs like "12/60". */
  isPair(at: number): boolean;
}

function columnsOf(table: Table): Columns {
  const held = holdings(table);
  const half = table.rows.length * 0.5;
  const read = held.map(({ pairs }, at) => {
    const figures = lazy(() =>
      table.rows.map(({ cells }) => {
        const unit = cells[at];
        return { unit, found: unit ? cellFigures(unit) : undefined };
      }),
    );
    const isPair = lazy(() => pairs > 0 && figures().some(({ found }) => found?.second !== undefined));
    const single = (pick: "first" | "second"): Column =>
      figures().map(({ unit, found }): Cell | undefined => {
        const figure = found?.[pick];
        const exact = figure && figure.quantity.low === figure.quantity.high && figure.quantity.bound === "exact";
        return unit && exact && !figure.quantity.approximate && figure.quantity.sign === ""
          ? { ...figure, unit }
          : undefined;
      });
    return { isPair, first: lazy(() => single("first")), second: lazy(() => single("second")) };
  });
  const column: Columns["column"] = (at, pick = "first") => read[at]?.[pick]() ?? [];
  return {
    percents: held.flatMap(({ percents }, at) => (at > 0 && percents >= half ? at : [])),
    column,
    fewer: (at, than) => (held[at]?.figures ?? 0) < than,
    isPlain: (at) => (held[at]?.figures ?? 0) >= half && most(column(at), (c) => !c.percent) && !read[at]?.isPair(),
    isPair: (at) => read[at]?.isPair() === true,
  };
}

/** How many cells of each column may hold a figure, a percentage, a pair: told in one look at the cells that there are. */
function holdings({ header, rows }: Table): readonly { figures: number; percents: number; pairs: number }[] {
  const columns = header.map(() => ({ figures: 0, percents: 0, pairs: 0 }));
  for (const { cells } of rows) {
    cells.forEach((cell, at) => {
      const column = columns[at];
      if (column === undefined) return;
      const facts = factsOf(cell.text.value);
      if ((facts & (DIGIT | FOREIGN_DIGIT)) === 0) return;
      column.figures++;
      if ((facts & (PERCENT | BEYOND_ASCII)) !== 0) column.percents++;
      if ((facts & (TWO_NUMBERS | FOREIGN_DIGIT)) !== 0) column.pairs++;
    });
  }
  return columns;
}

/** Percentages that are one column's share of another, or of the pair "12/60" in one cell. */
function ratios(table: Table, { percents: candidates, column, isPlain, isPair }: Columns): RatioClaim[] {
  const percents = candidates.filter((at) => most(column(at), (c) => c.percent));
  if (percents.length === 0) return [];
  const columns = table.header.map((_, at) => at).filter((at) => at > 0);
  const plain = columns.filter((at) => isPlain(at));
  const pairs = columns.filter((at) => isPair(at));
  const ways = [
    ...pairs.map((at) => [column(at), column(at, "second")] as const),
    ...plain.flatMap((x) => plain.filter((y) => y !== x).map((y) => [column(x), column(y)] as const)),
  ];
  return percents.flatMap((at) => {
    const stated = column(at);
    const rows = ways.map(([part, whole]) =>
      stated.map((percent, row) => {
        const [a, b] = [part[row], whole[row]];
        // A totals row may state a mean instead (table-total.ts).
        if (
          isTotalRow(table.rows[row]) ||
          !percent?.percent ||
          !a ||
          !b ||
          a.percent ||
          b.percent ||
          b.quantity.low === 0
        )
          return undefined;
        return { percent, part: a.quantity.low, whole: b.quantity.low };
      }),
    );
    const fits = (found: (typeof rows)[number]): number =>
      found.filter((r) => r && isShare(r.percent, r.part, r.whole)).length;
    const [way] = rows
      .filter((found) => holds(found, (r) => isShare(r.percent, r.part, r.whole)))
      .sort((a, b) => fits(b) - fits(a));
    return (way ?? []).flatMap((r, row): RatioClaim[] =>
      r &&
      (isShare(r.percent, r.part, r.whole) ||
        !isShareOfParts(
          r.percent,
          plain.map((x) => column(x)[row]),
        ))
        ? [
            {
              kind: "ratio",
              unit: r.percent.unit,
              range: r.percent.range,
              raw: r.percent.quantity.raw,
              percent: r.percent.quantity,
              part: r.part,
              whole: r.whole,
            },
          ]
        : [],
    );
  });
}

/** "117 tests, 29 passed, 12 failed, 71%": of those that ran, whatever the other rows are shares of. */
function isShareOfParts(percent: Placed, cells: Column): boolean {
  const values = cells.flatMap((cell) => cell?.quantity.low ?? []);
  return values.some((part, i) => values.some((rest, j) => i !== j && isShare(percent, part, part + rest)));
}

function isShare({ quantity }: Placed, part: number, whole: number): boolean {
  return Math.abs(quantity.low - (100 * part) / whole) <= 10 ** -quantity.decimals * 0.999;
}

/** A column called Total that adds up the columns beside it. */
function sums(table: Table, { column, isPlain, fewer }: Columns): TotalClaim[] {
  const isTotal = table.header.map((header) => isTotalLabel(header.text.value));
  const added = lazy(() => isTotal.flatMap((total, other) => (other > 0 && !total && isPlain(other) ? other : [])));
  return table.header.flatMap((_, at): TotalClaim[] => {
    if (at === 0 || isTotal[at] !== true || fewer(at, FEWEST)) return [];
    const others = added();
    const left = others.filter((other) => other < at);
    const total = column(at);
    for (const chosen of [left, others, others.filter((other) => other > at)]) {
      if (chosen.length < 2) continue;
      const cells = chosen.map((other) => column(other));
      const rows = total.map((stated, row) => {
        const parts = cells.map((c) => c[row]);
        return stated && parts.every((p) => p !== undefined)
          ? { stated, parts: parts.flatMap((p) => p ?? []) }
          : undefined;
      });
      if (!holds(rows, (r) => r.parts.reduce((n, p) => n + p.quantity.low, 0) === r.stated.quantity.low)) continue;
      return rows.flatMap((r, row) => (r && !isTotalRow(table.rows[row]) ? [asTotal(r.stated, r.parts)] : []));
    }
    return [];
  });
}

/** The totals row is added up downwards, by another claim. */
function isTotalRow(row: Row | undefined): boolean {
  return row?.total === true;
}

function asTotal(stated: Cell, parts: readonly Cell[]): TotalClaim {
  return {
    kind: "total",
    unit: stated.unit,
    range: stated.range,
    raw: stated.quantity.raw,
    quantity: stated.quantity,
    sums: [
      { parts: parts.map(({ quantity, range }) => ({ quantity, range })), what: "the cells beside it", complete: true },
    ],
  };
}

function most<T>(cells: readonly (T | undefined)[], test: (cell: T) => boolean): boolean {
  const known = cells.filter((c): c is T => c !== undefined);
  return known.length > 0 && known.length >= cells.length * 0.5 && known.every(test);
}

function holds<T>(rows: readonly (T | undefined)[], test: (row: T) => boolean): boolean {
  const known = rows.filter((r): r is T => r !== undefined);
  const fitting = known.filter(test).length;
  return fitting >= FEWEST && fitting >= known.length * MOST;
}
