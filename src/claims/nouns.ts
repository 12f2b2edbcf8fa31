import { timeUnit } from "../lex/durations.js";
import { everyWord, lower } from "../lex/vocabulary/index.js";

const MEASURES = new Set(everyWord((l) => l.measures));

/** True for nouns that measure something instead of counting the things that a list shows. */
export function isMeasure(word: string): boolean {
  const w = lower(word);
  return MEASURES.has(w) || (w.endsWith("s") && MEASURES.has(w.slice(0, -1))) || timeUnit(w) !== undefined;
}
