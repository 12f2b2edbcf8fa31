import { type Conventions, USUAL } from "../model/conventions.js";
import type { Quantity } from "../model/quantity.js";
import { boundBefore } from "./bounds.js";
import { compoundDurations, timeUnit } from "./durations.js";
import { BEYOND_ASCII, FOREIGN_DIGIT, FREE_DIGIT, holds, SLASH, SPACE, TWO_NUMBERS } from "./facts.js";
import { LetterPattern } from "./letter-pattern.js";
import { noFigureSpans } from "./no-figures.js";
import { remembered } from "./remembered.js";
import { firstPiece } from "./segments.js";
import { englishNumbers } from "./separators.js";
import { foreignFractions } from "./shares-of.js";
import { anyOf, everyWord } from "./vocabulary/index.js";
import { WordPattern } from "./word-pattern.js";

export { foldDigits } from "./separators.js";

/** A figure in a text, with the offsets of what was read. */
export interface Figure {
  readonly quantity: Quantity;
  readonly percent: boolean;
  /** Where the figure itself starts and ends, modifiers included, unit excluded (but for "%"). */
  readonly start: number;
  readonly end: number;
  /** Where the unit word ends; equals `end` without one. */
  readonly unitEnd: number;
  /** A hyphen joins figure and unit: "430-line". */
  readonly joined: boolean;
}

/** A share as "4 of 5" or "4/5". */
export interface Fraction {
  readonly part: number;
  readonly whole: number;
  readonly start: number;
  readonly end: number;
  /** Where the part stands: in some languages it comes last. */
  readonly partStart: number;
  readonly partEnd: number;
  readonly raw: string;
}

/** A number as English writes it, as the source of a regular expression. */
export const NUMBER =
  "\\d{1,3}(?:[,\\u00a0\\u202f\\u2009]\\d{3})+(?:\\.\\d+)?|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d+(?:\\.\\d+)?";
const AHEAD = "(?<![\\w./,\ue000-])(\\d[\\d,]*)";
const BEHIND = "(\\d[\\d,]*)(?![\\w]*[/.]\\w)(?!\\w)";
const SLASHED = new RegExp(`${AHEAD}\\s?/\\s?${BEHIND}`, "gu");
/** With the words between part and whole, where a text holds any. */
const SAID = new WordPattern(
  () => everyWord((l) => l.of),
  (of) => `${AHEAD}(?:\\s?/\\s?|\\s+${of}\\s+(?:${anyOf(everyWord((l) => l.articles))}\\s+)?)${BEHIND}`,
  { flags: "giu" },
);
const NO_FRACTIONS: readonly Fraction[] = [];
const NO_FIGURES: readonly Figure[] = [];

/** Every "n/m" and "n of m" with n and m whole numbers, in document order. */
export function fractions(rawText: string, conventions: Conventions = USUAL): readonly Fraction[] {
  return mayHoldShares(rawText) ? readFractions(rawText, conventions) : NO_FRACTIONS;
}

/** Whether there are two numbers, and something between them that makes a share of them. */
export function mayHoldShares(text: string): boolean {
  return holds(text, TWO_NUMBERS | FOREIGN_DIGIT) && holds(text, SPACE | SLASH | BEYOND_ASCII);
}

const readFractions = remembered((rawText, conventions): readonly Fraction[] => {
  const text = englishNumbers(rawText, conventions);
  const shares = SAID.mayMatch(text) ? SAID.matchAll(text) : text.includes("/") ? [...text.matchAll(SLASHED)] : [];
  const foreign = foreignFractions(text);
  if (shares.length + foreign.length === 0) return NO_FRACTIONS;
  const banned = noFigureSpans(text);
  const found: Fraction[] = [];
  const add = (share: Omit<Fraction, "raw">): void => {
    const { part, whole, start, end } = share;
    if (
      whole === 0 ||
      Math.max(part, whole) > Number.MAX_SAFE_INTEGER ||
      [...banned, ...found].some((s) => s.start < end && start < s.end)
    )
      return;
    found.push({ ...share, raw: rawText.slice(start, end) });
  };
  for (const m of shares) {
    const [all, part = "", whole = ""] = m;
    const start = m.index;
    const [end, partEnd] = [start + all.length, start + part.length];
    add({ part: toNumber(part), whole: toNumber(whole), start, end, partStart: start, partEnd });
  }
  for (const share of foreign) add(share);
  return found.sort((a, b) => a.start - b.start);
});

const FIGURE = new LetterPattern(
  `(?<![\\w.,/])([+\\u2212-]?)[$€£]?(${NUMBER})(?:\\s?(?:[-–—~～]|to|bis|à)\\s?[$€£]?(${NUMBER}))?(\\s?%|[kKM](?![\\w])|(?=[^\\d])|$)(\\+?)(?:(-|\\s?)(\\p{L}[\\p{L}\\p{M}.]*))?`,
  "gu",
);

