import { isUnspaced } from "../../lex/vocabulary/index.js";
import { isBlank, isWordUnit } from "./line.js";

/** Tells quickly where one of many phrases may stand. It may be wrong about that, but never where it says that none does. */
export interface Words {
  /** Whether one may start at an offset. */
  mayStart(text: string, at: number): boolean;
  /** Whether one may start from an offset on, within so many code units. */
  someWithin(text: string, from: number, within: number): boolean;
}

const RUN = /[\p{L}\p{M}\p{N}]+/gu;
const MARK = /\p{M}/u;
const BEHIND_MARKS = /(?<=\p{M})/u;

/** For phrases that start with a letter. They are found as patterns with the flags `iu` find them, whatever their case. */
export function wordsOf(phrases: readonly string[]): Words {
  const spaced = new Set<string>();
  const unspaced = new Set<string>();
  let longest = 0;
  const starts = new Uint8Array(0x10000);
  for (const phrase of phrases) {
    const run = phrase.match(RUN)?.[0] ?? phrase;
    longest = Math.max(longest, run.length);
    if (isUnspaced(phrase)) unspaced.add(folded(phrase.charAt(0)));
    else spaced.add(folded(run));
    // A blank behind a short word may be any blank, but only the first of several is known.
    const known = Math.min(3, run === phrase ? phrase.length : run.length + 1);
    starts[startKey(phrase, 0, known)] = 1;
  }

  const mayStart = (text: string, at: number): boolean =>
    starts[startKey(text, at, 3)] === 1 || starts[startKey(text, at, 2)] === 1 || starts[startKey(text, at, 1)] === 1;

  const isWord = (run: string): boolean => {
    if (spaced.has(folded(run))) return true;
    // In scripts without spaces one may start anywhere; and behind a combining mark, as patterns see it.
    if (isUnspaced(run)) for (const letter of folded(run)) if (unspaced.has(letter)) return true;
    return MARK.test(run) && run.split(BEHIND_MARKS).some((_, at, all) => spaced.has(folded(all.slice(at).join(""))));
  };

  const someWithin = (text: string, from: number, within: number): boolean => {
    const end = Math.min(from + within + 1, text.length);
    for (let at = from; at < end; at++) {
      // Within an ASCII word none starts.
      if (isPlain(text.charCodeAt(at)) && isPlain(text.charCodeAt(at - 1))) continue;
      if (mayStart(text, at)) return (text.slice(from, end + longest).match(RUN) ?? []).some(isWord);
    }
    return false;
  };

  return { mayStart, someWithin };
}

/** An ASCII letter or digit. */
function isPlain(unit: number): boolean {
  return isWordUnit(unit) && unit !== 0x5f;
}

/** A text in which letters that a pattern without regard to case takes for one are one; a letter may become two. */
function folded(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}

/** By code unit; 0 where it is not known yet. */
const FOLDED = new Uint16Array(0x10000);

function foldedUnit(unit: number): number {
  const known = FOLDED[unit];
  if (known) return known;
  const fold = isBlank(unit) ? 0x20 : folded(String.fromCharCode(unit)).charCodeAt(0);
  FOLDED[unit] = fold;
  return fold;
}

/** The first few code units as one number of 16 bits; others may have the same. */
function startKey(text: string, at: number, count: number): number {
  let key = count;
  for (let offset = at; offset < at + count; offset++) key = (key * 31 + foldedUnit(text.charCodeAt(offset))) & 0xffff;
  return key;
}
