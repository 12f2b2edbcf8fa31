import type { Position, Range } from "../model/range.js";
import type { SourceText } from "../model/source-text.js";

/** The index of the last element that is not above `value`; the elements ascend and the first is not above it. */
export function lastNotAbove<T>(elements: readonly T[], value: number, key: (element: T) => number): number {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const element = elements[middle];
    if (element !== undefined && key(element) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rawOffset(source: SourceText, offset: number, edge: "start" | "end"): number {
  const bounded = Math.min(Math.max(offset, 0), source.text.length);
  const index = lastNotAbove(source.segments, bounded, (segment) => segment.text);
  const segment = source.segments[index] ?? { text: 0, raw: 0 };
  // Behind every segment but the last comes the repair of the same index.
  const repair = source.repairs[index];
  if (repair !== undefined && bounded > repair.range.start) return repair.raw[edge];
  return segment.raw + bounded - segment.text;
}

function positionAt(lineStarts: readonly number[], offset: number): Position {
  const index = lastNotAbove(lineStarts, offset, (start) => start);
  return { line: index + 1, column: offset - (lineStarts[index] ?? 0) + 1 };
}

function lineAt(text: string, lineStarts: readonly number[], line: number): string {
  const start = lineStarts[line - 1];
  if (start === undefined) return "";
  return text.slice(start, lineStarts[line] ?? text.length).replace(/\r\n$|\n$|\r$/, "");
}

/** The place of an offset of the repaired text in the file's own text; inside a repaired run it is the run's start. */
export function positionOf(source: SourceText, offset: number): Position {
  return positionAt(source.rawLineStarts, rawOffset(source, offset, "start"));
}

/** Like {@link positionOf}, for the end of a range: inside a repaired run it is the run's end. */
export function endPositionOf(source: SourceText, offset: number): Position {
  return positionAt(source.rawLineStarts, rawOffset(source, offset, "end"));
}

/** The 1-based line of an offset of the repaired text; the same line in the file's own text. */
export function lineOf(source: SourceText, offset: number): number {
  return lastNotAbove(source.lineStarts, Math.max(offset, 0), (start) => start) + 1;
}

/** The 1-based line of an offset of the file's own text. */
export function rawLineOf(source: SourceText, offset: number): number {
  return lastNotAbove(source.rawLineStarts, Math.max(offset, 0), (start) => start) + 1;
}

/** The offset of a place in the file's own text: the way back from {@link positionOf}. */
export function offsetAt({ rawLineStarts }: SourceText, { line, column }: Position): number {
  return (rawLineStarts[line - 1] ?? 0) + column - 1;
}

/** The range of the file's own text behind a range of the repaired text, widened to whole repaired runs. */
export function rawRange(source: SourceText, range: Range): Range {
  const start = rawOffset(source, range.start, "start");
  return { start, end: range.end > range.start ? rawOffset(source, range.end, "end") : start };
}

/** A 1-based line of the file's own text without its line end; "" beyond the last line. */
export function lineText(source: SourceText, line: number): string {
  return lineAt(source.raw, source.rawLineStarts, line);
}

/** A 1-based line of the repaired text without its line end; "" beyond the last line. */
export function sourceLineText(source: SourceText, line: number): string {
  return lineAt(source.text, source.lineStarts, line);
}
