import { BACKTICK, DASH, EQUALS, HASH, isBlank, STAR, TILDE, UNDERSCORE } from "./chars.js";

/** Three or more of one mark and nothing else but white space. */
export function isThematicBreak(text: string, from: number, end: number): boolean {
  const marker = text.charCodeAt(from);
  if (marker !== STAR && marker !== DASH && marker !== UNDERSCORE) return false;
  let size = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === marker) size++;
    else if (!isBlank(code)) return false;
  }
  return size >= 3;
}

/** The rank of the heading that starts here, 0 for none. */
export function headingRank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < 7 && text.charCodeAt(at) === HASH) at++;
  const rank = at - from;
  if (rank === 0 || rank > 6) return 0;
  return at === end || isBlank(text.charCodeAt(at)) ? rank : 0;
}

/** The rank that the line gives the paragraph above it, 0 for none. */
export function underlineRank(text: string, from: number, end: number): number {
  const marker = text.charCodeAt(from);
  if (marker !== EQUALS && marker !== DASH) return 0;
  let at = from;
  while (at < end && text.charCodeAt(at) === marker) at++;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at < end ? 0 : marker === EQUALS ? 1 : 2;
}

/** How many marks open a fence here, 0 for none. */
export function fenceSize(text: string, from: number, end: number): number {
  const marker = text.charCodeAt(from);
  if (marker !== BACKTICK && marker !== TILDE) return 0;
  let at = from;
  while (at < end && text.charCodeAt(at) === marker) at++;
  const size = at - from;
  if (size < 3) return 0;
  if (marker === BACKTICK) for (; at < end; at++) if (text.charCodeAt(at) === BACKTICK) return 0;
  return size;
}
