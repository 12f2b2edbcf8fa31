import Table from "cli-table3";
import { largest, measure, pad, wrap } from "./measure.js";
import type { Paint, Theme } from "./theme.js";

export interface Column {
  readonly head: string;
  readonly align?: "left" | "right";
  readonly width: number;
}

export interface Cell {
  readonly text: string;
  readonly paint?: Paint | undefined;
}

const NO_LINES = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ mid: "", "mid-mid": "", "left-mid": "", "right-mid": "" },
  ...{ left: "", right: "", middle: "  " },
};

/** What the lines of a table of so many columns take from its width. */
export function frameWidth(columns: number, piped: boolean): number {
  return piped ? 2 * (columns - 1) : 3 * columns + 1;
}

/** One column wide by every measure. */
const STAND_IN = "\u{e000}";

/** The lines of a row; in each, one text per column, padded to the column's width. */
function rowLines(row: readonly Cell[], columns: readonly Column[]): readonly (readonly string[])[] {
  const cells = columns.map(({ width }, index) =>
    (row[index]?.text ?? "").split("\n").flatMap((line) => wrap(line, width)),
  );
  return Array.from({ length: largest(cells.map((lines) => lines.length)) }, (_, at) =>
    columns.map(({ width, align }, index) => {
      const text = pad(cells[index]?.[at] ?? "", width, align);
      return row[index]?.paint?.(text) ?? text;
    }),
  );
}

/** The lines around and between cells, drawn by cli-table3 with one row of stand-ins. */
function drawFrame(columns: readonly Column[], piped: boolean): readonly string[] {
  const row = columns.map(({ width }) => STAND_IN.repeat(width));
  const padding = piped ? 0 : 1;
  const table = new Table({
    style: { head: [], border: [], compact: true, "padding-left": padding, "padding-right": padding },
    ...(piped ? { chars: NO_LINES } : { head: row }),
  });
  table.push(row);
  return table.toString().split("\n");
}

/**
 * Draws a table; cells wider than their column are wrapped. cli-table3 draws the frame only: it measures some emoji and
 * scripts wrongly, and takes long over many rows.
 */
export function drawTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  piped: boolean,
  theme: Theme,
): string {
  const fill = (frame: string, cells: readonly string[]): string => {
    let next = 0;
    const framed = frame.replace(/[\u2500-\u257f]+/g, theme.dim);
    return framed.replace(/\u{e000}+/gu, () => cells[next++] ?? "").trimEnd();
  };
  const head = columns.map((column) => ({ text: column.head, paint: theme.bold }));
  const rule = columns.map(({ width }) => ({ text: "-".repeat(width), paint: theme.dim }));
  const frame = drawFrame(columns, piped);
  const body = frame.findLast((line) => line.includes(STAND_IN)) ?? "";
  const heading = frame.slice(0, frame.lastIndexOf(body));
  return [
    ...heading.flatMap((line) =>
      rowLines(line.includes(STAND_IN) ? head : [], columns).map((cells) => fill(line, cells)),
    ),
    ...(piped ? [head, rule, ...rows] : rows).flatMap((row) =>
      rowLines(row, columns).map((cells) => fill(body, cells)),
    ),
    ...frame.slice(frame.lastIndexOf(body) + 1).map((line) => fill(line, [])),
  ].join("\n");
}

/** The width of the widest line of some cells. */
export function widest(texts: readonly string[]): number {
  return largest(texts.flatMap((text) => text.split("\n")).map(measure));
}
