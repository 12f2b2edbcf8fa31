import {
  APOSTROPHE,
  BACKTICK,
  BANG,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  COLON,
  DASH,
  DOT,
  EQUALS,
  GREATER,
  isAlphanumeric,
  isBlank,
  isLetter,
  LESS,
  QUESTION,
  QUOTE,
  SLASH,
  UNDERSCORE,
} from "./chars.js";

/** What ends a block of HTML: a tag of raw text, a comment, an instruction, a declaration, CDATA, or a blank line. */
export const RAW = 1;
export const COMMENT = 2;
export const INSTRUCTION = 3;
export const DECLARATION = 4;
export const CDATA = 5;
export const BLOCK_TAG = 6;
export const OTHER_TAG = 7;

const RAW_NAMES: ReadonlySet<string> = new Set(["pre", "script", "style", "textarea"]);
const BLOCK_NAMES: ReadonlySet<string> = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead " +
    "title tr track ul"
  ).split(" "),
);
const LONGEST_NAME = 10;

/** The kind of the block that a line opens at an offset, 0 for none. */
export function htmlKind(text: string, from: number, end: number): number {
  if (text.charCodeAt(from) !== LESS) return 0;
  const next = from + 1 < end ? text.charCodeAt(from + 1) : -1;
  if (next === QUESTION) return INSTRUCTION;
  if (next === BANG) return declarationKind(text, from + 2, end);
  const closing = next === SLASH;
  const nameAt = closing ? from + 2 : from + 1;
  if (nameAt >= end || !isLetter(text.charCodeAt(nameAt))) return 0;
  let at = nameAt;
  while (at < end && (isAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === DASH)) at++;
  const after = at < end ? text.charCodeAt(at) : -1;
  if (after !== -1 && after !== SLASH && after !== GREATER && !isBlank(after)) return 0;
  const name = at - nameAt > LONGEST_NAME ? "" : text.slice(nameAt, at).toLowerCase();
  if (after !== SLASH && !closing && RAW_NAMES.has(name)) return RAW;
  if (BLOCK_NAMES.has(name)) return after !== SLASH || text.charCodeAt(at + 1) === GREATER ? BLOCK_TAG : 0;
  const tagEnd = closing ? skipBlanks(text, at, end) : endOfAttributes(text, at, end);
  if (tagEnd < 0 || tagEnd >= end || text.charCodeAt(tagEnd) !== GREATER) return 0;
  return skipBlanks(text, tagEnd + 1, end) === end ? OTHER_TAG : 0;
}

function declarationKind(text: string, at: number, end: number): number {
  if (at >= end) return 0;
  const code = text.charCodeAt(at);
  if (code === DASH) return at + 1 < end && text.charCodeAt(at + 1) === DASH ? COMMENT : 0;
  if (code === BRACKET_OPEN) return text.startsWith("[CDATA[", at) && at + 7 <= end ? CDATA : 0;
  return isLetter(code) ? DECLARATION : 0;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where the ">" of an opening tag must stand, -1 where the attributes are none. */
function endOfAttributes(text: string, from: number, end: number): number {
  const code = (at: number): number => (at < end ? text.charCodeAt(at) : -1);
  let at = from;
  for (let inAttribute = false; ; ) {
    at = skipBlanks(text, at, end);
    if (inAttribute && code(at) === EQUALS) {
      at = skipBlanks(text, at + 1, end);
      const quote = code(at);
      if (quote === -1 || quote === LESS || quote === EQUALS || quote === GREATER || quote === BACKTICK) return -1;
      if (quote !== QUOTE && quote !== APOSTROPHE) {
        while (!endsUnquoted(code(at))) at++;
        continue;
      }
      do at++;
      while (at < end && code(at) !== quote);
      if (at >= end) return -1;
      at++;
      if (code(at) !== SLASH && code(at) !== GREATER && !isBlank(code(at))) return -1;
      inAttribute = false;
      continue;
    }
    if (code(at) === SLASH) return at + 1;
    if (code(at) !== COLON && code(at) !== UNDERSCORE && !isLetter(code(at))) return at;
    while (isNamePart(code(at))) at++;
    inAttribute = true;
  }
}

const isNamePart = (code: number): boolean =>
  code === DASH || code === DOT || code === COLON || code === UNDERSCORE || isAlphanumeric(code);

const endsUnquoted = (code: number): boolean =>
  code === -1 ||
  code === QUOTE ||
  code === APOSTROPHE ||
  code === SLASH ||
  code === LESS ||
  code === EQUALS ||
  code === GREATER ||
  code === BACKTICK ||
  isBlank(code);

/** Where on a block's first line the search for its end starts. */
export function openerLength(kind: number): number {
  return kind === COMMENT ? 4 : kind === INSTRUCTION ? 2 : kind === DECLARATION ? 3 : kind === CDATA ? 9 : 0;
}

/** True if what ends a block of the kind stands in the line. `opened`: the line is the first, and `from` follows the opener. */
export function htmlEnds(text: string, from: number, end: number, kind: number, opened: boolean): boolean {
  if (kind >= BLOCK_TAG) return false;
  if (kind === RAW) return rawEnds(text, from, end);
  const mark = kind === COMMENT ? DASH : kind === INSTRUCTION ? QUESTION : kind === CDATA ? BRACKET_CLOSE : GREATER;
  const needed = kind === COMMENT || kind === CDATA ? 2 : 1;
  // A ">" ends the block once enough marks stand before it; what opened it counts as such, but for CDATA.
  let marks = opened && kind !== CDATA ? needed : 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER && (kind === DECLARATION || marks >= needed)) return true;
    if (code !== mark) marks = 0;
    else if (kind !== CDATA || marks < needed) marks++;
    // Of three brackets and more, the third starts to count anew.
    else marks = 1;
  }
  return false;
}

function rawEnds(text: string, from: number, end: number): boolean {
  for (let at = from; at + 1 < end; at++) {
    if (text.charCodeAt(at) !== LESS || text.charCodeAt(at + 1) !== SLASH) continue;
    const nameAt = at + 2;
    let nameEnd = nameAt;
    while (nameEnd < end && nameEnd - nameAt < LONGEST_NAME && isLetter(text.charCodeAt(nameEnd))) nameEnd++;
    const closes = nameEnd < end && text.charCodeAt(nameEnd) === GREATER;
    if (closes && RAW_NAMES.has(text.slice(nameAt, nameEnd).toLowerCase())) return true;
  }
  return false;
}
