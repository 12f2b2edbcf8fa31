import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const ELLIPSIS = "…";

/** The columns that a text takes on a terminal; emoji and East Asian characters count two. */
export function measure(text: string): number {
  return stringWidth(text);
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

function characters(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

function takeWhole(parts: readonly string[], width: number): readonly string[] {
  let used = 0;
  const end = parts.findIndex((part) => {
    used += measure(part);
    return used > width;
  });
  return end === -1 ? parts : parts.slice(0, end);
}

/** As much of the start of a text as fits, with "…" where something is cut off. */
export function clipEnd(text: string, width: number): string {
  if (measure(text) <= width) return text;
  return width < 1 ? "" : takeWhole(characters(text), width - 1).join("") + ELLIPSIS;
}

/** As much of the end of a text as fits, with "…" where something is cut off. */
export function clipStart(text: string, width: number): string {
  if (measure(text) <= width) return text;
  if (width < 1) return "";
  return (
    ELLIPSIS +
    takeWhole(characters(text).reverse(), width - 1)
      .toReversed()
      .join("")
  );
}

/** A word in pieces that each fit. wrap-ansi would break inside an emoji. */
function breakWord(word: string, width: number): string {
  if (measure(word) <= width) return word;
  const pieces: string[] = [];
  let rest: readonly string[] = characters(word);
  while (rest.length > 0) {
    const piece = takeWhole(rest, width);
    const taken = Math.max(1, piece.length);
    pieces.push(rest.slice(0, taken).join(""));
    rest = rest.slice(taken);
  }
  return pieces.join(" ");
}

/** Lines of plain text no wider than `width`, broken at spaces where possible; one line when `width` is undefined. */
export function wrap(text: string, width: number | undefined): readonly string[] {
  if (width === undefined || measure(text) <= width) return [text];
  const words = text.split(" ").map((word) => breakWord(word, Math.max(1, width)));
  return wrapAnsi(words.join(" "), Math.max(1, width), { hard: false, trim: true }).split("\n");
}
