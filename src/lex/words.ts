import { Memory } from "./remembered.js";
import { NOUNS, PARTICLES, segments } from "./segments.js";
import { isUnspaced, lower } from "./vocabulary/index.js";

/** Words that carry no subject: they may differ between two names of one thing. */
const FILLER = new Set(
  `a an the of for to in on at by with and or from as is are be been was were this that these those all any our
  its it into via per using new now still yet also only more other each full fully complete`.split(/\s+/),
);

/** Verbs that name the work on a thing rather than the thing: "Implement response retrieval". */
const WORK_VERBS = new Set(
  `add build complete create implement finish fix write make set setup update deploy develop design do run start
  resolve enable integrate migrate remove replace refactor improve expand achieve generate document wire push`.split(
    /\s+/,
  ),
);

/** Cuts an English word to a stem that its commonest forms share; other scripts come back as they are. */
export function stem(word: string): string {
  return stems.of(word, cutToStem);
}

const stems = new Memory<string, string>();

function cutToStem(word: string): string {
  const w = word.toLowerCase().replace(/['’]s$/, "");
  if (!/^[a-z-]+$/.test(w) || w.length < 4) return w;
  const cut = w
    .replace(/ies$/, "y")
    .replace(/(ment)ations?$/, "$1")
    .replace(/(ss|sh|ch|x|z)es$/, "$1")
    .replace(/([^su])s$/, "$1")
    .replace(/(?:ations?|ating|ated|ates?)$/, "at")
    .replace(/(?:ements?)$/, "e")
    .replace(/ments?$/, "")
    .replace(/ings?$/, "")
    .replace(/ed$/, "")
    .replace(/([^aeiou])\1$/, "$1")
    .replace(/e$/, "");
  return cut.length >= 3 ? cut : w;
}

/** The words of a text in lower case, marks and punctuation left out. */
export function words(text: string): readonly string[] {
  return wordLists.of(text, wordsIn);
}

const wordLists = new Memory<string, readonly string[]>();

function wordsIn(text: string): readonly string[] {
  const found =
    lower(text.normalize()).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[._'’\u200c-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu) ??
    [];
  return isUnspaced(text) ? found.flatMap((w) => (isUnspaced(w) ? pieces(w) : [w])) : found;
}

function pieces(run: string): string[] {
  return segments(run).filter((piece) => !PARTICLES.has(piece));
}

/** The stems that tell two subjects apart: fillers out, and a leading verb of work. */
export function subjectStems(text: string): ReadonlySet<string> {
  return subjects.of(text, stemsOfSubject);
}

const subjects = new Memory<string, ReadonlySet<string>>();

function stemsOfSubject(text: string): ReadonlySet<string> {
  const all = words(text);
  const first = all[0];
  const kept = first !== undefined && all.length > 1 && WORK_VERBS.has(first) ? all.slice(1) : all;
  return new Set(kept.filter((word) => !FILLER.has(word)).map(stem));
}

/** True when both name the same thing, word for word after stemming. */
export function sameSubject(a: string, b: string): boolean {
  const left = subjectStems(a);
  const right = subjectStems(b);
  return left.size > 0 && left.size === right.size && [...left].every((s) => right.has(s));
}

/** True when one name holds all the words of the other, which has at least `least` of them. */
export function includesSubject(a: string, b: string, least = 2): boolean {
  const left = subjectStems(a);
  const right = subjectStems(b);
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  return small.size >= least && [...small].every((s) => large.has(s));
}

/** Singular, lower case, for comparing nouns: "Blockers" and "blocker"; known nouns of other languages in English. */
export function noun(word: string): string {
  return nouns.of(word, nounOf);
}

const nouns = new Memory<string, string>();

function nounOf(word: string): string {
  const w = lower(word);
  const known = NOUNS.get(w);
  if (known !== undefined) return known;
  if (/(?:ss|us|is)$/.test(w) || w.length < 4) return w;
  return w
    .replace(/ies$/, "y")
    .replace(/(ch|sh|x|ss)es$/, "$1")
    .replace(/s$/, "");
}
