import { type Conventions, NO_OWN, type OwnStatuses } from "../model/conventions.js";
import { lazy, lazySet } from "../model/lazy.js";
import { isOpen, type Status } from "../model/status.js";
import { phraseAt } from "./status.js";
import { en as EN } from "./vocabulary/en.js";
import { everyWord, LANGUAGES, lower, others } from "./vocabulary/index.js";
import type { Vocabulary } from "./vocabulary/vocabulary.js";
import { WordPattern, wordPattern } from "./word-pattern.js";

const FINISHED = lazySet(() => [
  ...everyWord((l) => (l === EN ? [] : l.statuses.done)),
  ...everyWord((l) => l.finished),
  ...`done complete completed finished fixed resolved implemented closed merged shipped delivered passed passing
    verified achieved met`.split(/\s+/),
]);
const WEAK = lazySet(() => everyWord((l) => l.weak));
const OPEN = lazySet(() => everyWord((l) => l.open));

/** A word behind a share that counts what is finished. */
export function saysDone(word: string, own: OwnStatuses = NO_OWN): boolean {
  const said = own.phrases.get(lower(word));
  return said === undefined ? FINISHED.has(lower(word)) && !OPEN.has(lower(word)) : said === "done";
}

/** A word behind a share that counts what is still open, or that turns the word of done behind it round. */
export function saysOpen(word: string, own: OwnStatuses = NO_OWN): boolean {
  const said = own.phrases.get(lower(word));
  return said === undefined ? OPEN.has(lower(word)) : isOpen(said);
}

/** The first status phrase of a clause, of several words too: "hoàn thành", "انجام شده". */
export function phraseIn(
  clause: string,
  own: OwnStatuses = NO_OWN,
): { readonly status: Status; readonly start: number } | undefined {
  for (const m of clause.matchAll(/(?<![\p{L}\p{M}\p{N}])\p{L}/gu)) {
    const phrase = phraseAt(clause, m.index, own);
    // "11 services working" says less than "done".
    if (phrase && !WEAK.has(lower(clause.slice(m.index, phrase.end)))) return { status: phrase.status, start: m.index };
  }
  return undefined;
}

/** Words of rows and lines that sum up. */
export const totals = (): readonly string[] => everyWord((l) => [...l.grand, ...l.total]);
export const GRAND = new WordPattern(
  () => everyWord((l) => l.grand),
  (words) => `^[\\s*_]*(?:grand|${words})`,
  { optional: true },
);
export const averages = (): readonly string[] => [...everyWord((l) => l.average), ...others.average];
/** Labels of what is left. */
export const remaining = (): readonly string[] => everyWord((l) => l.remaining);
const COMPILED = new Map<string, WordPattern>();

/**
 * A pattern for what a list holds in English and in one language; in all of them where the language is not told.
 * Words that keep a figure from being taken for what it is not would otherwise do so in languages they do not belong to.
 */
export function inLanguage(
  name: string,
  pick: (language: Vocabulary) => readonly string[] | undefined,
): (conventions: Conventions) => WordPattern {
  return ({ language }) => {
    const key = `${name} ${language}`;
    const known = COMPILED.get(key);
    if (known) return known;
    const own = LANGUAGES[language];
    const pattern = wordPattern(() =>
      own ? [...(pick(EN) ?? []), ...(own === EN ? [] : (pick(own) ?? []))] : everyWord(pick),
    );
    COMPILED.set(key, pattern);
    return pattern;
  };
}

/** Columns of averages, rates and dates, whose figures are never added up. */
export const unsummed = inLanguage("unsummed", (l) => [...(l.unsummed ?? l.rates), ...averages(), ...others.rates]);
/** Percentages that are no share of the work beside them: "Coverage 80% (3/5 modules)". */
export const otherShares = inLanguage("other shares", (l) => [
  ...(l === EN ? ["coverage", "accuracy", "confidence", "uptime", "rollout"] : l.rates),
  ...others.rates,
]);
/** The same for other languages than English, whose headings have their own, narrower list. */
export const foreignPast = inLanguage("foreign past", (l) => (l === EN ? [] : l.past));
export const foreignElsewhen = inLanguage("foreign elsewhen", (l) => (l === EN ? [] : [...l.past, ...l.planned]));
/** What is only wanted or expected, and what was at another moment. */
export const elsewhen = inLanguage("elsewhen", (l) => [...l.past, ...l.planned]);
/** Nouns for what reports count, in all forms and languages. */
export const itemNouns = lazy(() => everyWord((l) => Object.values(l.nouns).flat()));
