import { figures, fractions } from "../lex/numbers.js";
import { remembered } from "../lex/remembered.js";
import {
  firstMark,
  isPlainMark,
  isStruck,
  phraseAt,
  readStatus,
  type StatusReading,
  withoutStruck,
} from "../lex/status.js";
import { en } from "../lex/vocabulary/en.js";
import { everyWord, isUnspaced, lower } from "../lex/vocabulary/index.js";
import { type Conventions, USUAL } from "../model/conventions.js";
import { lazySet } from "../model/lazy.js";
import { oneLine } from "../model/plain-text.js";

/** What the line that names an item says. Offsets are into the text that was read. */
export interface TitleReading {
  readonly title: string;
  readonly status: StatusReading | undefined;
  readonly percent: number | undefined;
}

const EDGES =
  /^[\s\p{Extended_Pictographic}\ufe0e\ufe0f\u200d✓✔☑✗✘☐•*_~`–—-]+|[\s\p{Extended_Pictographic}\ufe0e\ufe0f\u200d✓✔☑✗✘☐*_~`:–—-]+$/gu;
const LEAD_TAG = /^(?:\[[^\]]{1,20}\]\s*|(?:done|complete[d]?|todo|wip|fixed|start|create)\s*(?:[:–—]|\s-)\s+)+/iu;
const BRACKET = /\s*[([]([^()[\]]*(?:\([^()]*\)[^()[\]]*)*)[)\]]\s*$/u;
const DASHED = /\s+(?:[-–—]|:)\s+([^-–—→:]{1,60})$/u;
/** Words of the vocabulary that also are ordinary words of titles: no status outside a status place. */
const ORDINARY = new Set(
  "new added created working next no none yes ok live open required needed optional future missing pass error designed draft review active met functional operational ready pending? success successful waiting duplicate excellent add started remaining optimized production".split(
    " ",
  ),
);

/** The same in other languages than English. */
const ORDINARY_ELSEWHERE = lazySet(() =>
  everyWord((l) => (l === en ? [] : [...l.weak, ...(l.yes ?? []), ...(l.no ?? [])])).filter((w) => !isUnspaced(w)),
);

function isOrdinary(word: string, { own }: Conventions): boolean {
  if (own.phrases.has(lower(word))) return false;
  return ORDINARY.has(lower(word)) || ORDINARY_ELSEWHERE.has(lower(word));
}

/**
 * Takes a heading, an entry or a title cell apart: leading or trailing marks, "[DONE]", "(COMPLETED 2025-11-25)",
 * "- 100% Fixed", "(Commit abc1234)" are not part of the title.
 */
export function readTitle(text: string, conventions: Conventions = USUAL): TitleReading {
  return titleOf(text, conventions);
}

const titleOf = remembered((text, conventions): TitleReading => {
  if (isStruck(text)) return readStruck(text, conventions);
  let rest = withoutTrailingStatus(text.replace(/\s+(?:✨\s*)?NEW\s*$/u, ""), conventions);
  let status = leadingStatus(rest, conventions);
  rest = withoutOwnMark(rest, conventions);
  let percent: number | undefined;
  for (let i = 0; i < 5; i++) {
    rest = rest.replace(EDGES, "").replace(LEAD_TAG, "");
    const tail = /[)\]]$/.test(rest.trimEnd()) ? (BRACKET.exec(rest) ?? DASHED.exec(rest)) : DASHED.exec(rest);
    const inner = tail?.[1] ?? "";
    if (!tail || tail.index === 0 || !isAside(inner, conventions)) break;
    const reading = statusAside(inner, conventions);
    if (reading) status = stronger(reading, status);
    percent ??= percentOf(inner, conventions);
    rest = rest.slice(0, tail.index);
  }
  const trailing = trailingStatus(text, conventions);
  status = stronger(trailing, status);
  return { title: oneLine(rest.replace(EDGES, "")), status, percent };
});

/** "~~Old plan~~" is dropped, neither done nor open, unless a status stands beside it: "~~Old plan~~ ✅ done". */
function readStruck(text: string, conventions: Conventions): TitleReading {
  const beside = readStatus(withoutStruck(text).trim(), conventions);
  const bare = readTitle(text.replaceAll("~~", ""), conventions);
  const dropped: StatusReading = { status: "deferred", explicit: true, text: text.trim(), start: 0, end: text.length };
  return { ...bare, status: beside ?? dropped };
}

/** "Chassis ✅ DONE" without what stands from the last mark on, where that is a status word. */
function withoutTrailingStatus(text: string, conventions: Conventions): string {
  const mark = lastMark(text, conventions);
  const after = mark ? text.slice(mark.end) : "";
  const word =
    mark && isPlainMark(mark.mark, conventions) && mark.start > 0 ? readStatus(after, conventions) : undefined;
  const stands = mark !== undefined && mark.start > 0 && conventions.own.marks.has(mark.mark);
  if (mark && stands && after.replace(EDGES, "") === "") return text.slice(0, mark.start);
  return mark && word?.explicit && after.slice(word.end).replace(EDGES, "") === "" ? text.slice(0, mark.start) : text;
}

