import { timeUnit } from "../lex/durations.js";

const MEASURES =
  /^(?:line|loc|sloc|char|character|word|byte|kb|mb|gb|tb|kib|mib|%|percent|point|pt|usd|eur|token|page|px|ms|second|sec|x|min|table|column|k|m|hour|hr|h|d|w|week|day|month|year|attempt|retry|time|star|credit|dollar|cent|request|req|qps|rps|version|hp|fps)s?$/i;

/** True for nouns that measure something instead of counting the things that a list shows. */
export function isMeasure(word: string): boolean {
  return MEASURES.test(word) || timeUnit(word) !== undefined;
}
