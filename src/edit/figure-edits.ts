import type { Conventions } from "../model/conventions.js";
import type { FigureChange } from "../model/diagnostic.js";
import type { Range } from "../model/range.js";
import type { TextUnit } from "../model/report.js";
import type { SourceText } from "../model/source-text.js";
import { agree } from "./agreement.js";
import { groupingOf, type NumberToken, numberTokens, writeLike } from "./number-style.js";

/** A replacement in the repaired text. */
export interface Replacement {
  readonly range: Range;
  readonly newText: string;
}

/** Of a rounded figure at least so many digits stay exact. */
const EXACT_DIGITS = 2;

/**
 * What to write for a figure that changes: the number in the style of the old one, and what goes with it. Undefined where
 * the number cannot be found as it was read, or cannot be written without rewording the line.
 */
export function figureReplacements(
  source: SourceText,
  { range: place, conventions }: TextUnit,
  change: FigureChange,
): readonly Replacement[] | undefined {
  const text = source.text.slice(place.start, place.end);
  const [from, to] = [change.range.start - place.start, change.range.end - place.start];
  const tokens = numberTokens(text, conventions).filter((t) => from <= t.start && t.end <= to);
  const [token, ...alike] = tokens.filter((t) => t.value === change.stated);
  if (!token || alike.length > 0) return undefined;
  const value = rounded(change, token);
  const decimals = decimalsOf(value, change.decimals, token);
  const newText = writeLike(token, value, { decimals, grouping: usualGrouping(source, conventions), conventions });
  const behind = /^[^\r\n]*/.exec(source.text.slice(place.start + token.end))?.[0] ?? "";
  const ahead =
    /[^\r\n]*$/.exec(source.text.slice(Math.max(0, place.start + token.start - 200), place.start + token.start))?.[0] ??
    "";
  const nouns = agree({ ahead, behind }, change, conventions);
  if (newText === undefined || nouns === undefined) return undefined;
  const start = place.start + token.start;
  const end = place.start + token.end;
  return [
    { range: { start, end }, newText },
    ...nouns.map((n) => ({ range: { start: end + n.start, end: end + n.start + n.length }, newText: n.text })),
  ];
}

const groupings = new WeakMap<SourceText, Map<Conventions, string>>();

/** The {@link groupingOf} a whole text, which is looked through once for all its figures. */
function usualGrouping(source: SourceText, conventions: Conventions): string {
  const known = groupings.get(source) ?? new Map<Conventions, string>();
  groupings.set(source, known);
  const grouping = known.get(conventions) ?? groupingOf(source.text, conventions);
  known.set(conventions, grouping);
  return grouping;
}

/** An exact value stays; "~650" is as round as its last zeros say, "25+" never says more than there is. */
function rounded({ computed, bound }: FigureChange, { english }: NumberToken): number {
  if (bound === "exact" || english.includes(".")) return computed;
  const zeros = /0*$/.exec(english.replaceAll(",", ""))?.[0].length ?? 0;
  const digits = String(Math.trunc(computed)).length;
  const step = 10 ** Math.max(0, Math.min(zeros, digits - EXACT_DIGITS));
  const round = bound === "at-least" ? Math.floor : bound === "at-most" ? Math.ceil : Math.round;
  return round(computed / step) * step;
}

/** As many decimals as were written, or as the value needs within what is allowed. */
function decimalsOf(value: number, allowed: number, { english }: NumberToken): number {
  const own = english.split(".")[1]?.length ?? 0;
  const needed = [0, 1, 2, 3, 4].find((n) => Math.abs(Number(value.toFixed(n)) - value) < 1e-9) ?? allowed;
  return Math.max(own, Math.min(needed, allowed));
}
