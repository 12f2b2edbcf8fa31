import { BACKTICK, isLineEnd, LF, SPACE } from "./chars.js";
import type { InlineSource } from "./inline-source.js";

/** Finds where spans of code end, in one text after the other. */
export class CodeSpans {
  private text = "";
  private from = 0;
  private to = 0;
  /** Where the last run of each length starts, once some run has found none that closes it. */
  private lastRuns: Map<number, number> | undefined;

  /** Where the run starts that closes the one from `start` to `from`; -1 for none. */
  closing(text: string, start: number, from: number, to: number): number {
    if (text !== this.text || to !== this.to || from < this.from) {
      this.text = text;
      this.from = from;
      this.to = to;
      this.lastRuns = undefined;
    }
    const size = from - start;
    if (this.lastRuns && (this.lastRuns.get(size) ?? -1) < from) return -1;
    for (let at = from; at < to; at++) {
      if (text.charCodeAt(at) !== BACKTICK) continue;
      const end = runEnd(text, at, to);
      if (end - at === size) return at;
      at = end;
    }
    this.lastRuns ??= lastRuns(text, from, to);
    return -1;
  }
}

function lastRuns(text: string, from: number, to: number): Map<number, number> {
  const runs = new Map<number, number>();
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) !== BACKTICK) continue;
    const end = runEnd(text, at, to);
    runs.set(end - at, at);
    at = end;
  }
  return runs;
}

export function runEnd(text: string, from: number, to: number): number {
  const marker = text.charCodeAt(from);
  let at = from + 1;
  while (at < to && text.charCodeAt(at) === marker) at++;
  return at;
}

const isPadding = (code: number): boolean => code === SPACE || isLineEnd(code);

/** What a span of code holds, without the padding that keeps its marks apart. */
export function codeText(source: InlineSource, from: number, to: number): string {
  const { text } = source;
  if (source.isPartOfTab(to - 1)) return text.slice(from, to);
  if (!isPadding(text.charCodeAt(from)) || !isPadding(text.charCodeAt(to - 1))) return text.slice(from, to);
  let at = from;
  while (at < to && isPadding(text.charCodeAt(at))) at++;
  if (at === to) return text.slice(from, to);
  const crlfStart = text.startsWith("\r\n", from) ? 2 : 1;
  const crlfEnd = text.charCodeAt(to - 1) === LF && text.charCodeAt(to - 2) === 13 ? 2 : 1;
  return text.slice(from + crlfStart, to - crlfEnd);
}
