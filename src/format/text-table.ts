import Table from "cli-table3";
import { measure, pad, wrap } from "./measure.js";
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

/**
 * Draws a table. cli-table3 measures some emoji and scripts wrongly, so it is given cells of stand-ins, one per line of
 * a cell and each one column wide, and the lines themselves, padded here, take their places afterwards.
 */
export function drawTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  piped: boolean,
  theme: Theme,
): string {
  const lines: string[] = [];
  const standIn = ({ text, paint }: Cell, column: Column): string =>
    text
      .split("\n")
      .flatMap((line) => wrap(line, column.width))
      .map((line) => {
        const padded = pad(line, column.width, column.align);
        lines.push(paint === undefined ? padded : paint(padded));
        return String.fromCodePoint(0xf0000 + lines.length - 1).repeat(column.width);
      })
      .join("\n");
  const heading = (text: string) => ({ text, paint: theme.bold });
  const table = new Table({
    style: { head: [], border: [], compact: true, "padding-left": piped ? 0 : 1, "padding-right": piped ? 0 : 1 },
    head: piped ? [] : columns.map((column) => standIn(heading(column.head), column)),
    ...(piped ? { chars: NO_LINES } : {}),
  });
  const underlined = columns.map(({ head, width }) => ({ text: `${head}\n${"-".repeat(width)}`, paint: theme.bold }));
  for (const row of piped ? [underlined, ...rows] : rows)
    table.push(columns.map((column, index) => standIn(row[index] ?? { text: "" }, column)));
  return table
    .toString()
    .replace(/[\u2500-\u257f]+/g, theme.dim)
    .replace(/([\u{f0000}-\u{ffffd}])\1*/gu, (_, sign: string) => lines[(sign.codePointAt(0) ?? 0) - 0xf0000] ?? "")
    .replace(/ +$/gm, "");
}

/** The width of the widest line of some cells. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.flatMap((text) => text.split("\n")).map(measure));
}
