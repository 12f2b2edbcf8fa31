import type { Conventions } from "../model/conventions.js";
import type { FigureChange } from "../model/diagnostic.js";

/** Languages in which a noun changes its form between 2 and 5, or more often. */
const INFLECTING = new Set(["ru", "uk", "pl", "ar"]);
/** Languages in which a noun has one form for all numbers. */
const ONE_FORM = new Set(["zh", "ja", "ko", "vi", "id", "tr", "fa", "hi"]);
/** A verb that goes with the number as well. */
const VERB = /^[^.;|]*?\b(?:is|are|was|were|has|have|remains?|needs?|requires?)\b/iu;
/** Nouns of what reports count whose plural is the usual one. */
const ENGLISH = new Set(
  `item task blocker issue card story ticket step phase milestone feature bug finding requirement component module file line
  test commit hour day week minute month point service endpoint function method script page document report error warning
  failure problem question dependency check suite table column field route package release sprint deliverable`.split(
    /\s+/,
  ),
);
const UNIT = /^\s?(?:h|hrs?|d|min|m|s|w|wk|kb|mb|gb|%|x)(?![\p{L}])/iu;
const MARKUP = /^[\s*_`~]*/u;

type Counted = Pick<FigureChange, "stated" | "computed" | "noun">;

/** A replacement of `length` characters at `start` behind the figure. */
export interface NounChange {
  readonly start: number;
  readonly length: number;
  readonly text: string;
}

/**
 * What else has to change behind a figure so that the phrase stays grammatical: "1 blocker" becomes "2 blockers". Nothing
 * for most figures; undefined where no fitting change is known, so that the figure had better be left to a person.
 * Without a noun (of "4 of 5 blockers" the 4) nothing but a verb can go with the figure.
 */
export function agree(
  { ahead, behind }: { readonly ahead: string; readonly behind: string },
  { stated, computed, noun }: Counted,
  { language }: Conventions,
): NounChange[] | undefined {
  const crosses = (stated === 1) !== (computed === 1);
  if (ONE_FORM.has(language) || !namesSomething(behind)) return [];
  if (noun === undefined) return crosses && VERB.test(behind) ? undefined : [];
  if (INFLECTING.has(language)) return undefined;
  if (!crosses) return [];
  // Short texts are easily taken for English ones.
  if (language !== "en" || !ENGLISH.has(noun) || VERB.test(behind) || VERB.test(ahead)) return undefined;
  const found = new RegExp(`^[^.;|]{0,30}?\\b(${literal(noun)}|${literal(plural(noun))})\\b`, "iu").exec(behind);
  const word = found?.[1];
  if (!found || word === undefined) return undefined;
  const form = computed === 1 ? noun : plural(noun);
  return [{ start: found[0].length - word.length, length: word.length, text: inCaseOf(word, form) }];
}

/** A word other than a unit stands right behind. */
function namesSomething(behind: string): boolean {
  if (UNIT.test(behind)) return false;
  return /^-?\p{L}/u.test(behind.replace(MARKUP, ""));
}

function plural(noun: string): string {
  return /[^aeiou]y$/u.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function inCaseOf(word: string, form: string): string {
  if (word === word.toUpperCase() && word.length > 1) return form.toUpperCase();
  return /^\p{Lu}/u.test(word) ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
