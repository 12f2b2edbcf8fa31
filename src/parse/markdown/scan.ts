import { HASH, isAlphanumeric, isBlank, isDigit, isHexDigit, SEMICOLON, TAB } from "./chars.js";

const LONGEST_NAME = 31;

/** Where the white space starts that ends a stretch. */
export function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

export function hasTab(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === TAB) return true;
  return false;
}

/** Where the semicolon of a character reference stands; -1 where there is none. */
export function referenceEnd(text: string, from: number, to: number): number {
  let at = from;
  let most = LONGEST_NAME;
  let fits = isAlphanumeric;
  if (text.charCodeAt(at) === HASH) {
    at++;
    const hex = text.charCodeAt(at) === 88 || text.charCodeAt(at) === 120;
    if (hex) at++;
    most = hex ? 6 : 7;
    fits = hex ? isHexDigit : isDigit;
  }
  const start = at;
  while (at < to && at - start < most && fits(text.charCodeAt(at))) at++;
  return at > start && at < to && text.charCodeAt(at) === SEMICOLON ? at : -1;
}
