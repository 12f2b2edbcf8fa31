import { type Conventions, NO_OWN, type OwnStatuses, USUAL } from "../model/conventions.js";
import type { TextUnit } from "../model/report.js";
import type { Status } from "../model/status.js";
import { foldStatusWord } from "../model/status-words.js";

import { PLAIN_MARKS, STATUS_MARKS, shortcodes } from "./status-marks.js";
import { everyWord, isUnspaced, LANGUAGES, lower } from "./vocabulary/index.js";

/** A status read from a text, with the words or the mark it was read from. */
export interface StatusReading {
  readonly status: Status;
  /** Read from words at the head of the text; a mark or a word further on is weaker. */
  readonly explicit: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const PHRASES = new Map<string, Status>();
for (const { statuses } of Object.values(LANGUAGES)) {
  for (const [status, phrases] of Object.entries(statuses)) {
    for (const phrase of phrases ?? []) if (!PHRASES.has(phrase)) PHRASES.set(phrase, status as Status);
  }
}
for (const word of everyWord((l) => l.yes)) if (!PHRASES.has(word)) PHRASES.set(word, "done");
for (const word of everyWord((l) => l.no)) if (!PHRASES.has(word)) PHRASES.set(word, "todo");
/** Ordinary words that are a status only when they stand alone: "Open", not "Open questions"; "Ready", not "Ready for use". */
const WEAK = new Set(everyWord((l) => [...l.weak, ...(l.yes ?? []), ...(l.no ?? [])]));
/** Words that turn the word of done behind them round: "nicht erledigt", "non terminé". */
const NOT = new Set(everyWord((l) => l.not));
const NOT_AFTER = new RegExp(`^\\s*(?:${everyWord((l) => l.notAfter).join("|")})`, "u");
const LONGEST = Math.max(...[...PHRASES.keys()].map((p) => p.split(" ").length)) + 1;
/** How far a phrase and what follows it are looked for, in characters; the rest of a long line is not copied. */
const FARTHEST = 200;
const MARK = new RegExp(`(?:${Object.keys(STATUS_MARKS).join("|")})[\\ufe0e\\ufe0f]?`, "gu");
const DECORATION = /^[\s\p{Extended_Pictographic}\ufe0e\ufe0f\u200d\p{So}*_~`[\](){}:|•–—-]+/u;

/** The first status mark of a text; what it means follows the report's legend where that speaks of it. */
export function firstMark(
  text: string,
  conventions: Conventions = USUAL,
): { mark: string; status: Status; start: number; end: number } | undefined {
  let found: { mark: string; start: number; end: number } | undefined;
  MARK.lastIndex = 0;
  const hit = MARK.exec(text);
  if (hit) found = { mark: hit[0].replace(/[\ufe0e\ufe0f]/, ""), start: hit.index, end: hit.index + hit[0].length };
  const short = shortcodes(text)[0];
  if (short && (!found || short.start < found.start)) found = short;
  for (const mark of conventions.marks.keys()) {
    const start = text.indexOf(mark);
    if (start < 0 || (found && found.start <= start)) continue;
    const end = start + mark.length;
    found = { mark, start, end: /^[\ufe0e\ufe0f]/.test(text.slice(end, end + 1)) ? end + 1 : end };
  }
  const own = conventions.own.pattern?.exec(text);
  if (own && (!found || own.index < found.start || (own.index === found.start && own[0].length >= found.mark.length)))
    found = { mark: foldStatusWord(own[0]), start: own.index, end: own.index + own[0].length };
  if (!found) return undefined;
  const { mark } = found;
  const status = conventions.marks.get(mark) ?? conventions.own.marks.get(mark) ?? STATUS_MARKS[mark] ?? "unknown";
  return { ...found, status };
}

/** A mark of the team's own that has words to it ("✔ live"): it says as much as words do. */
export function hasWords(mark: string): boolean {
  return !mark.startsWith(":") && /\p{L}/u.test(mark);
}

/** {@link firstMark} of a line, a cell or an entry; nothing for what is not there. */
export function unitMark(unit: TextUnit | undefined): ReturnType<typeof firstMark> {
  return unit && firstMark(unit.text.value, unit.conventions);
}

/** {@link readStatus} of a line or a cell; nothing for what is not there. */
export function unitStatus(unit: TextUnit | undefined): StatusReading | undefined {
  return unit && readStatus(unit.text.value, unit.conventions);
}

/** True for marks that mean a status even in running text; those that a team has configured do. */
export function isPlainMark(mark: string, { own }: Conventions = USUAL): boolean {
  return PLAIN_MARKS.has(mark) || own.marks.has(mark);
}

/** The status phrase that starts exactly at `from`, the longest one; a negation before it is part of it. */
export function phraseAt(
  text: string,
  from: number,
  own: OwnStatuses = NO_OWN,
): { status: Status; end: number } | undefined {
  const rest = lower(text.slice(from, from + FARTHEST));
  const tokens = [...rest.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’/_\u200c-]*/gu)].slice(0, longestOf(own));
  if (tokens[0]?.index !== 0) return undefined;
  for (let n = tokens.length; n > 0; n--) {
    const last = tokens[n - 1];
    if (!last) continue;
    const end = last.index + last[0].length;
    const status = spacedPhrase(rest.slice(0, end), rest.slice(end), own);
    if (status) return { status, end: from + end };
  }
  return prefixWithoutSpaces(rest, from, own);
}

/** What the team calls so, else what everybody does. */
function statusOf(phrase: string, own: OwnStatuses): Status | undefined {
  return own.phrases.get(phrase) ?? PHRASES.get(phrase);
}

/** How many words the longest phrase has, with a negation before it. */
function longestOf({ phrases }: OwnStatuses): number {
  return phrases.size === 0 ? LONGEST : Math.max(LONGEST, ...[...phrases.keys()].map((p) => p.split(" ").length + 1));
}

function spacedPhrase(text: string, after: string, own: OwnStatuses): Status | undefined {
  const phrase = text.replace(/\s+/g, " ").replace(/’/g, "'");
  const alone = (): boolean => /^\s*(?:$|[^\p{L}\s])/u.test(after);
  const said = statusOf(phrase, own);
  if (said && (!WEAK.has(phrase) || alone())) return said === "done" && NOT_AFTER.test(after) ? "todo" : said;
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
    if (status === "done" && NOT_AFTER.test(after)) return { status: "todo", end: from + n };
    if (WEAK.has(phrase) && /^\s?[\p{L}\p{N}]/u.test(after) && !/^[了的]/.test(after)) continue;
    return { status, end: from + n };
  }
  return undefined;
}

/**
 * The status that a text as a whole speaks of, by its head: words win over marks.
 * For a status cell, the value of a status field, or what stands in trailing brackets.
 */
export function readStatus(rawText: string, conventions: Conventions = USUAL): StatusReading | undefined {
  const text = withoutStruck(rawText);
  if (text.trim() === "" && rawText.trim() !== "") {
    const end = rawText.length;
    return { status: "deferred", explicit: false, text: rawText.trim(), start: 0, end };
  }
  const mark = firstMark(text, conventions);
  const lead = DECORATION.exec(text)?.[0].length ?? 0;
  if (mark && hasWords(mark.mark) && text.slice(0, mark.start).replace(DECORATION, "") === "") {
    const { status, start, end } = mark;
    return { status, explicit: true, text: text.slice(start, end), start, end };
  }
  const head = phraseAt(text, lead, conventions.own);
  // "✅ Active" and "✅ Ready" are in order, whatever the word says alone.
  const approved = mark?.status === "done" && mark.start < lead && head !== undefined && head.status !== "done";
  const word = head && lower(text.slice(lead, head.end));
  if (head && !(approved && word !== undefined && WEAK.has(word) && !conventions.own.phrases.has(word)))
    return { status: head.status, explicit: true, text: text.slice(lead, head.end), start: lead, end: head.end };
  if (mark)
    return {
      status: mark.status,
      explicit: false,
      text: text.slice(mark.start, mark.end),
      start: mark.start,
      end: mark.end,
    };
  return laterPhrase(text, lead, conventions.own);
}

const STRUCK = /~~(?=\S)[^~\n]+~~/g;

/** The text with what is struck out blanked, offsets unchanged. */
export function withoutStruck(text: string): string {
  return text.includes("~~") ? text.replace(STRUCK, (m) => " ".repeat(m.length)) : text;
}

/** True where all words of a title are struck out: the item is dropped, neither done nor open. */
export function isStruck(text: string): boolean {
  return text.includes("~~") && /\p{L}/u.test(text) && !/[\p{L}\p{N}]{3}/u.test(withoutStruck(text));
}

/** "Infrastructure complete, awaiting ...": a word of done or open that ends the first clause. */
function laterPhrase(text: string, lead: number, own: OwnStatuses): StatusReading | undefined {
  const clause = /^[^,;:(–—.，；：（。]*/.exec(text.slice(lead))?.[0] ?? "";
  for (const word of clause.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)) {
    const start = lead + word.index;
    const phrase = phraseAt(text, start, own);
    if (phrase && phrase.end >= lead + clause.trimEnd().length) {
      return { status: phrase.status, explicit: false, text: text.slice(start, phrase.end), start, end: phrase.end };
    }
  }
  return undefined;
}
