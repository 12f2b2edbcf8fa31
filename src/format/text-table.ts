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
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/** What the lines of a table of so many columns take from its width. */
export function frameWidth(columns: number, piped: boolean): number {
  return piped ? 2 * (columns - 1) : 3 * columns + 1;
}

/** One column wide by every measure. */
const STAND_IN = "\u{f0000}";

function cellLines({ text, paint }: Cell, { width, align }: Column): readonly string[] {
  const lines = text.split("\n").flatMap((line) => wrap(line, width));
  return lines.map((line) => (paint === undefined ? pad(line, width, align) : paint(pad(line, width, align))));
}

/** The lines of a row's cells in the order in which they are printed. */
function inPrintOrder(cells: readonly (readonly string[])[]): readonly string[] {
  const height = largest(cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => cells.flatMap((lines) => lines.slice(at, at + 1))).flat();
}

/**
 * Draws a table. cli-table3 measures some emoji and scripts wrongly, so it is given cells made of stand-ins; the lines
 * themselves, padded here, take their places afterwards.
 */
export function drawTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  piped: boolean,
  theme: Theme,
): string {
  const printed: string[] = [];
  const standIns = (row: readonly Cell[]): string[] => {
    const cells = columns.map((column, index) => cellLines(row[index] ?? { text: "" }, column));
    printed.push(...inPrintOrder(cells));
    return cells.map((lines, index) => lines.map(() => STAND_IN.repeat(columns[index]?.width ?? 0)).join("\n"));
  };
  const head = columns.map(({ head, width }) => ({
    text: piped ? `${head}\n${"-".repeat(width)}` : head,
    paint: theme.bold,
  }));
  const table = new Table({
    style: { head: [], border: [], compact: true, "padding-left": piped ? 0 : 1, "padding-right": piped ? 0 : 1 },
    ...(piped ? { chars: NO_LINES } : { head: standIns(head) }),
  });
  if (piped) table.push(standIns(head));
  for (const row of rows) table.push(standIns(row));
  let next = 0;
  return table
    .toString()
    .replace(/[\u2500-\u257f]+/g, theme.dim)
    .replace(/\u{f0000}+/gu, () => printed[next++] ?? "")
    .replace(/ +$/gm, "");
}

/** The width of the widest line of some cells. */
export function widest(texts: readonly string[]): number {
  return largest(texts.flatMap((text) => text.split("\n")).map(measure));
}
