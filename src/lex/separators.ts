import type { Conventions } from "../model/conventions.js";
import { APOSTROPHE, FOREIGN_DIGIT, factsOf } from "./facts.js";

/** Stands for a separator that may group thousands or open the decimals: no figure is read there. */
const UNCLEAR = "\ue000";

const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10];
const FOREIGN = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g;
const SIGNS: Readonly<Record<string, string>> = {
  "\u066a": "%",
  "\uff05": "%",
  "\ufe6a": "%",
  "\u066b": ".",
  "\uff0e": ".",
  "\u066c": ",",
  "\uff0f": "/",
};

const SIGN_OR_DIGIT = /[\u0660-\u066c\u06f0-\u06f9\u0966-\u096f\uff05-\uff19\ufe6a]/;

/** Full-width, Arabic, Persian and Devanagari digits as ASCII; the length stays the same. */
export function foldDigits(text: string): string {
  if (!SIGN_OR_DIGIT.test(text)) return text;
  return text
    .replace(FOREIGN, (c) => {
      const code = c.charCodeAt(0);
      const zero = DIGIT_ZEROS.find((z) => code >= z && code <= z + 9) ?? code;
      return String(code - zero);
    })
    .replace(/[\u066a\uff05\ufe6a]/g, "%")
    .replace(/(?<=\d)[\u066b\u066c\uff0e](?=\d)/g, (c) => SIGNS[c] ?? c)
    .replace(/(?<=\d\s?)\uff0f(?=\s?\d)/g, "/");
}

/** 1.234.567,8 or 1.234, and 2,5 with decimals that are no thousands. */
const POINT_GROUPS = /(?<![\w.,])[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?(?![.,]?\d)/g;
const COMMA_DECIMALS = /(?<![\w.,])(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+)(?![.,]?\d)/g;
const COMMA_GROUPS = /(?<![\w.,])\d{1,3}(?:,\d{3})+(?![,\d])/g;
const SPACE_GROUPS = /(?<![\w.,])[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?(?![.,]?\d)(?!\w)/g;
const SPACED_WORD = /[\p{L}\p{M}]\s$/u;

/** The text with its numbers as English writes them, every offset unchanged. */
export function englishNumbers(rawText: string, conventions: Conventions): string {
  const facts = factsOf(rawText);
  let text = (facts & FOREIGN_DIGIT) === 0 ? rawText : foldDigits(rawText);
  if ((facts & APOSTROPHE) !== 0) text = text.replace(/(?<=\d)['’](?=\d{3}(?!\d))/g, ",");
  if (conventions.percentFirst) text = text.replace(/%(\d+(?:[.,]\d+)?)(?![\w%])/g, "$1%");
  // Nobody writes a percentage with a grouping comma before one or two digits.
  if (text.includes("%") && text.includes(",")) text = text.replace(/(?<![\w.,])(\d+),(\d{1,2}\s?%)/g, "$1.$2");
  if (conventions.decimal === "point") return text;
  if (!/[ .,]/.test(text)) return text;
  text = text.replace(COMMA_GROUPS, (m) => m.replace(/,/g, UNCLEAR));
  if (conventions.spaced) {
    text = text.replace(SPACE_GROUPS, (m, at: number) =>
      SPACED_WORD.test(text.slice(Math.max(0, at - 2), at)) ? m : swap(m.replace(/ /g, ".")),
    );
  }
  if (conventions.decimal === "comma") text = text.replace(POINT_GROUPS, swap);
  return text.replace(COMMA_DECIMALS, (m) => m.replace(",", "."));
}

function swap(digits: string): string {
  return digits.replace(/[.,]/g, (c) => (c === "." ? "," : "."));
}
