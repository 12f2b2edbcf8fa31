import type { Status } from "./status.js";

/** What a team calls its statuses: words, phrases, marks, and marks with words behind them. */
export type StatusWords = Readonly<Partial<Record<Status, readonly string[] | undefined>>>;

const SELECTORS = /[\ufe0e\ufe0f]/g;
const WORD = /^[\p{L}\p{N}](?:.*[\p{L}\p{M}\p{N}])?$/u;
/** A shortcode, or a sign beyond ASCII: those within it mean something in markdown and in figures. */
const MARK = /^(?::[a-z0-9_+-]+:|(?![\0-\x7f])[\p{S}\p{Extended_Pictographic}])/u;

/** A word or a mark as it is compared: in lower case, spaces folded, without variation selectors. */
export function foldStatusWord(word: string): string {
  const bare = word.replace(SELECTORS, "").replace(/’/g, "'").trim().replace(/\s+/g, " ");
  // The dotted capital I would grow by one character.
  return bare.replace(/\u0130/g, "i").toLowerCase();
}

/** True for what starts with a mark, of a word as it is compared. */
export function startsWithMark(folded: string): boolean {
  return MARK.test(folded);
}

/** Why a text cannot stand for a status; undefined where it can. */
export function statusWordFault(word: string): string | undefined {
  const folded = foldStatusWord(word);
  if (startsWithMark(folded)) return undefined;
  if (!/\p{L}/u.test(folded)) return "a status is a word with letters, or a mark such as an emoji";
  return WORD.test(folded) ? undefined : "a status word ends with a letter or a digit; a mark stands before it";
}
