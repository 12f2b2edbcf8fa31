import { MOST_DECIMALS, NUMBER, toNumber } from "../lex/numbers.js";
import { englishNumbers } from "../lex/separators.js";
import type { Conventions } from "../model/conventions.js";

/** A number as it is written, with offsets into the text it was found in. */
export interface NumberToken {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** As written. */
  readonly raw: string;
  /** The same in English style and ASCII digits, character by character. */
  readonly english: string;
}

const TOKEN = new RegExp(`(?<![\\w.,])(?:${NUMBER})`, "gu");
/** How thousands may be grouped, by the sign before decimals. */
const GROUPED = {
  point: /(?<![\d.,])\d{1,3}([,\u00a0\u202f\u2009'’])\d{3}(?!\d)/gu,
  comma: /(?<![\d.,])\d{1,3}([.\u00a0\u202f\u2009 ])\d{3}(?![\d])/gu,
};
const PLAIN = /(?<![\d.,])(?!(?:19|20)\d\d(?!\d))\d{4,}(?!\d)/gu;
/** Beyond it numbers are no longer exact. */
const LARGEST = 1e15;

/** The numbers of a text, in order. */
export function numberTokens(text: string, conventions: Conventions): NumberToken[] {
  const english = englishNumbers(text, conventions);
  return [...english.matchAll(TOKEN)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    value: toNumber(m[0]),
    raw: text.slice(m.index, m.index + m[0].length),
    english: m[0],
  }));
}

/** The sign by which a text groups thousands; "" where it mostly writes them without one. */
export function groupingOf(text: string, { decimal }: Conventions): string {
  if (decimal === "mixed") return "";
  const grouped = [...text.matchAll(GROUPED[decimal])].map((m) => m[1] ?? "");
  const plain = [...text.matchAll(PLAIN)].length;
  return grouped.length > 0 && grouped.length >= plain ? (grouped[0] ?? "") : "";
}

/**
 * A value written as the number that stands there: its digits, its grouping, its decimal sign. `grouping` is used where
 * the old number was too short to show one. Undefined where the style is not understood.
 */
export function writeLike(
  token: NumberToken,
  value: number,
  { decimals, grouping, conventions }: { decimals: number; grouping: string; conventions: Conventions },
): string | undefined {
  if (!Number.isFinite(value) || value < 0 || value >= LARGEST) return undefined;
  const [integer = "", fraction = ""] = token.english.split(".");
  if (fraction.length > MOST_DECIMALS) return undefined;
  const own = integer.includes(",") ? token.raw.charAt(integer.indexOf(",")) : undefined;
  // Lakhs and crores are grouped otherwise.
  if (own !== undefined && !/^\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+$/u.test(integer)) return undefined;
  const spaced = /[\u00a0\u202f\u2009]/u.exec(integer)?.[0];
  const sign = own ?? spaced ?? (integer.length > 3 ? "" : grouping);
  const [whole = "", rest = ""] = value.toFixed(Math.max(decimals, 0)).split(".");
  const leading = /^0\d/.test(integer) ? whole.padStart(integer.length, "0") : whole;
  const groups = sign === "" ? leading : leading.replace(/\B(?=(?:\d{3})+$)/g, sign);
  const point = fraction === "" ? decimalSign(conventions) : token.raw.charAt(integer.length);
  if (rest !== "" && point === undefined) return undefined;
  return inScript(rest === "" ? groups : `${groups}${point}${rest}`, token);
}

function decimalSign({ decimal }: Conventions): string | undefined {
  return decimal === "mixed" ? undefined : decimal === "comma" ? "," : ".";
}

/** ASCII digits as those of the script that the old number is written in. */
function inScript(text: string, { raw, english }: NumberToken): string {
  const at = /\d/.exec(english)?.index ?? 0;
  const zero = (raw.codePointAt(at) ?? 0x30) - Number(english.charAt(at));
  return zero === 0x30 ? text : text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}
