import type { LineEnding } from "../model/source-text.js";

const LINE_END = /\r\n|\n|\r/g;

/** The offsets at which the lines of a text start; a final line end starts an empty last line. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  if (text.includes("\r")) {
    for (const match of text.matchAll(LINE_END)) starts.push(match.index + match[0].length);
  } else {
    // Nearly every text, and many times as fast.
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  }
  return starts;
}

/** How the lines of a text end. */
export function lineEndingOf(text: string): LineEnding {
  if (!text.includes("\r")) return text.includes("\n") ? "\n" : "none";
  let seen: LineEnding = "none";
  for (const match of text.matchAll(LINE_END)) {
    const end = match[0] as "\n" | "\r\n" | "\r";
    if (seen === "none") seen = end;
    else if (seen !== end) return "mixed";
  }
  return seen;
}
