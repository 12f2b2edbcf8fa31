import {
  APOSTROPHE,
  BACKSLASH,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  GREATER,
  isBlank,
  isControl,
  isLineEnd,
  isSpaceOrLineEnd,
  LESS,
  PAREN_CLOSE,
  PAREN_OPEN,
  QUOTE,
  SPACE,
} from "./chars.js";

/** Where something ended, and what it holds. */
export interface Part {
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

const LONGEST_LABEL = 999;

/** An address, plain or in angle brackets; undefined where there is none. */
export function readDestination(text: string, from: number, end: number, depth: number): Part | undefined {
  if (from < end && text.charCodeAt(from) === LESS) return readEnclosed(text, from + 1, end);
  let open = 0;
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (open === 0 && (code === PAREN_CLOSE || isSpaceOrLineEnd(code))) break;
    if (code === PAREN_OPEN && open < depth) open++;
    else if (code === PAREN_CLOSE) open--;
    else if (code === SPACE || code === PAREN_OPEN || isControl(code)) return undefined;
    else if (code === BACKSLASH && at + 1 < end) {
      const next = text.charCodeAt(at + 1);
      if (next === PAREN_OPEN || next === PAREN_CLOSE || next === BACKSLASH) at++;
    }
  }
  return at === from || open > 0 ? undefined : { from, to: at, end: at };
}

function readEnclosed(text: string, from: number, end: number): Part | undefined {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return { from, to: at, end: at + 1 };
    if (code === LESS || isLineEnd(code)) return undefined;
    if (code === BACKSLASH && at + 1 < end) {
      const next = text.charCodeAt(at + 1);
      if (next === LESS || next === GREATER || next === BACKSLASH) at++;
    }
  }
  return undefined;
}

export const startsTitle = (code: number): boolean => code === QUOTE || code === APOSTROPHE || code === PAREN_OPEN;

/** A title in quotes or parentheses. */
export function readTitle(text: string, from: number, end: number): Part | undefined {
  const opener = from < end ? text.charCodeAt(from) : -1;
  if (!startsTitle(opener)) return undefined;
  const closer = opener === PAREN_OPEN ? PAREN_CLOSE : opener;
  for (let at = from + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === closer) return { from: from + 1, to: at, end: at + 1 };
    if (code === BACKSLASH && at + 1 < end) {
      const next = text.charCodeAt(at + 1);
      if (next === closer || next === BACKSLASH) at++;
    }
  }
  return undefined;
}

/** A label in brackets, as definitions and full references have it. */
export function readLabel(text: string, from: number, end: number): Part | undefined {
  let size = 0;
  let seen = false;
  for (let at = from + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (size > LONGEST_LABEL || code === BRACKET_OPEN) return undefined;
    if (code === BRACKET_CLOSE) return seen ? { from: from + 1, to: at, end: at + 1 } : undefined;
    if (isLineEnd(code)) continue;
    size++;
    if (!isBlank(code)) seen = true;
    if (code === BACKSLASH && at + 1 < end) {
      const next = text.charCodeAt(at + 1);
      if (next === BRACKET_OPEN || next === BRACKET_CLOSE || next === BACKSLASH) {
        at++;
        size++;
      }
    }
  }
  return undefined;
}

export function skipSpaceAndLineEnds(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpaceOrLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** A title's text: what indents its lines is no part of it. */
export function unindented(value: string): string {
  return value.replace(/(\r\n|\n|\r)[ \t]+/g, "$1");
}
