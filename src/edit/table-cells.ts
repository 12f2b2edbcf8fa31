import stringWidth from "string-width";
import type { TextEdit } from "../model/diagnostic.js";
import type { Range } from "../model/range.js";
import { lastNotAbove } from "../source/positions.js";

/** A cell of a table's source: what stands between two bars, as offsets into the text, padding included. */
interface Cell extends Range {
  readonly text: string;
}

type Measure = (text: string) => number;

type Alignment = "left" | "right" | "center";

/** The ways in which people and programs make columns line up: by columns of a screen, by characters, by code units. */
const MEASURES: readonly Measure[] = [(text) => stringWidth(text), (text) => [...text].length, (text) => text.length];
const FEWEST_LINES = 3;

/** The cells of a table's source, read once for all edits of the table. */
export class TableCells {
  private readonly rows: readonly (readonly Cell[])[];
  private readonly lines: readonly Range[];
  private readonly measures = new Map<number, Measure | undefined>();

  /** `table` is the whole table in the file's own text. */
  constructor(text: string, table: Range) {
    this.lines = linesOf(text, table);
    this.rows = this.lines.map((line) => cellsOf(text, line));
  }

  /**
   * Spaces to add to, or to take from, the padding of the cell in which edits are made, so that an aligned column stays
   * aligned as far as there is room. Empty where the column is not aligned, or the edits leave the width as it is.
   */
  paddingEdits(edits: readonly TextEdit[]): TextEdit[] {
    const [first] = edits;
    if (!first) return [];
    const row = this.rows[lastNotAbove(this.lines, first.range.start, ({ start }) => start)];
    const column = row?.findIndex((cell) => holds(cell, first.range)) ?? -1;
    const cell = row?.[column];
    if (!cell || !edits.every((edit) => holds(cell, edit.range))) return [];
    const measure = this.measureOf(column);
    if (!measure) return [];
    const grown = measure(applied(cell, edits)) - measure(cell.text);
    return grown === 0 ? [] : absorb(cell, grown, alignmentOf(this.rows[1]?.[column]?.text ?? "", cell.text));
  }

  /** By what a column lines up. */
  private measureOf(column: number): Measure | undefined {
    if (this.rows.length < FEWEST_LINES) return undefined;
    if (this.measures.has(column)) return this.measures.get(column);
    const cells = this.rows.map((cells) => cells[column]);
    const measure = MEASURES.find((m) => isEven(cells, m));
    this.measures.set(column, measure);
    return measure;
  }
}

function linesOf(text: string, { start, end }: Range): Range[] {
  const lines: Range[] = [];
  // A table may start behind the marker of a list.
  let from = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  for (const m of text.slice(from, end).matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const length = m[0].replace(/[\r\n]+$/, "").length;
    if (length > 0) lines.push({ start: from, end: from + length });
    from += m[0].length;
    if (from >= end) break;
  }
  return lines;
}

/** The cells of a line that end in a bar: only these can be padded. */
function cellsOf(text: string, { start, end }: Range): Cell[] {
  const bars = [...text.slice(start, end).matchAll(/(?<!\\)\|/g)].map((m) => start + m.index);
  return bars.map((bar, index) => {
    const from = index === 0 ? start : (bars[index - 1] ?? start) + 1;
    return { start: from, end: bar, text: text.slice(from, bar) };
  });
}

function holds(cell: Range, range: Range): boolean {
  return cell.start <= range.start && range.end <= cell.end;
}

function isEven([first, ...others]: readonly (Cell | undefined)[], measure: Measure): boolean {
  if (!first) return false;
  const width = measure(first.text);
  const isLike = (cell: Cell | undefined): boolean => cell !== undefined && measure(cell.text) === width;
  return others.every(isLike) && ![first, ...others].some((cell) => cell?.text.includes("\t"));
}

function applied(cell: Cell, edits: readonly TextEdit[]): string {
  let text = cell.text;
  for (const { range, newText } of edits.toSorted((a, b) => b.range.start - a.range.start))
    text = text.slice(0, range.start - cell.start) + newText + text.slice(range.end - cell.start);
  return text;
}

/** By the row of dashes; without a colon there, figures that stand at the right keep standing there. */
function alignmentOf(dashes: string, text: string): Alignment {
  const [start, end] = [dashes.trim().startsWith(":"), dashes.trim().endsWith(":")];
  if (start && end) return "center";
  if (end) return "right";
  return !start && leading(text) > 1 && trailing(text) <= 1 ? "right" : "left";
}

const leading = (text: string): number => /^ */.exec(text)?.[0].length ?? 0;
const trailing = (text: string): number => / *$/.exec(text)?.[0].length ?? 0;

function absorb(cell: Cell, grown: number, alignment: Alignment): TextEdit[] {
  const [before, after] = [leading(cell.text), trailing(cell.text)];
  const room = (spaces: number): number => Math.max(Math.min(1, spaces), spaces - grown);
  if (alignment === "left") return resize(cell.end - after, after, room(after));
  if (alignment === "right") return resize(cell.start, before, room(before));
  const total = Math.max(Math.min(1, before) + Math.min(1, after), before + after - grown);
  const left = Math.floor(total / 2);
  return [...resize(cell.start, before, left), ...resize(cell.end - after, after, total - left)];
}

/** A run of `before` spaces at `start`, made `after` long. */
function resize(start: number, before: number, after: number): TextEdit[] {
  if (before === after) return [];
  const end = start + before;
  if (after > before) return [{ range: { start: end, end }, expected: "", newText: " ".repeat(after - before) }];
  return [{ range: { start: end - (before - after), end }, expected: " ".repeat(before - after), newText: "" }];
}
