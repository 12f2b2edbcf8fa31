import {
  APOSTROPHE,
  AT,
  BACKTICK,
  BANG,
  BRACKET_OPEN,
  COLON,
  DASH,
  DOT,
  EQUALS,
  GREATER,
  isAlphanumeric,
  isControl,
  isLetter,
  isSpaceOrLineEnd,
  LESS,
  PLUS,
  QUESTION,
  QUOTE,
  SLASH,
  SPACE,
  UNDERSCORE,
} from "./chars.js";
import { skipSpaceAndLineEnds } from "./link-parts.js";

/** Searches one text from left to right without searching any part of it twice in vain. */
export class Finder {
  private text = "";
  private from = 0;
  private found = -1;

  constructor(private readonly what: string) {}

  /** Where the first one starts at or after an offset; -1 for none. */
  find(text: string, from: number): number {
    const known = text === this.text && from >= this.from && (this.found < 0 || this.found >= from);
    if (!known || this.from === 0) {
      this.text = text;
      this.found = text.indexOf(this.what, from);
      this.from = Math.max(1, from);
    }
    return this.found;
  }
}

const comments = "-->";
const instructions = "?>";
const data = "]]>";

/** Reads tags, comments and the like within text. */
export class InlineHtml {
  private readonly comment = new Finder(comments);
  private readonly instruction = new Finder(instructions);
  private readonly data = new Finder(data);
  private readonly declaration = new Finder(">");

  /** Where the HTML ends that a "<" starts; where it starts none, the complement of where that shows. */
  end(text: string, from: number, to: number): number {
    const code = from + 1 < to ? text.charCodeAt(from + 1) : -1;
    if (code === QUESTION) return within(this.instruction.find(text, from + 2), 2, to);
    if (code === BANG) return this.declarationEnd(text, from + 2, to);
    if (code === SLASH) return closingTagEnd(text, from + 2, to);
    return isLetter(code) ? openingTagEnd(text, from + 1, to) : ~(from + 1);
  }

  private declarationEnd(text: string, at: number, to: number): number {
    const code = at < to ? text.charCodeAt(at) : -1;
    if (code === DASH) {
      if (at + 1 >= to || text.charCodeAt(at + 1) !== DASH) return ~at;
      return within(this.comment.find(text, at), 3, to);
    }
    if (code === BRACKET_OPEN) {
      return text.startsWith("[CDATA[", at) ? within(this.data.find(text, at + 7), 3, to) : ~at;
    }
    return isLetter(code) ? within(this.declaration.find(text, at), 1, to) : ~at;
  }
}

const within = (found: number, length: number, to: number): number =>
  found >= 0 && found + length <= to ? found + length : ~to;

function closingTagEnd(text: string, from: number, to: number): number {
  if (from >= to || !isLetter(text.charCodeAt(from))) return ~from;
  const at = skipSpaceAndLineEnds(text, nameEnd(text, from, to), to);
  return at < to && text.charCodeAt(at) === GREATER ? at + 1 : ~at;
}

function nameEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (isAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === DASH)) at++;
  return at;
}

function openingTagEnd(text: string, from: number, to: number): number {
  const code = (at: number): number => (at < to ? text.charCodeAt(at) : -1);
  let at = nameEnd(text, from, to);
  if (!endsName(code(at))) return ~at;
  for (let inAttribute = false; ; ) {
    at = skipSpaceAndLineEnds(text, at, to);
    if (inAttribute && code(at) === EQUALS) {
      at = skipSpaceAndLineEnds(text, at + 1, to);
      const quote = code(at);
      if (quote === QUOTE || quote === APOSTROPHE) {
        do at++;
        while (at < to && code(at) !== quote);
        if (at >= to) return ~to;
        at++;
      } else {
        if (quote === GREATER || quote === SLASH) {
          // An address may start with a slash; nothing may be missing.
          if (quote === GREATER) return ~at;
          at++;
        }
        while (isUnquoted(code(at))) at++;
      }
      if (!endsName(code(at))) return ~at;
      inAttribute = false;
      continue;
    }
    if (code(at) === SLASH) return code(at + 1) === GREATER ? at + 2 : ~(at + 1);
    if (code(at) !== COLON && code(at) !== UNDERSCORE && !isLetter(code(at)))
      return code(at) === GREATER ? at + 1 : ~at;
    while (isAttributeName(code(at))) at++;
    inAttribute = true;
  }
}

const endsName = (code: number): boolean => code === SLASH || code === GREATER || (code > 0 && isSpaceOrLineEnd(code));

const isAttributeName = (code: number): boolean =>
  code === DASH || code === DOT || code === COLON || code === UNDERSCORE || isAlphanumeric(code);

const isUnquoted = (code: number): boolean =>
  code !== -1 &&
  code !== QUOTE &&
  code !== APOSTROPHE &&
  code !== LESS &&
  code !== EQUALS &&
  code !== BACKTICK &&
  code !== SLASH &&
  code !== GREATER &&
  !isSpaceOrLineEnd(code);

/** What HTML over several lines reads as: up to three columns that indent a line are no part of it. */
export function htmlText(value: string): string {
  return value.replace(/(\r\n|\n|\r)([ \t]+)/g, (_, end: string, indent: string) => end + outdented(indent));
}

function outdented(indent: string): string {
  const tab = indent.slice(0, 3).indexOf("\t");
  // Three of a tab's four columns leave one.
  return tab < 0 ? indent.slice(3) : ` ${indent.slice(tab + 1)}`;
}

/** An address in angle brackets. */
export interface Autolink {
  readonly end: number;
  readonly email: boolean;
}

const LONGEST_SCHEME = 32;
const LONGEST_LABEL = 63;

export function readAutolink(text: string, from: number, to: number): Autolink | undefined {
  const code = (at: number): number => (at < to ? text.charCodeAt(at) : -1);
  let at = from + 1;
  if (isLetter(code(at))) {
    at++;
    while (isSchemePart(code(at)) && at - from <= LONGEST_SCHEME) at++;
    if (code(at) === COLON && at - from > 2) {
      do at++;
      while (code(at) !== GREATER && code(at) !== SPACE && code(at) !== LESS && !isControl(code(at)));
      return code(at) === GREATER ? { end: at + 1, email: false } : undefined;
    }
  }
  while (isAddressPart(code(at))) at++;
  if (code(at) !== AT || at === from + 1) return undefined;
  for (;;) {
    const label = at + 1;
    at = label;
    while (isAlphanumeric(code(at)) || (code(at) === DASH && at > label)) at++;
    if (at === label || at - label > LONGEST_LABEL || code(at - 1) === DASH) return undefined;
    if (code(at) === GREATER) return { end: at + 1, email: true };
    if (code(at) !== DOT) return undefined;
  }
}

const isSchemePart = (code: number): boolean => code === PLUS || code === DASH || code === DOT || isAlphanumeric(code);

/** What may stand before the "@" of an address. */
const isAddressPart = (code: number): boolean =>
  (code >= 35 && code <= 39) ||
  code === 42 ||
  code === 43 ||
  (code >= 45 && code <= 57) ||
  code === 61 ||
  code === 63 ||
  (code >= 65 && code <= 90) ||
  (code >= 94 && code <= 126);
