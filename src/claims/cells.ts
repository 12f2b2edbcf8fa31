import { mayBeBound } from "../lex/bounds.js";
import { timeUnit } from "../lex/durations.js";
import { FOREIGN_DIGIT, hasDigits, holds } from "../lex/facts.js";
import { figures, fractions } from "../lex/numbers.js";
import { sourceRange } from "../model/plain-text.js";
import type { Quantity } from "../model/quantity.js";
import type { Range } from "../model/range.js";
import type { TextUnit } from "../model/report.js";

/** A figure of a cell or an entry, with its place. */
export interface Placed {
  readonly quantity: Quantity;
  readonly range: Range;
  readonly percent: boolean;
}

/** What a numeric cell holds: one figure, or a pair like "2h / 4h". */
export interface CellFigures {
  readonly first: Placed;
  readonly second: Placed | undefined;
}

/**
 * The figures of a cell that states a quantity: the first one outside brackets, and its partner behind a slash.
 * Undefined for words, dates, several figures without order.
 */
export function cellFigures(unit: TextUnit): CellFigures | undefined {
  const value = unit.text.value;
  if (!hasDigits(value) || beginsWithWords(value)) return undefined;
  const share = fractions(value, unit.conventions)[0];
  if (share && value.slice(0, share.start).trim() === "") {
    const place = (n: number): Placed => ({
      quantity: {
        low: n,
        high: n,
        approximate: false,
        bound: "exact",
        sign: "",
        decimals: 0,
        unit: "",
        raw: share.raw,
      },
      range: sourceRange(unit.text, share.start, share.end),
      percent: false,
    });
    return { first: place(share.part), second: place(share.whole) };
  }
  const outside = figures(value, unit.conventions).filter((f) => !insideBrackets(value, f.start));
  const [first, second] = outside;
  if (
    !first ||
    value.slice(0, first.start).replace(/[\s*_~`+$€£✅⏳🟡❌⚠️\p{Extended_Pictographic}\ufe0f-]/gu, "") !== ""
  )
    return undefined;
  const placed = (f: (typeof outside)[number]): Placed => {
    // "22h" is one word to its reader; "22 of the" is not.
    const end = timeUnit(f.quantity.unit) ? f.unitEnd : f.end;
    return {
      quantity: { ...f.quantity, raw: value.slice(f.start, end).trim() },
      range: sourceRange(unit.text, f.start, end),
      percent: f.percent,
    };
  };
  const paired = second && outside.length === 2 && /^\s*\/\s*$/.test(value.slice(first.unitEnd, second.start));
  if (!paired && outside.length > 1) return undefined;
  return { first: placed(first), second: paired ? placed(second) : undefined };
}

/** "Rope 3", "DOCK-17": a letter opens the text, and it is of no word like "about" before a figure. Most cells of words are told by that. */
function beginsWithWords(value: string): boolean {
  return /^[a-z]/i.test(value) && !holds(value, FOREIGN_DIGIT) && !mayBeBound(value.slice(0, value.search(/\d/)));
}

function insideBrackets(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

/** The unit that figures must share to be added: a unit of time, or the word itself for other measures. */
export function sumUnit(quantity: Quantity): string {
  return timeUnit(quantity.unit) ?? (quantity.unit === "%" ? "%" : "");
}
