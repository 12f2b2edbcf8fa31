import type { Status } from "../model/status.js";
import { PLAIN_MARKS, STATUS_MARKS } from "./status-marks.js";
import { STATUS_WORDS } from "./status-vocabulary.js";

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
for (const language of Object.values(STATUS_WORDS)) {
  for (const [status, phrases] of Object.entries(language)) {
    for (const phrase of phrases ?? []) if (!PHRASES.has(phrase)) PHRASES.set(phrase, status as Status);
  }
}
/** Ordinary words that are a status only when they stand alone: "Open", not "Open questions"; "Ready", not "Ready for use". */
const WEAK = new Set(
  "no none yes ok new next open required needed optional missing active review draft live ready pass error met added created working planned scheduled future".split(
    " ",
  ),
);
const LONGEST = Math.max(...[...PHRASES.keys()].map((p) => p.split(" ").length));
/** How far a phrase and what follows it are looked for, in characters; the rest of a long line is not copied. */
const FARTHEST = 200;
const MARK = new RegExp(`(?:${Object.keys(STATUS_MARKS).join("|")})\\ufe0f?`, "gu");
const DECORATION = /^[\s\p{Extended_Pictographic}\ufe0f\u200d\p{So}*_~`[\](){}:|•–—-]+/u;
const SHORTCODES: Readonly<Record<string, string>> = {
  white_check_mark: "✅",
  heavy_check_mark: "✔",
  ballot_box_with_check: "☑",
  x: "❌",
  hourglass: "⌛",
  hourglass_flowing_sand: "⏳",
  construction: "🚧",
  warning: "⚠",
  no_entry: "⛔",
  green_circle: "🟢",
  yellow_circle: "🟡",
  red_circle: "🔴",
  white_circle: "⚪",
  arrows_counterclockwise: "🔄",
};

/** The first status mark of a text, emoji shortcodes (":white_check_mark:") included. */
export function firstMark(text: string): { mark: string; status: Status; start: number; end: number } | undefined {
  MARK.lastIndex = 0;
  const hit = MARK.exec(text);
  const short = /:([a-z_]+):/.exec(text);
  const shortMark = short ? SHORTCODES[short[1] ?? ""] : undefined;
  if (short && shortMark && (!hit || short.index < hit.index)) {
    return {
      mark: shortMark,
      status: STATUS_MARKS[shortMark] ?? "unknown",
      start: short.index,
      end: short.index + short[0].length,
    };
  }
  if (!hit) return undefined;
  const mark = hit[0].replace("\ufe0f", "");
  return { mark, status: STATUS_MARKS[mark] ?? "unknown", start: hit.index, end: hit.index + hit[0].length };
}

/** True for marks that mean a status even in running text. */
export function isPlainMark(mark: string): boolean {
  return PLAIN_MARKS.has(mark);
}

/** The status phrase that starts exactly at `from`, the longest one. */
export function phraseAt(text: string, from: number): { status: Status; end: number } | undefined {
  const rest = text.slice(from, from + FARTHEST).toLowerCase();
  const tokens = [...rest.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’/_-]*/gu)].slice(0, LONGEST);
  if (tokens[0]?.index !== 0) return undefined;
  for (let n = tokens.length; n > 0; n--) {
    const last = tokens[n - 1];
    if (!last) continue;
    const end = last.index + last[0].length;
    const phrase = rest.slice(0, end).replace(/\s+/g, " ").replace(/’/g, "'");
    const status = PHRASES.get(phrase);
    if (status && (!WEAK.has(phrase) || /^\s*(?:$|[^\p{L}\s])/u.test(rest.slice(end))))
      return { status, end: from + end };
  }
  return prefixWithoutSpaces(rest, from);
}

/** Chinese and Japanese put no space after a word. */
function prefixWithoutSpaces(rest: string, from: number): { status: Status; end: number } | undefined {
  if (!/^[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/u.test(rest)) return undefined;
  for (let n = Math.min(6, rest.length); n > 1; n--) {
    const status = PHRASES.get(rest.slice(0, n));
    if (status) return { status, end: from + n };
  }
  return undefined;
}

/**
 * The status that a text as a whole speaks of, by its head: words win over marks.
 * For a status cell, the value of a status field, or what stands in trailing brackets.
 */
export function readStatus(text: string): StatusReading | undefined {
  const mark = firstMark(text);
  const lead = DECORATION.exec(text)?.[0].length ?? 0;
  const head = phraseAt(text, lead);
  // "✅ Active" and "✅ Ready" are in order, whatever the word says alone.
  const approved = mark?.status === "done" && mark.start < lead && head !== undefined && head.status !== "done";
  if (head && !(approved && WEAK.has(text.slice(lead, head.end).toLowerCase())))
    return { status: head.status, explicit: true, text: text.slice(lead, head.end), start: lead, end: head.end };
  if (mark)
    return {
      status: mark.status,
      explicit: false,
      text: text.slice(mark.start, mark.end),
      start: mark.start,
      end: mark.end,
    };
  return laterPhrase(text, lead);
}

/** "Infrastructure complete, awaiting ...": a word of done or open that ends the first clause. */
function laterPhrase(text: string, lead: number): StatusReading | undefined {
  const clause = /^[^,;:(–—.]*/.exec(text.slice(lead))?.[0] ?? "";
  for (const word of clause.matchAll(/[\p{L}][\p{L}'’-]*/gu)) {
    const start = lead + word.index;
    const phrase = phraseAt(text, start);
    if (phrase && phrase.end >= lead + clause.trimEnd().length) {
      return { status: phrase.status, explicit: false, text: text.slice(start, phrase.end), start, end: phrase.end };
    }
  }
  return undefined;
}