/** Every figure that is neither part of a fraction nor of a date, a version, an id, ... */
export function figures(rawText: string, conventions: Conventions = USUAL): readonly Figure[] {
  return holds(rawText, FREE_DIGIT | FOREIGN_DIGIT) ? readFigures(rawText, conventions) : NO_FIGURES;
}

const readFigures = remembered((rawText, conventions): readonly Figure[] => {
  const text = englishNumbers(rawText, conventions);
  const compound = holds(rawText, TWO_NUMBERS | FOREIGN_DIGIT)
    ? compoundDurations(text).map((d) => durationFigure(text, rawText, d))
    : [];
  FIGURE.lastIndex = 0;
  let match = FIGURE.exec(text);
  if (match === null && compound.length === 0) return NO_FIGURES;
  const shares = fractions(rawText, conventions);
  const banned = [...noFigureSpans(text), ...shares, ...compound];
  const found: Figure[] = compound.filter((f) => !shares.some((s) => s.start < f.end && f.start < s.end));
  for (; match !== null; match = FIGURE.exec(text)) {
    GOES_ON.lastIndex = endOf(match);
    if (GOES_ON.test(text)) {
      FIGURE.lastIndex = Math.max(FIGURE.lastIndex, GOES_ON.lastIndex);
      continue;
    }
    const figure = readMatch(text, rawText, match);
    if (!figure || banned.some((s) => s.start < figure.end && figure.start < s.end)) continue;
    found.push(figure);
  }
  return compound.length === 0 ? found : found.sort((a, b) => a.start - b.start);
});

/** "1h30m" as 1.5 h: exact, whatever the number of decimals. */
function durationFigure(text: string, rawText: string, d: ReturnType<typeof compoundDurations>[number]): Figure {
  const { start, approximate, bound } = boundBefore(text, d.start);
  const raw = rawText.slice(start, d.end).trim();
  const quantity: Quantity = {
    low: d.value,
    high: d.value,
    approximate,
    bound,
    sign: "",
    decimals: 4,
    unit: d.unit,
    raw,
  };
  return { quantity, percent: false, start, end: d.end, unitEnd: d.end, joined: false };
}

/** What makes another number of the one before it: "1.2.3", "2½", "2½-3", "1e3", "10^3", "1_000". */
const GOES_ON =
  /[.,\ue000]\d|[ \u00a0\u2009\u202f]?[\u00bc-\u00be\u2150-\u215e](?:\s?[-–—]\s?\d+)?|[_^]\d|[eE][+-]?\d+(?!\w)/y;

/** Where the number of a match of {@link FIGURE} ends, without its unit. */
function endOf({ index, 0: all, 6: joint = "", 7: word = "" }: RegExpExecArray): number {
  return index + all.length - joint.length - word.length;
}

function readMatch(text: string, rawText: string, m: RegExpExecArray): Figure | undefined {
  const [, sign = "", first = "", second, tail = "", plus = "", joint = "", word = ""] = m;
  const { start, approximate, bound } = boundBefore(text, m.index);
  const end = endOf(m);
  const scale = /^k$/i.test(tail) ? 1000 : /^m$/i.test(tail) ? 1_000_000 : 1;
  const low = toNumber(first) * scale;
  const high = second === undefined ? low : toNumber(second) * scale;
  // Beyond that numbers are no longer told from their neighbours.
  if (Math.max(low, high) > Number.MAX_SAFE_INTEGER) return undefined;
  const percent = tail.trim() === "%";
  const unitWord = firstPiece(word);
  const unit = percent ? "%" : unitWord.toLowerCase().replace(/\.$/, "");
  return {
    quantity: {
      low,
      high: Math.max(low, high),
      approximate: approximate || scale > 1,
      bound: plus === "" && !isOpen(text, end + joint.length + unitWord.length, unitWord) ? bound : "at-least",
      sign: sign === "+" ? "+" : sign === "" ? "" : "-",
      decimals: decimalsOf(first),
      unit,
      raw: rawText.slice(start, end).trim(),
    },
    percent,
    start,
    end,
    unitEnd: end + joint.length + unitWord.length,
    joined: joint === "-",
  };
}

/** "2h+": more of that. */
function isOpen(text: string, end: number, unit: string): boolean {
  return unit !== "" && timeUnit(unit) !== undefined && /^\+(?![\d\s]*\d)/.test(text.slice(end));
}

/** Numbers hold no more digits than these, and cannot be shown with many more. */
export const MOST_DECIMALS = 15;

/** How many digits stand behind the point, as far as they count. */
export function decimalsOf(digits: string): number {
  return Math.min(MOST_DECIMALS, /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0);
}

/** "1,017" and "1 017" as 1017. */
export function toNumber(digits: string): number {
  const plain = Number(digits);
  return Number.isNaN(plain) ? Number(digits.replace(/[,\u00a0\u202f\u2009]/g, "")) : plain;
}
