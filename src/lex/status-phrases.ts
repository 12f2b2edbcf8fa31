import { NO_OWN, type OwnStatuses } from "../model/conventions.js";
import { lazy, lazySet } from "../model/lazy.js";
import type { Status } from "../model/status.js";
import { firstRun } from "./first-run.js";
import { everyWord, isUnspaced, LANGUAGES, lower } from "./vocabulary/index.js";

const PHRASES = lazy(() => {
  const all = new Map<string, Status>();
  const add = (status: Status) => (phrase: string) => {
    if (!all.has(phrase)) all.set(phrase, status);
  };
  for (const { statuses } of Object.values(LANGUAGES)) {
    for (const [status, phrases] of Object.entries(statuses)) (phrases ?? []).forEach(add(status as Status));
  }
  everyWord((l) => l.yes).forEach(add("done"));
  everyWord((l) => l.no).forEach(add("todo"));
  return all;
});
/** Ordinary words that are a status only when they stand alone: "Open", not "Open questions"; "Ready", not "Ready for use". */
export const WEAK = lazySet(() => everyWord((l) => [...l.weak, ...(l.yes ?? []), ...(l.no ?? [])]));
/** Words that turn the word of done behind them round: "nicht erledigt", "non terminé". */
const NOT = lazySet(() => everyWord((l) => l.not));
const NOT_AFTER = lazy(() => new RegExp(`^\\s*(?:${everyWord((l) => l.notAfter).join("|")})`, "u"));
const LONGEST = lazy(() => Math.max(...[...PHRASES().keys()].map((p) => p.split(" ").length)) + 1);
/** What phrases begin with, negations too: hardly any word of a text does. */
const FIRST_RUNS = lazy(
  () => new Set([...PHRASES().keys(), ...everyWord((l) => l.not)].map((phrase) => firstRun(phrase))),
);
/** How far a phrase and what follows it are looked for, in characters; the rest of a long line is not copied. */
const FARTHEST = 200;

/** The status phrase that starts exactly at `from`, the longest one; a negation before it is part of it. */
export function phraseAt(
  text: string,
  from: number,
  own: OwnStatuses = NO_OWN,
): { status: Status; end: number } | undefined {
  const rest = lower(text.slice(from, from + FARTHEST));
  const first = firstRun(rest);
  if (first === "") return undefined;
  if (own.phrases.size > 0 || FIRST_RUNS().has(first)) {
    const ends = tokenEnds(rest, longestOf(own));
    for (const end of ends.reverse()) {
      const status = spacedPhrase(rest.slice(0, end), rest.slice(end), own);
      if (status) return { status, end: from + end };
    }
  }
  return prefixWithoutSpaces(rest, from, own);
}

/** Where the first words of a text end. */
function tokenEnds(text: string, most: number): number[] {
  const ends: number[] = [];
  TOKEN.lastIndex = 0;
  while (ends.length < most) {
    const token = TOKEN.exec(text);
    if (!token) break;
    ends.push(token.index + token[0].length);
  }
  return ends;
}

const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’/_\u200c-]*/gu;

/** What the team calls so, else what everybody does. */
function statusOf(phrase: string, own: OwnStatuses): Status | undefined {
  return own.phrases.get(phrase) ?? PHRASES().get(phrase);
}

/** How many words the longest phrase has, with a negation before it. */
function longestOf({ phrases }: OwnStatuses): number {
  return phrases.size === 0
    ? LONGEST()
    : Math.max(LONGEST(), ...[...phrases.keys()].map((p) => p.split(" ").length + 1));
}

/** White space that is more or other than one blank. */
const SPACES = /\s\s|[^\S ]/;

function spacedPhrase(text: string, after: string, own: OwnStatuses): Status | undefined {
  const folded = SPACES.test(text) ? text.replace(/\s+/g, " ") : text;
  const phrase = folded.includes("’") ? folded.replaceAll("’", "'") : folded;
  const alone = (): boolean => /^\s*(?:$|[^\p{L}\s])/u.test(after);
  const said = statusOf(phrase, own);
  if (said && (!WEAK.has(phrase) || alone())) return said === "done" && NOT_AFTER().test(after) ? "todo" : said;
  const space = phrase.indexOf(" ");
  for (let at = space; at > 0; at = phrase.indexOf(" ", at + 1)) {
    const negated = phrase.slice(at + 1);
    if (!NOT.has(phrase.slice(0, at)) || statusOf(negated, own) !== "done") continue;
    if (!WEAK.has(negated) || alone()) return "todo";
  }
  return undefined;
}

/** Chinese and Japanese put no space after a word. */
function prefixWithoutSpaces(
  rest: string,
  from: number,
  own: OwnStatuses,
): { status: Status; end: number } | undefined {
  if (!isUnspaced(rest.charAt(0))) return undefined;
  const longest = Math.max(8, ...[...own.phrases.keys()].map((p) => p.length));
  for (let n = Math.min(longest, rest.length); n > 1; n--) {
    const phrase = rest.slice(0, n);
    const status = statusOf(phrase, own);
    if (!status) continue;
    const after = rest.slice(n);
    if (status === "done" && NOT_AFTER().test(after)) return { status: "todo", end: from + n };
    if (WEAK.has(phrase) && /^\s?[\p{L}\p{N}]/u.test(after) && !/^[了的]/.test(after)) continue;
    return { status, end: from + n };
  }
  return undefined;
}
