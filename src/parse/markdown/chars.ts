/** Characters by their code, as markdown sorts them. Codes are UTF-16 units: that is what remark looks at, too. */

export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BANG = 33;
export const QUOTE = 34;
export const HASH = 35;
export const AMPERSAND = 38;
export const APOSTROPHE = 39;
export const PAREN_OPEN = 40;
export const PAREN_CLOSE = 41;
export const STAR = 42;
export const PLUS = 43;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const SEMICOLON = 59;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const AT = 64;
export const BRACKET_OPEN = 91;
export const BACKSLASH = 92;
export const BRACKET_CLOSE = 93;
export const UNDERSCORE = 95;
export const BACKTICK = 96;
export const PIPE = 124;
export const TILDE = 126;

/** Neither a line's end nor the text's (NaN is what charCodeAt says there). */
export const isBlank = (code: number): boolean => code === SPACE || code === TAB;
export const isLineEnd = (code: number): boolean => code === LF || code === CR;
export const isSpaceOrLineEnd = (code: number): boolean => code === SPACE || code === TAB || code === LF || code === CR;
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
export const isAlphanumeric = (code: number): boolean => isDigit(code) || isLetter(code);
export const isHexDigit = (code: number): boolean =>
  isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
export const isControl = (code: number): boolean => code < 32 || code === 127;

/** What a backslash makes literal. */
export const isPunctuation = (code: number): boolean =>
  (code >= 33 && code <= 47) ||
  (code >= 58 && code <= 64) ||
  (code >= 91 && code <= 96) ||
  (code >= 123 && code <= 126);

export const OTHER = 0;
export const WHITESPACE = 1;
export const PUNCTUATION = 2;

const UNICODE_SPACE = /\s/;
const UNICODE_PUNCTUATION = /\p{P}|\p{S}/u;
/** Kinds of the characters beyond ASCII that have been met, plus one; 0 is a character not met yet. */
const kinds = new Uint8Array(0x10000);

/** What a delimiter run sees beside it; the text's ends count as white space. */
export function kindOf(code: number): number {
  if (code < 128) return code <= SPACE ? controlKind(code) : isPunctuation(code) ? PUNCTUATION : OTHER;
  if (Number.isNaN(code)) return WHITESPACE;
  const known = kinds[code] ?? 0;
  if (known > 0) return known - 1;
  const char = String.fromCharCode(code);
  const kind = UNICODE_SPACE.test(char) ? WHITESPACE : UNICODE_PUNCTUATION.test(char) ? PUNCTUATION : OTHER;
  kinds[code] = kind + 1;
  return kind;
}

const controlKind = (code: number): number => (code === SPACE || (code >= 9 && code <= 13) ? WHITESPACE : OTHER);
