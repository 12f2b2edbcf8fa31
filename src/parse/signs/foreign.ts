import { ENGLISH_LIKE } from "../../lex/language.js";
import { en } from "../../lex/vocabulary/en.js";
import { anyOf, everyWord } from "../../lex/vocabulary/index.js";
import type { Vocabulary } from "../../lex/vocabulary/vocabulary.js";
import { lazy } from "../../model/lazy.js";
import { someShare } from "./english.js";
import { isBlank, type LineSign, matchesAt, type Sign, skipBlank } from "./line.js";
import { wordsOf } from "./words.js";

/*
 * The same signs in other languages; each is looked for only near figures and bars, where it means something. A pattern of
 * hundreds of words is slow, so that a look at the first letters, or at the words, decides whether it is tried.
 */

const foreign = (pick: (l: Vocabulary) => readonly string[]): readonly string[] =>
  everyWord((l) => (l === en ? [] : pick(l))).filter((w) => !ENGLISH_LIKE.has(w) && !/^(?:status|state)\b/.test(w));

const heads = lazy(() => foreign((l) => [...(l.labels.status ?? []), ...(l.labels.overall ?? [])]));
const finished = lazy(() =>
  foreign((l) => [...(l.statuses.done ?? []), ...l.finished, ...Object.values(l.nouns).flat()]),
);
const ahead = lazy(() => everyWord((l) => (l === en ? [] : l.ahead)));

const headWords = lazy(() => wordsOf(heads()));
const finishedWords = lazy(() => wordsOf(finished()));
const aheadWords = lazy(() => wordsOf(ahead()));

const LABEL = lazy(() => new RegExp(`${anyOf(heads())}\\*{0,2}\\s*[:：]`, "iuy"));
const CELL = lazy(() => new RegExp(`${anyOf(heads())}\\*{0,2}\\s*\\|`, "iuy"));
const SHARE = lazy(() => `\\d\\s?(?:/|\\s${anyOf(foreign((l) => l.of))}\\s)\\s?\\d+\\)?`);
const ANY_SHARE = lazy(() => new RegExp(SHARE(), "iuy"));
const SHARE_OF_WORK = lazy(() => new RegExp(`${SHARE()}[^|\\n]{0,30}?${anyOf(finished())}`, "iuy"));
const AHEAD = lazy(() => new RegExp(`#{1,4}\\s[^\\n]{0,20}?${anyOf(ahead())}`, "iuy"));

/** How far a word may stand behind a share, and behind the start of a heading: a character may be two code units. */
const SHARE_GAP = 2 * 30;
const HEADING_GAP = 2 * 20;
/** A table's first cells; a head stands in one of them. */
const CELLS = 9;

/** In a line that is behind its bullet, stars and white space at `at`: "**Estado:** pronto". */
export function isForeignLabel(text: string, at: number): boolean {
  return headWords().mayStart(text, at) && matchesAt(LABEL(), text, at);
}

/** In lines that start with a pipe. */
export const FOREIGN_ROW_SIGN: LineSign = ({ text, start }) => {
  let from = start + 1;
  for (let cell = 0; cell < CELLS; cell++) {
    let at = skipBlank(text, from, text.length);
    if (text[at] === "*") at += text[at + 1] === "*" ? 2 : 1;
    if (headWords().mayStart(text, at) && matchesAt(CELL(), text, at)) return true;
    const pipe = nextPipe(text, from);
    if (pipe === -1) return false;
    from = pipe + 1;
  }
  return false;
};

/** In lines that start with a number sign. */
export const FOREIGN_HEADING_SIGN: LineSign = ({ text, start }) => {
  let at = start;
  while (text[at] === "#") at++;
  if (!isBlank(text.charCodeAt(at))) return false;
  const end = text.indexOf("\n", at + 1);
  const within = Math.min(HEADING_GAP, (end === -1 ? text.length : end) - at - 1);
  return aheadWords().someWithin(text, at + 1, within) && matchesAt(AHEAD(), text, start);
};

/** "3 von 5 erledigt". */
export const FOREIGN_SIGN: Sign = (text) =>
  someShare(text, (last) => {
    const share = ANY_SHARE();
    if (!matchesAt(share, text, last)) return false;
    return finishedWords().someWithin(text, share.lastIndex, SHARE_GAP) && matchesAt(SHARE_OF_WORK(), text, last);
  });

function nextPipe(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x7c) return at;
    if (unit === 0x0a) return -1;
  }
  return -1;
}
