import { figures, fractions } from "../lex/numbers.js";
import { itemNouns } from "../lex/phrases.js";
import { phraseAt } from "../lex/status.js";
import { noun, words } from "../lex/words.js";
import type { Conventions } from "../model/conventions.js";
import { lazySet } from "../model/lazy.js";
import type { Quantity } from "../model/quantity.js";
import type { TextUnit } from "../model/report.js";
import { isMeasure } from "./nouns.js";

const PREPOSITION =
  /^(?:of|from|across|in|with|for|to|by|at|on|per|over|before|after|reveal|claim|total|parallel|high|low|medium|critical|priority|each|time)$/;

/** Nouns that lists describe rather than enumerate. */
export const NOT_ENTRIES =
  /^(?:test|failure|error|line|change|issue|bug|warning|case|assertion|point|commit|check|hour|user|record|row|package|dependency|finding|property|question|violation|problem|occurrence|instance|release|sprint|iteration|cycle|char|character|domain|gate)$/;

const DECORATION = /[\s:*_`✅✔☑✓⏳❌⚠️🟡\p{Extended_Pictographic}\ufe0f]+$/u;

export interface Announced {
  readonly quantity: Quantity;
  readonly whole: number | undefined;
  readonly noun: string;
  /** Words beside a share say which of all are meant: "(1 of 4 blocked)". */
  readonly qualified?: boolean;
  readonly start: number;
  readonly end: number;
}

const BRACKET = /[(（]([^()（）]*)[)）](?:\s*[-–—]\s*\d+\s?%)?$/u;
/** Behind the count of a heading may stand what the list is: "CORE (15 modules) - critical". */
const BRACKET_IN_HEADING = /[(（]([^()（）]*)[)）](?:\s*[-–—]\s[^()]*)?$/u;

/** "(11 files)" or "(12/35)" at the end of a line, "7 alias methods:", "14 Routers" as a heading. */
export function announcedCount(unit: TextUnit): Announced | undefined {
  const value = unit.text.value.replace(DECORATION, "");
  if (RATING.test(unit.text.value)) return undefined;
  const bracket = (unit.kind === "heading" ? BRACKET_IN_HEADING : BRACKET).exec(value);
  // "Chapter 7 (2)" is the second part of a numbered thing.
  if (bracket && /\d\s*$/.test(value.slice(0, bracket.index)) && /^\s*\d+\s*$/.test(bracket[1] ?? "")) return undefined;
  if (bracket) {
    const from = bracket.index + 1;
    const inner = bracket[1] ?? "";
    const share = fractions(inner, unit.conventions)[0];
    if (share) {
      const rest = inner.slice(share.end).trim();
      if (share.start > 0 || (rest !== "" && !/^[\p{L}\p{M} ]{1,30}$/u.test(rest))) return undefined;
      return {
        quantity: plainCount(share.part, share.raw),
        whole: share.whole,
        noun: sharedNoun(rest),
        qualified: rest !== "",
        start: from,
        end: from + share.end,
      };
    }
    const only = figures(inner, unit.conventions);
    const figure = only[0];
    if (
      !figure ||
      only.length > 1 ||
      figure.start > 0 ||
      figure.percent ||
      figure.quantity.low !== figure.quantity.high
    )
      return undefined;
    return counted(figure.quantity, inner.slice(figure.end), from, from + figure.end, unit.conventions);
  }
  // "- **New files:** 6 files" over a list of its own.
  const labelled = unit.kind === "entry" && /[:：]\s*\d[\d,]*\s+\p{L}+$/u.test(value);
  if (!/[:：]\s*$/.test(unit.text.value) && unit.kind !== "heading" && !labelled) return undefined;
  const last = figures(value, unit.conventions).at(-1);
  if (!last || last.percent || last.quantity.low !== last.quantity.high) return undefined;
  if (unit.kind === "heading" && !/[:：]\s*$/.test(unit.text.value) && last.start > 0) return undefined;
  if (/[:：]/.test(value.slice(last.end))) return undefined;
  const rest = value.slice(last.end).replace(IS_LEFT, "");
  if (!/^[\s-]/.test(rest) || isLabelled(value.slice(0, last.start), rest) || isTime(value.slice(0, last.start), rest))
    return undefined;
  if (PREDICATE.test(rest)) return undefined;
  if (last.joined && words(rest).length > 1) return undefined;
  return words(rest).length >= 1 && words(rest).length <= 4
    ? counted(last.quantity, rest, last.start, last.end, unit.conventions)
    : undefined;
}

/** "⭐⭐⭐⭐⭐ (5/5)", "Score (8/10)": a grade counts nothing. */
const RATING = /[⭐★🌟]|\b(?:rating|score|grade|stars?)\b/iu;

const PEOPLE = /^(?:people|person|team|engineer|developer|participant|attendee|member|contributor|reviewer|user)$/u;

/** "3 things are left:" lists the three. */
const IS_LEFT =
  /\s+(?:are|is|remain)(?:\s+still)?(?:\s+(?:left|open|missing|remaining|outstanding|pending|needed|required|planned|blocked))?$/iu;

/** "All 7 items are now:" says something of the seven. */
const PREDICATE =
  /\b(?:is|are|was|were|be|been|being|has|have|had|will|can|may|must|should|needs?|that|which|demonstrates?|shows?|covers?|provides?)\b/iu;

/** "Slide 5 - Dashboard:", "Secret 2 - Password:": the number belongs to the word before it. */
function isLabelled(before: string, rest: string): boolean {
  if (/^\s+[-–—]\s/.test(rest)) return true;
  const word = /(\p{L}+)\s+$/u.exec(before)?.[1] ?? "";
  const singular =
    /^\p{Lu}\p{Ll}+$/u.test(word) &&
    !/(?:s|ed|ing)$|^(?:All|The|These|Top|Our|Over|Only|Still|Add|And|Of|With)$/u.test(word);
  const first = words(rest)[0] ?? "";
  return singular && noun(first) === first;
}

/** "9 AM, 3 PM, 9 PM UTC:", "Daily at 2 AM:". */
function isTime(before: string, rest: string): boolean {
  return (
    /^\s*(?:am|pm|a\.m|p\.m|utc|gmt|cet|est|pst|o'clock|uhr|h)\b/iu.test(rest) ||
    /\b(?:at|until|from|by|since|every)\s+$/iu.test(before)
  );
}

function counted(
  quantity: Quantity,
  rest: string,
  start: number,
  end: number,
  conventions: Conventions,
): Announced | undefined {
  const nouns = words(rest).map(noun);
  const n = nouns.includes("file")
    ? "file"
    : nouns[0] !== undefined && NOT_ENTRIES.test(nouns[0])
      ? nouns[0]
      : headNoun(rest);
  // Who works on a thing is not what its list holds.
  if (nouns.some((w) => PEOPLE.test(w))) return undefined;
  if (nouns.some(isMeasure) || nouns.some((w) => PREPOSITION.test(w))) return undefined;
  if (
    !(conventions.english ? /^[\t-\u024f]*$/.test(rest) : words(rest).every((w) => isKnownNoun(w))) ||
    /^0\d/.test(quantity.raw) ||
    quantity.sign !== "" ||
    quantity.decimals > 0 ||
    isMeasure(n) ||
    !/^[\s-]*[\p{L}\p{M}\p{N}\s/&'-]*$/u.test(rest)
  )
    return undefined;
  return { quantity, whole: undefined, noun: n, start, end };
}

const KNOWN_NOUNS = lazySet(itemNouns);

/** In another language than English only nouns that are known can be told from measures and failures. */
function isKnownNoun(word: string): boolean {
  return KNOWN_NOUNS.has(word);
}

function headNoun(text: string): string {
  return noun(words(text).at(-1) ?? "");
}

/** "62/62 tests passing": the noun before the word of status. */
function sharedNoun(text: string): string {
  return noun(words(text).find((w) => phraseAt(w, 0) === undefined) ?? "");
}

export function plainCount(n: number, raw: string): Quantity {
  return { low: n, high: n, approximate: false, bound: "exact", sign: "", decimals: 0, unit: "", raw };
}
