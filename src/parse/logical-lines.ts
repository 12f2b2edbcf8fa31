import { firstMark } from "../lex/status.js";
import { type OwnStatuses, USUAL } from "../model/conventions.js";
import type { MappedText, Span } from "../model/plain-text.js";
import { lastNotAbove } from "../source/positions.js";
import { slicePlain, trimPlain } from "./plain-text.js";

const LABEL = /^[\p{L}][\p{L}\p{N} /&'()-]{1,40}:\s/u;
const BREAK = /(?: {2,}|\\)\r?$/;
const SPACE = /\s/;

/**
 * A paragraph as its readers see it: fields and marked statements on lines of their own, wrapped prose joined.
 * A line starts anew after a hard break and where the next source line opens with a label, bold text or a mark.
 */
export function logicalLines(paragraph: MappedText, source: string, own: OwnStatuses): MappedText[] {
  const { value, spans } = paragraph;
  const cuts = value.includes("\n") ? lineCuts(paragraph, source, own) : [];
  const starts = [0, ...cuts.map((cut) => cut + 1)];
  const inLine = cuts.length === 0 ? [spans] : spansByLine(spans, starts);
  return starts
    .map((start, n) => trimPlain(slicePlain(paragraph, start, cuts[n] ?? value.length, inLine[n] ?? [])))
    .filter((line) => line.value !== "");
}

/** The line breaks behind which a line starts anew. */
function lineCuts(text: MappedText, source: string, own: OwnStatuses): number[] {
  const { value } = text;
  const conventions = { ...USUAL, own };
  const bold = new Set(text.spans.filter((s) => s.kind === "strong").map((s) => s.start));
  const cuts: number[] = [];
  // Both only ever go forward, so that a run of blank lines is gone through once.
  let lastText = "";
  let seen = 0;
  let next = 0;
  for (let at = value.indexOf("\n"); at >= 0; at = value.indexOf("\n", at + 1)) {
    for (; seen < at; seen++) if (!SPACE.test(value.charAt(seen))) lastText = value.charAt(seen);
    next = Math.max(next, at + 1);
    while (next < value.length && SPACE.test(value.charAt(next))) next++;
    if (isBreak(text, at, source) || bold.has(next) || lastText === ":" || opensLine(at)) cuts.push(at);
  }
  return cuts;

  function opensLine(newline: number): boolean {
    const rest = value.slice(newline + 1, newline + 120).trimStart();
    return firstMark(rest, conventions)?.start === 0 || LABEL.test(rest);
  }
}

/** A break that the author wrote, not one that wraps a line. */
function isBreak(text: MappedText, newline: number, source: string): boolean {
  const at = text.offsetAt(newline);
  if (source[at] !== "\n" && source[at] !== "\r") return true;
  return BREAK.test(source.slice(Math.max(0, at - 3), at));
}

/** The spans of each line, by where lines start, in the order in which they are given. */
function spansByLine(spans: readonly Span[], starts: readonly number[]): Span[][] {
  const lines: Span[][] = starts.map(() => []);
  for (const span of spans) {
    let line = lastNotAbove(starts, span.start, (start) => start);
    for (; line < lines.length && (starts[line] ?? 0) < span.end; line++) lines[line]?.push(span);
  }
  return lines;
}
