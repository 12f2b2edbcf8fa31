import { type Conventions, type OwnStatuses, USUAL } from "../model/conventions.js";
import { lazy } from "../model/lazy.js";
import type { TextUnit } from "../model/report.js";
import type { Status } from "../model/status.js";
import { foldStatusWord } from "../model/status-words.js";

import { HIGH, holds } from "./facts.js";
import { remembered } from "./remembered.js";
import { PLAIN_MARKS, STATUS_MARKS, shortcodes } from "./status-marks.js";
import { phraseAt, WEAK } from "./status-phrases.js";
import { lower } from "./vocabulary/index.js";

export { phraseAt } from "./status-phrases.js";

/** A status read from a text, with the words or the mark it was read from. */
export interface StatusReading {
  readonly status: Status;
  /** Read from words at the head of the text; a mark or a word further on is weaker. */
  readonly explicit: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const MARK = lazy(() => new RegExp(`(?:${Object.keys(STATUS_MARKS).join("|")})[\\ufe0e\\ufe0f]?`, "u"));
const DECORATION = /^[\s\p{Extended_Pictographic}\ufe0e\ufe0f\u200d\p{So}*_~`[\](){}:|•–—-]+/u;

/** The first status mark of a text; what it means follows the report's legend where that speaks of it. */
export function firstMark(
  text: string,
  conventions: Conventions = USUAL,
): { mark: string; status: Status; start: number; end: number } | undefined {
  let found: { mark: string; start: number; end: number } | undefined;
  const hit = holds(text, HIGH) ? MARK().exec(text) : null;
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

/**
 * The status that a text as a whole speaks of, by its head: words win over marks.
 * For a status cell, the value of a status field, or what stands in trailing brackets.
 */
export function readStatus(rawText: string, conventions: Conventions = USUAL): StatusReading | undefined {
  return readOnce(rawText, conventions).reading;
}

const readOnce = remembered((text, conventions) => ({ reading: statusIn(text, conventions) }));

function statusIn(rawText: string, conventions: Conventions): StatusReading | undefined {
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
