import type { Scan, Suspect } from "./damage-scan.js";

/** Fewer damaged letters than this prove nothing where no sign stands beside them. */
const ENOUGH = 3;

/** Continuations that clean text sets after an accented letter: quotation marks, dashes, dots, no-break spaces. */
const TYPOGRAPHIC = /[\u{a0}«»‘’‚“”„‹›–—…•·]$/u;

/** "√π", "2·π∫": what Mac Roman has and formulas need. */
const MATHEMATICS = /[π∂Ω∫∑∏∆]/;

function touches(a: Suspect | undefined, b: Suspect | undefined): boolean {
  return a !== undefined && b !== undefined && a.end === b.start && a.kind !== "remnant" && b.kind !== "remnant";
}

/** Latin-1 letters and signs whose damage clean text does not imitate. */
function isSafeShort(text: string, suspect: Suspect): boolean {
  return (suspect.codePoint ?? 0) < 0x100 && !TYPOGRAPHIC.test(text.slice(suspect.start, suspect.end));
}

function touchesLetter(text: string, suspect: Suspect): boolean {
  return /[a-z]/.test(text.charAt(suspect.start - 1)) || /[a-z]/.test(text.charAt(suspect.end));
}

/** Suspects of a file that also holds clean characters of the same encoding: each must be safe by itself. */
function chooseFromMixed(text: string, { encoding, suspects }: Scan): readonly Suspect[] {
  const signs = suspects.some(({ kind }) => kind === "sign");
  const inWords = suspects.filter((s) => s.kind === "short" && isSafeShort(text, s) && touchesLetter(text, s));
  // "x√π" is mathematics: of Mac Roman, shorts alone are never enough.
  const shorts = signs || (encoding === "windows-1252" && inWords.length >= ENOUGH);
  return suspects.filter((suspect, index) => {
    const before = touches(suspects[index - 1], suspect);
    const after = touches(suspect, suspects[index + 1]);
    if (suspect.kind === "sign") return true;
    if (suspect.kind === "letter")
      return (
        (before && after) ||
        (signs && (before || after)) ||
        (after && touches(suspects[index + 1], suspects[index + 2])) ||
        (before && touches(suspects[index - 2], suspects[index - 1]))
      );
    if (suspect.kind === "short")
      return shorts && isSafeShort(text, suspect) && (signs || touchesLetter(text, suspect));
    return signs && !/\p{L}/u.test(text.charAt(suspect.start - 1));
  });
}

/** Suspects of a file all of whose non-ASCII characters may be damage. */
function chooseFromConsistent(text: string, { suspects }: Scan): readonly Suspect[] {
  // Mathematics proves nothing; it may be repaired in company.
  const telling = suspects.filter(({ start, end }) => !MATHEMATICS.test(text.slice(start, end)));
  const letters = telling.filter(({ kind }) => kind === "letter").length;
  const words = telling.filter((suspect) => suspect.kind === "short" && touchesLetter(text, suspect)).length;
  if (letters >= ENOUGH || words >= ENOUGH || suspects.some(({ kind }) => kind === "sign")) return suspects;
  return suspects.filter(({ kind, start }) => kind === "remnant" && !/\p{L}/u.test(text.charAt(start - 1)));
}

/** Which suspects are damage beyond doubt; empty for clean text. */
export function chooseDamage(text: string, scan: Scan): readonly Suspect[] {
  return scan.strangers > 0 ? chooseFromMixed(text, scan) : chooseFromConsistent(text, scan);
}
