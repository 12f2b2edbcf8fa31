import type { Scan, Suspect } from "./damage-scan.js";

/** Fewer damaged letters than this prove nothing where no sign stands beside them. */
const ENOUGH = 3;

/** Continuations that clean text sets after an accented letter: quotation marks, dashes, dots, no-break spaces. */
const TYPOGRAPHIC = /[\u{a0}«»‘’‚“”„‹›–—…•·]$/u;

function touches(a: Suspect | undefined, b: Suspect | undefined): boolean {
  return a !== undefined && b !== undefined && a.end === b.start && a.kind !== "remnant" && b.kind !== "remnant";
}

/** Latin-1 letters and signs whose damage clean text does not imitate. */
function isSafeShort(text: string, suspect: Suspect): boolean {
  return (suspect.codePoint ?? 0) < 0x100 && !TYPOGRAPHIC.test(text.slice(suspect.start, suspect.end));
}

function followsLetter(text: string, suspect: Suspect): boolean {
  return /[a-z]/.test(text.charAt(suspect.start - 1)) || /[a-z]/.test(text.charAt(suspect.end));
}

/** Suspects of a file that also holds clean characters of the same encoding: each must be safe by itself. */
function chooseFromMixed(text: string, { encoding, suspects }: Scan): readonly Suspect[] {
  const signs = suspects.some(({ kind }) => kind === "sign");
  const inWords = suspects.filter((s) => s.kind === "short" && isSafeShort(text, s) && followsLetter(text, s));
  // "x√π" is mathematics: of Mac Roman, shorts alone are never enough.
  const shorts = signs || (encoding === "windows-1252" && inWords.length >= ENOUGH);
  return suspects.filter((suspect, index) => {
    const before = touches(suspects[index - 1], suspect);
    const after = touches(suspect, suspects[index + 1]);
    if (suspect.kind === "sign") return true;
    if (suspect.kind === "letter")
      return (before && after) || (signs && (before || after)) ||
        (after && touches(suspects[index + 1], suspects[index + 2])) ||
        (before && touches(suspects[index - 2], suspects[index - 1]));
    if (suspect.kind === "short") return shorts && isSafeShort(text, suspect) && (signs || followsLetter(text, suspect));
    return signs && !/\p{L}/u.test(text.charAt(suspect.start - 1));
  });
}

/** Suspects of a file all of whose non-ASCII characters may be damage. */
function chooseFromConsistent(text: string, { suspects }: Scan): readonly Suspect[] {
  const count = (kind: Suspect["kind"]) => suspects.filter((suspect) => suspect.kind === kind).length;
  const words = suspects.filter((s) => s.kind === "short" && followsLetter(text, s)).length;
  const proven = count("sign") > 0 || count("letter") >= ENOUGH || words >= ENOUGH;
  if (proven) return suspects;
  return suspects.filter((s) => s.kind === "remnant" && !/\p{L}/u.test(text.charAt(s.start - 1)));
}

/** Which suspects are damage beyond doubt; empty for clean text. */
export function chooseDamage(text: string, scan: Scan): readonly Suspect[] {
  return scan.strangers > 0 ? chooseFromMixed(text, scan) : chooseFromConsistent(text, scan);
}
