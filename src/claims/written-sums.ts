import { decimalsOf, toNumber } from "../lex/numbers.js";
import { englishNumbers } from "../lex/separators.js";
import type { TotalClaim } from "../model/claim.js";
import { sourceRange, spanAt } from "../model/plain-text.js";
import { exactly, type Quantity } from "../model/quantity.js";
import type { Report, TextUnit } from "../model/report.js";

const NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const SUM = new RegExp(
  `(?<![\\w.,+×*/-]\\s?)(?:(?:${NUMBER})\\s?\\+\\s?)+(?:${NUMBER})\\s?=\\s?(${NUMBER})(?![\\w,.]*\\d|\\s?[+×*/-]\\s?\\d|\\s?%)`,
  "gu",
);

/** "4 + 7 + 3 = 14": a sum that is written out. */
export function writtenSumClaims(report: Report): TotalClaim[] {
  return report.units.filter((u) => !u.quoted && u.kind !== "code" && u.text.value.includes("=")).flatMap(ofLine);
}

function ofLine(unit: TextUnit): TotalClaim[] {
  const text = englishNumbers(unit.text.value, unit.conventions);
  return [...text.matchAll(SUM)].flatMap((m): TotalClaim[] => {
    if (spanAt(unit.text, "code", m.index)) return [];
    const stated = m[1] ?? "";
    const at = m.index + m[0].length - stated.length;
    const left = m[0].slice(0, m[0].lastIndexOf("="));
    const parts = [...left.matchAll(new RegExp(NUMBER, "gu"))].map((p) => ({
      quantity: exact(p[0]),
      range: sourceRange(unit.text, m.index + p.index, m.index + p.index + p[0].length),
    }));
    return [
      {
        kind: "total",
        unit,
        range: sourceRange(unit.text, at, at + stated.length),
        raw: unit.text.value.slice(at, at + stated.length),
        quantity: exact(stated),
        sums: [{ parts, what: "as it is written", complete: true }],
      },
    ];
  });
}

function exact(digits: string): Quantity {
  return { ...exactly(toNumber(digits)), decimals: decimalsOf(digits), raw: digits };
}
