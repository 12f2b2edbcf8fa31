import { isUnspacedCode } from "./vocabulary/index.js";

/** What a text holds, as bits: cheap to know, and most readers need one of these to find anything. */
export const DIGIT = 1;
/** Four digits in a row, not more. */
export const YEAR = 2;
/** A digit or a sign of another script that is read as one of ASCII. */
export const FOREIGN_DIGIT = 4;
/** A character of a script that puts no space between words, or endings right behind them. */
export const UNSPACED = 8;
/** Anything beyond the Latin, Greek, Cyrillic, Arabic and Indic blocks: signs, emoji, East Asia. */
export const HIGH = 16;
/** Anything beyond ASCII. */
export const BEYOND_ASCII = 32;
export const PERCENT = 64;
export const COMMA = 128;
export const POINT = 256;
export const SLASH = 512;
export const COLON = 1024;
/** An apostrophe, straight or curved. */
export const APOSTROPHE = 2048;
/** A letter, or what may be one: anything beyond ASCII. */
export const LETTER = 4096;
export const TILDE = 8192;
export const HASH = 16384;
/** What may be a letter, a mark or a figure beyond ASCII; signs and emoji are none, with what chooses how they are drawn. */
export const WIDE_LETTER = 32768;
/** Two runs of digits or more: there is no share without them. */
export const TWO_NUMBERS = 65_536;
/** A letter, or what may be one, somewhere behind a digit: nothing is said of what the others count. */
export const COUNTED = 131_072;
/** A digit with neither a letter, a digit, "_", "." nor "," right before it: every figure and every share starts with one. */
export const FREE_DIGIT = 262_144;
/** White space of ASCII. */
export const SPACE = 524_288;

/** Texts whose facts are remembered: every reader asks for those of the same few. */
const MOST = 4096;
/** To look through a shorter text is cheaper than to look it up. */
const SHORT = 48;
const known = new Map<string, number>();
let lastText = "";
let lastFacts = 0;

/** The facts of a text. */
export function factsOf(text: string): number {
  if (text === lastText) return lastFacts;
  let facts = text.length < SHORT ? scan(text) : known.get(text);
  if (facts === undefined) {
    facts = scan(text);
    if (known.size >= MOST) known.clear();
    known.set(text, facts);
  }
  lastText = text;
  lastFacts = facts;
  return facts;
}

/** Whether a text holds any of some things. */
export function holds(text: string, wanted: number): boolean {
  return (factsOf(text) & wanted) !== 0;
}

/** A digit that figures may be read from. */
export function hasDigits(text: string): boolean {
  return holds(text, DIGIT | FOREIGN_DIGIT);
}

function scan(text: string): number {
  let facts = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      digits++;
      if (digits > 1) continue;
      facts |= (facts & DIGIT) === 0 ? DIGIT : TWO_NUMBERS;
      if (at === 0 || !isBound(text.charCodeAt(at - 1))) facts |= FREE_DIGIT;
      continue;
    }
    if (digits === 4) facts |= YEAR;
    digits = 0;
    const fact = code < 128 ? (ASCII[code] ?? 0) : factOfHigh(code);
    if ((fact & LETTER) !== 0 && (facts & (DIGIT | FOREIGN_DIGIT)) !== 0) facts |= COUNTED;
    facts |= fact;
    if (code >= 128 && !isSign(code)) {
      if (code >= 0xd83c && code <= 0xd83e && isPictureTail(code, text.charCodeAt(at + 1))) at++;
      else facts |= WIDE_LETTER;
    }
  }
  if (digits === 4) facts |= YEAR;
  return facts;
}

function factOfHigh(code: number): number {
  let facts = BEYOND_ASCII | LETTER;
  if (code === 0x2019) facts |= APOSTROPHE;
  if (code >= 0x0660 && isForeignDigit(code)) facts |= FOREIGN_DIGIT;
  if (code >= 0x2000) facts |= HIGH;
  if (code >= 0x3040 && isUnspacedCode(code)) facts |= UNSPACED;
  return facts;
}

/** Punctuation, arrows, shapes and the signs that go with emoji; for the rest of the plane it is not told. */
function isSign(code: number): boolean {
  if (code < 0x2000)
    return code === 0xa0 || code === 0xa7 || code === 0xab || code === 0xb7 || code === 0xbb || code === 0xd7;
  return (
    code < 0x2070 ||
    (code >= 0x2190 && code < 0x2400) ||
    (code >= 0x2500 && code < 0x2776) ||
    (code >= 0x2794 && code < 0x2c00) ||
    code === 0xfe0e ||
    code === 0xfe0f ||
    code === 0x20e3
  );
}

/** Whether this second half makes an emoji or another picture of the surrogate before it, and no letter or figure. */
function isPictureTail(lead: number, tail: number): boolean {
  if (tail < 0xdc00 || tail > 0xdfff) return false;
  // Letters and figures in boxes, and the figures of old displays.
  if (lead === 0xd83c) return tail < 0xdd00 || tail >= 0xde00;
  return lead !== 0xd83e || tail < 0xdff0;
}

function isForeignDigit(code: number): boolean {
  return (
    code <= 0x066c ||
    (code >= 0x06f0 && code <= 0x06f9) ||
    (code >= 0x0966 && code <= 0x096f) ||
    (code >= 0xff05 && code <= 0xff19) ||
    code === 0xfe6a
  );
}

/** Whether the character belongs to a digit behind it. */
function isBound(code: number): boolean {
  return code === 95 || code === 46 || code === 44 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

const ASCII: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if ((char >= "a" && char <= "z") || (char >= "A" && char <= "Z")) return LETTER;
  if (code === 32 || (code >= 9 && code <= 13)) return SPACE;
  const signs: Readonly<Record<string, number>> = {
    "%": PERCENT,
    ",": COMMA,
    ".": POINT,
    "/": SLASH,
    ":": COLON,
    "'": APOSTROPHE,
    "~": TILDE,
    "#": HASH,
  };
  return signs[char] ?? 0;
});
