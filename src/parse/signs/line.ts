/** One line of a text that is looked at. */
export interface Line {
  readonly text: string;
  readonly start: number;
  /** Behind its last character, its line end left out. */
  readonly end: number;
  /** Its first character that is no white space; `end` where there is none. */
  readonly first: number;
}

/** A sign of a report in a line of a kind: whether it stands there. */
export type LineSign = (line: Line) => boolean;

/** A sign of a report that may stand anywhere. */
export type Sign = (text: string) => boolean;

const ENDS = /[\n\r\u2028\u2029]/g;

/** Gives each line to `visit` until that answers false. The line ends are those of `^` and `$`. */
export function eachLine(text: string, visit: (line: Line) => boolean): void {
  const odd = hasOddEnds(text);
  for (let start = 0; start < text.length; ) {
    const next = odd ? nextOf(text, start) : text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    if (!visit({ text, start, end, first: skipBlank(text, start, end) })) return;
    start = end + 1;
  }
}

/** Ends that are so rare that they are looked for only where there are any. */
function hasOddEnds(text: string): boolean {
  return (text.includes("\r") && /\r(?!\n)/.test(text)) || text.includes("\u2028") || text.includes("\u2029");
}

function nextOf(text: string, start: number): number {
  ENDS.lastIndex = start;
  return ENDS.test(text) ? ENDS.lastIndex - 1 : -1;
}

/** The first offset from `at` on, and before `end`, whose character is no white space; else `end`. */
export function skipBlank(text: string, at: number, end: number): number {
  let offset = at;
  while (offset < end && isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

/** White space as `\s` has it. */
export function isBlank(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x2000) return unit === 0xa0 || unit === 0x1680;
  return (
    unit <= 0x200a ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** Whether a sticky pattern matches at an offset. */
export function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** What `\w` matches. */
export function isWordUnit(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f;
}
