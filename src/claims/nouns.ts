import { timeUnit } from "../lex/durations.js";
import { everyWord, lower } from "../lex/vocabulary/index.js";
import { lazySet } from "../model/lazy.js";

const MEASURES = lazySet(() => everyWord((l) => l.measures));

/** True for nouns that measure something instead of counting the things that a list shows. */
export function isMeasure(word: string): boolean {
  const w = lower(word);
  return MEASURES.has(w) || (w.endsWith("s") && MEASURES.has(w.slice(0, -1))) || timeUnit(w) !== undefined;
}

const NAMES_BEHIND = /^[^.;()（）]{0,40}?(?:[(（]|[:：]|\s[–—-])\s*[^\p{N}\s]*\p{L}/u;

/** Behind the offset, where a figure ends, the line goes on to name what the figure counts: "2 blockers (monitoring, backups)". */
export function namesWhatItCounts(value: string, end: number): boolean {
  return NAMES_BEHIND.test(value.slice(end));
}
