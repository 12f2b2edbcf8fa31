import { firstMark } from "../lex/status.js";
import { type OwnStatuses, USUAL } from "../model/conventions.js";
import type { PlainText } from "../model/plain-text.js";
import { slicePlain, trimPlain } from "./plain-text.js";

const LABEL = /^[\p{L}][\p{L}\p{N} /&'()-]{1,40}:\s/u;

/**
 * A paragraph as its readers see it: fields and marked statements on lines of their own, wrapped prose joined.
 * A line starts anew after a hard break and where the next source line opens with a label, bold text or a mark.
 */
export function logicalLines(paragraph: PlainText, source: string, own: OwnStatuses): PlainText[] {
  const cuts: number[] = [];
  for (let i = paragraph.value.indexOf("\n"); i >= 0; i = paragraph.value.indexOf("\n", i + 1)) {
    if (startsAnew(paragraph, i, source, own)) cuts.push(i);
  }
  const bounds = [-1, ...cuts, paragraph.value.length];
  return bounds
    .slice(0, -1)
    .map((cut, n) => trimPlain(slicePlain(paragraph, cut + 1, bounds[n + 1] ?? cut + 1)))
    .filter((line) => line.value !== "");
}

function startsAnew(text: PlainText, newline: number, source: string, own: OwnStatuses): boolean {
  const at = text.offsets[newline] ?? 0;
  if (source[at] !== "\n" && source[at] !== "\r") return true;
  if (/(?: {2,}|\\)\r?$/.test(source.slice(Math.max(0, at - 3), at))) return true;
  const rest = text.value.slice(newline + 1, newline + 120).trimStart();
  const restStart =
    newline + 1 + (text.value.slice(newline + 1).length - text.value.slice(newline + 1).trimStart().length);
  if (text.spans.some((s) => s.kind === "strong" && s.start === restStart)) return true;
  if (firstMark(rest, { ...USUAL, own })?.start === 0 || LABEL.test(rest)) return true;
  return text.value.slice(0, newline).trimEnd().endsWith(":");
}
