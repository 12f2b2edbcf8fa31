import type { LineEnding } from "../model/source-text.js";

const LINE_END = /\r\n|\n|\r/g;

/** The offsets at which the lines of a text start; a final line end starts an empty last line. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(LINE_END)) starts.push(match.index + match[0].length);
  return starts;
}

/** How the lines of a text end. */
export function lineEndingOf(text: string): LineEnding {
  let seen: LineEnding = "none";
  for (const match of text.matchAll(LINE_END)) {
    const end = match[0] as "\n" | "\r\n" | "\r";
    if (seen === "none") seen = end;
    else if (seen !== end) return "mixed";
  }
  return seen;
}
