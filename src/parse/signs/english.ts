import { isBlank, isDigit, isWordUnit, type Line, type LineSign, matchesAt, type Sign, skipBlank } from "./line.js";

const PIPE = 0x7c;
const BRACKET = 0x5b;

const LABEL = /(?:overall |current |project )?(?:status|progress|completion)\*{0,2}\s*[:：]/iy;
/** The letters that such a label starts with. */
const LABEL_STARTS = new Set([..."oOcCpPsS"].map((letter) => letter.charCodeAt(0)));
const STATUS_WORD = /\b(?:status|state|progress|done)\b/i;
const STATUS_CELL = /✅|❌|⏳|🟡|🔄|\b(?:DONE|TODO|IN PROGRESS|COMPLETE|PENDING|NOT STARTED)\b/;
const TASKS = /(?:^\s*[-*+]\s+\[[ xX]\]\s.*\n){3}/my;
const MARKED_ITEMS = /(?:^\s*(?:[-*+]|\d+[.)])\s+(?:✅|❌|⏳|🟡|🔄|☐|☑).*\n?){3}/my;
const MARKED_HEADING =
  /#{1,4}\s.*(?:✅|❌|⏳|🟡|🔄|\((?:COMPLETE|COMPLETED|DONE|IN PROGRESS|PENDING|NOT STARTED|IMPLEMENTED|FIXED|RESOLVED)\b)/y;
const AHEAD_HEADING =
  /#{1,4}\s.*\b(?:next steps|remaining work|what's left|completed work|blockers?|to-?do|known issues|in progress)\b/iy;

/** The first code units of the marks before an item. */
const MARKS = new Set([..."✅❌⏳🟡🔄☐☑"].map((mark) => mark.charCodeAt(0)));

/** In a line that is behind its bullet, stars and white space at `at`: "**Status:** done". */
export function isStatusLabel(text: string, at: number): boolean {
  return LABEL_STARTS.has(text.charCodeAt(at)) && matchesAt(LABEL, text, at);
}

/** In lines that start with a pipe. */
export const ROW_SIGNS: readonly LineSign[] = [
  (line) => isWithin(line, STATUS_WORD),
  (line) => isWithin(line, STATUS_CELL),
];

/** In lines that start with a number sign. */
export const HEADING_SIGNS: readonly LineSign[] = [
  ({ text, start }) => matchesAt(MARKED_HEADING, text, start),
  ({ text, start }) => matchesAt(AHEAD_HEADING, text, start),
];

/** In lines that start, but for white space, with a bullet or a digit. */
export const LIST_SIGNS: readonly LineSign[] = [
  ({ text, start, first }) => text.charCodeAt(behindBullet(text, first)) === BRACKET && matchesAt(TASKS, text, start),
  ({ text, start, first }) =>
    MARKS.has(text.charCodeAt(behindBullet(text, first))) && matchesAt(MARKED_ITEMS, text, start),
];

/** Anywhere. */
export const SIGNS: readonly Sign[] = [isShareOfWork, isPercentOfShare, isPercentDone, citesCommit, countsLines];

/** Whether a row that ends with a pipe holds a word before that. */
function isWithin({ text, start, end }: Line, words: RegExp): boolean {
  let last = end - 1;
  while (last > start && isBlank(text.charCodeAt(last))) last--;
  return last > start && text.charCodeAt(last) === PIPE && words.test(text.slice(start, last));
}

/** Where the text of a list item starts; what stands there may be anything where the line is none. */
function behindBullet(text: string, first: number): number {
  let at = first + 1;
  if (isDigit(text.charCodeAt(first))) {
    while (isDigit(text.charCodeAt(at))) at++;
    at++;
  }
  return skipBlank(text, at, text.length);
}

const SHARE = /\d[\s/oO]/g;
const SHARE_OF_WORK =
  /\d\s?(?:\/|of|out of)\s?\d+\b[^|\n]{0,40}\b(?:complete|completed|done|resolved|fixed|implemented|passing|items|tasks|blockers)\b/iy;

/** Whether `test` answers true for one of the numbers that a slash, a blank or "of" follows, by the offset of its last digit. */
export function someShare(text: string, test: (last: number) => boolean): boolean {
  SHARE.lastIndex = 0;
  while (SHARE.test(text)) {
    const behind = SHARE.lastIndex;
    if (test(behind - 2)) return true;
    SHARE.lastIndex = behind;
  }
  return false;
}

/** "3 of 5 tasks". */
function isShareOfWork(text: string): boolean {
  return someShare(
    text,
    (last) => matchesAt(SHARE_OF_WORK, text, last) && startsNumber(text, startOfDigits(text, last)),
  );
}

const OF_SHARE = /%\s*(?:complete|done|ready|finished)?\b[^|\n]{0,20}\(\s*\d+\s?(?:\/|of)\s?\d+/iy;
const SAYS_DONE = /%\s*(?:complete|done|ready)\b/iy;

/** "60% (3/5". */
function isPercentOfShare(text: string): boolean {
  return somePercent(text, true, (at) => matchesAt(OF_SHARE, text, at));
}

/** "60% complete". */
function isPercentDone(text: string): boolean {
  return somePercent(text, false, (at) => matchesAt(SAYS_DONE, text, at));
}

function somePercent(text: string, decimals: boolean, test: (at: number) => boolean): boolean {
  for (let at = text.indexOf("%"); at !== -1; at = text.indexOf("%", at + 1)) {
    if (isPercentage(text, at, decimals) && test(at)) return true;
  }
  return false;
}

/** Whether a number of up to three digits stands before a percent sign. */
function isPercentage(text: string, sign: number, decimals: boolean): boolean {
  const last = isBlank(text.charCodeAt(sign - 1)) ? sign - 2 : sign - 1;
  if (!isDigit(text.charCodeAt(last))) return false;
  const start = startOfDigits(text, last);
  if (last - start < 3 && startsNumber(text, start)) return true;
  if (!decimals || text[start - 1] !== "." || !isDigit(text.charCodeAt(start - 2))) return false;
  const whole = startOfDigits(text, start - 2);
  return start - 2 - whole < 3 && startsNumber(text, whole);
}

function startOfDigits(text: string, last: number): number {
  let start = last;
  while (isDigit(text.charCodeAt(start - 1))) start--;
  return start;
}

function startsNumber(text: string, start: number): boolean {
  return !isWordUnit(text.charCodeAt(start - 1));
}

const COMMIT = /\b(?:commit|fixed in)\b[^|\n]{0,20}`?[0-9a-f]{7,40}\b/i;
const LINES = /\(\+?[\d,]+ (?:new )?lines\)/i;

function citesCommit(text: string): boolean {
  return COMMIT.test(text);
}

function countsLines(text: string): boolean {
  return LINES.test(text);
}
