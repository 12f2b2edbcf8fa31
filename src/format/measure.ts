import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

/** Made on first use, which takes as long as printing a short report. */
let graphemes: Intl.Segmenter | undefined;
const ELLIPSIS = "…";
/** The segmenter of Node 20 takes quadratic time, so it gets long text in pieces. */
const PIECE = 256;
/** No character that is shown takes more UTF-16 units than this per column, within reason. */
const UNITS_PER_COLUMN = 16;

const ONLY_ASCII = /^[\x20-\x7e]*$/;
/** What lies beyond ASCII, with the character before it, which it may combine with. */
const BEYOND_ASCII = new RegExp(`[\\x20-\\x7e]?[^\\x20-\\x7e]{1,${PIECE}}`, "gu");

/** The columns that a text takes on a terminal; emoji and East Asian characters count two, colours nothing. */
export function measure(text: string): number {
  if (ONLY_ASCII.test(text)) return text.length;
  if (text.includes("\u{1b}")) return stringWidth(text);
  let width = text.length;
  for (const [piece] of text.matchAll(BEYOND_ASCII)) width += stringWidth(piece) - piece.length;
  return width;
}

/** Fills up with spaces on the right, or on the left. */
export function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const fill = " ".repeat(Math.max(0, width - measure(text)));
  return align === "left" ? text + fill : fill + text;
}

/** The largest of any number of numbers; 0 for none. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), 0);
}

function characters(text: string): readonly string[] {
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  const segmenter = graphemes;
  const pieces = text.match(new RegExp(`.{1,${PIECE}}`, "gsu")) ?? [];
  return pieces.flatMap((piece) => Array.from(segmenter.segment(piece), ({ segment }) => segment));
}

/** How many of the parts, from `start` on, fit into the width. */
function fitting(parts: readonly string[], start: number, width: number): number {
  let used = 0;
  let end = start;
  for (; end < parts.length; end += 1) {
    used += measure(parts[end] ?? "");
    if (used > width) break;
  }
  return end - start;
}

/** As much of the start of a text as fits, with "…" where something is cut off. */
export function clipEnd(text: string, width: number): string {
  if (text.length <= width * UNITS_PER_COLUMN && measure(text) <= width) return text;
  if (width < 1) return "";
  const parts = characters(text.slice(0, width * UNITS_PER_COLUMN));
  return parts.slice(0, fitting(parts, 0, width - 1)).join("") + ELLIPSIS;
}

/** As much of the end of a text as fits, with "…" where something is cut off. */
export function clipStart(text: string, width: number): string {
  if (text.length <= width * UNITS_PER_COLUMN && measure(text) <= width) return text;
  if (width < 1) return "";
  const parts = characters(text.slice(-width * UNITS_PER_COLUMN)).toReversed();
  return (
    ELLIPSIS +
    parts
      .slice(0, fitting(parts, 0, width - 1))
      .toReversed()
      .join("")
  );
}

/** A word in pieces that each fit. wrap-ansi would break inside an emoji. */
function breakWord(word: string, width: number): readonly string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  const parts = characters(word);
  for (let start = 0; start < parts.length; ) {
    const count = Math.max(1, fitting(parts, start, width));
    pieces.push(parts.slice(start, start + count).join(""));
    start += count;
  }
  return pieces;
}

/** Lines of plain text no wider than `width`, broken at spaces where possible; one line when `width` is undefined. */
export function wrap(text: string, width: number | undefined): readonly string[] {
  if (width === undefined || measure(text) <= width) return [text];
  const words = text.split(" ").flatMap((word) => breakWord(word, Math.max(1, width)));
  return wrapAnsi(words.join(" "), Math.max(1, width), { hard: false, trim: true }).split("\n");
}
