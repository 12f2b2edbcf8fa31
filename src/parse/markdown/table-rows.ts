import type { AlignType } from "mdast";
import { BACKSLASH, COLON, DASH, isBlank, PIPE } from "./chars.js";

/** A cell of a row: where it stands, and where its text does; an empty one has no text. */
export interface Cell {
  readonly from: number;
  to: number;
  textFrom: number;
  textTo: number;
}

/** How many columns a line has as the head of a table; 0 where it can be none. */
export function headColumns(text: string, from: number, end: number): number {
  const { length } = rowCells(text, from, end);
  let at = from + 1;
  if (text.charCodeAt(from) === PIPE) {
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    if (at >= end) return 0;
  }
  return length;
}

/** The cells of a row that starts at the first character of a line. Whatever stands beyond the head's columns counts. */
export function rowCells(text: string, from: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let cell: Cell = { from, to: end, textFrom: -1, textTo: -1 };
  let first = true;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === PIPE) {
      if (!first || cell.textFrom >= 0) {
        cell.to = at;
        cells.push(cell);
        cell = { from: at, to: end, textFrom: -1, textTo: -1 };
      }
      first = false;
      continue;
    }
    if (isBlank(code)) continue;
    if (cell.textFrom < 0) cell.textFrom = at;
    if (code === BACKSLASH && at + 1 < end && isEscaped(text.charCodeAt(at + 1))) at++;
    cell.textTo = at + 1;
  }
  if (cell.textFrom >= 0 || cells.length === 0) cells.push(cell);
  const last = cells.at(-1);
  if (last) last.to = end;
  return cells;
}

const isEscaped = (code: number): boolean => code === PIPE || code === BACKSLASH;

/** The columns of a line that draws the rule below a table's head; undefined where it is none. */
export function delimiterRow(text: string, from: number, end: number): AlignType[] | undefined {
  const code = (at: number): number => (at < end ? text.charCodeAt(at) : -1);
  const skip = (at: number): number => {
    let to = at;
    while (to < end && isBlank(text.charCodeAt(to))) to++;
    return to;
  };
  const align: AlignType[] = [];
  let marked = false;
  let at = from;
  if (code(at) === PIPE) {
    marked = true;
    at = skip(at + 1);
  }
  while (at < end) {
    const left = code(at) === COLON;
    if (left) at++;
    if (code(at) !== DASH) return undefined;
    while (code(at) === DASH) at++;
    const right = code(at) === COLON;
    if (right) at++;
    marked ||= left || right;
    align.push(left ? (right ? "center" : "left") : right ? "right" : null);
    at = skip(at);
    if (at >= end) break;
    if (code(at) !== PIPE) return undefined;
    marked = true;
    at = skip(at + 1);
  }
  return marked && align.length > 0 ? align : undefined;
}