/** Without a mark of the team's own at the start, which may be no emoji ("● Login") or have words to it ("✔ live Login"). */
function withoutOwnMark(text: string, { own }: Conventions): string {
  const mark = own.pattern?.exec(text);
  return mark && text.slice(0, mark.index).replace(EDGES, "") === "" ? text.slice(mark.index + mark[0].length) : text;
}

/** True for what stands beside a title: a status, a figure, a commit, a session, an effort. */
function isAside(inner: string, conventions: Conventions): boolean {
  return (
    statusAside(inner, conventions) !== undefined ||
    figures(inner, conventions).length > 0 ||
    fractions(inner, conventions).length > 0 ||
    /\b(?:commit|session|phase|week|sprint|estimated?|deferred|partially|NEW|priority)\b/iu.test(inner) ||
    /^[0-9a-f]{7,40}$/.test(inner.trim())
  );
}

function statusAside(inner: string, conventions: Conventions): StatusReading | undefined {
  const reading = readStatus(inner.replace(/^\s*\d+(?:\.\d+)?\s?%\s*/, ""), conventions);
  if (reading?.explicit && !endsThere(inner.replace(/^\s*\d+(?:\.\d+)?\s?%\s*/, "").slice(reading.end)))
    return undefined;
  // "(Backend ✅)" tells of a part.
  const ofPart = reading && !reading.explicit && /\p{L}{3,}/u.test(inner.slice(0, reading.start));
  if (ofPart) return undefined;
  return reading && !isOrdinary(reading.text, conventions) && (reading.explicit || firstMark(inner, conventions))
    ? reading
    : undefined;
}

/** "COMPLETED 2025-11-25" and "FIXED - Session 6" are statuses; "Complete remaining views" is a task. */
function endsThere(rest: string): boolean {
  return /^\s*(?:$|[^\p{L}\s]|(?:in|on|by|with|at|for|via|but|and|since|as|of|today|yesterday|now|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[\p{L}]*\b)/iu.test(
    rest,
  );
}

function percentOf(text: string, conventions: Conventions): number | undefined {
  return figures(text, conventions).find((f) => f.percent && f.quantity.low === f.quantity.high)?.quantity.low;
}

/** A mark or "[DONE]" / "DONE:" in front. */
function leadingStatus(text: string, conventions: Conventions): StatusReading | undefined {
  const trimmed = text.replace(/^\s*(?:\[(?:high|medium|low|critical|p\d)\]\s*)?/iu, "");
  const mark = firstMark(trimmed, conventions);
  if (mark && mark.start === 0) {
    const after = trimmed.slice(mark.end).trimStart();
    const word = phraseAt(after, 0, conventions.own);
    if (
      word &&
      /^\s*(?:[-–—:]\s|$)/.test(after.slice(word.end)) &&
      !isOrdinary(after.slice(0, word.end), conventions)
    ) {
      return {
        status: word.status,
        explicit: true,
        text: after.slice(0, word.end),
        start: mark.end,
        end: mark.end + word.end,
      };
    }
    return { status: mark.status, explicit: false, text: mark.mark, start: 0, end: mark.end };
  }
  const tag = /^\[([^\]]{2,20})\]|^([A-Z][A-Z ]{2,15})(?=\s*[:–—]|\s-\s)/u.exec(trimmed);
  const reading = tag ? readStatus(tag[1] ?? tag[2] ?? "", conventions) : undefined;
  return reading?.explicit ? reading : undefined;
}

/** "... ✅ DONE", "... ✅": a plain mark near the end, and a word after it. */
function trailingStatus(text: string, conventions: Conventions): StatusReading | undefined {
  const tail = text.slice(-40);
  const mark = lastMark(tail, conventions);
  if (!mark || !isPlainMark(mark.mark, conventions) || mark.start + text.length - tail.length === 0) return undefined;
  const after = tail.slice(mark.end);
  const own: StatusReading = {
    status: mark.status,
    explicit: false,
    text: mark.mark,
    start: mark.start,
    end: mark.end,
  };
  const reading = readStatus(after, conventions);
  // "✅ NEW" and "✅ ACTIVE" say what kind of thing is done.
  if (reading?.explicit && isOrdinary(reading.text, conventions)) return own;
  if (reading?.explicit && after.slice(reading.end).replace(EDGES, "").length < 12) return reading;
  return after.replace(EDGES, "").replace(BRACKET, "") === "" ? own : undefined;
}

function lastMark(text: string, conventions: Conventions): ReturnType<typeof firstMark> {
  let found: ReturnType<typeof firstMark>;
  for (let at = 0; ; ) {
    const mark = firstMark(text.slice(at), conventions);
    if (!mark) return found;
    found = { ...mark, start: mark.start + at, end: mark.end + at };
    at = found.end;
  }
}

function stronger(a: StatusReading | undefined, b: StatusReading | undefined): StatusReading | undefined {
  if (!a) return b;
  return b?.explicit && !a.explicit ? b : a;
}
