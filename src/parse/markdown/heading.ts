import { HASH, isBlank } from "./chars.js";

/** The text of a heading after its opening marks, without those that close it; undefined for none. */
export function headingText(text: string, after: number, end: number): { from: number; to: number } | undefined {
  let from = after;
  while (from < end && isBlank(text.charCodeAt(from))) from++;
  let to = trimmed(text, from, end);
  if (from >= to) return undefined;
  let marks = to;
  while (marks > from && text.charCodeAt(marks - 1) === HASH) marks--;
  if (marks === from) return undefined;
  if (marks < to && isBlank(text.charCodeAt(marks - 1))) to = trimmed(text, from, marks);
  return { from, to };
}

function trimmed(text: string, from: number, end: number): number {
  let to = end;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return to;
}
