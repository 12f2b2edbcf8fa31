import { MONTHS } from "./no-figures.js";
import { foldDigits } from "./separators.js";
import { lower } from "./vocabulary/index.js";

const NAME = "(\\p{L}[\\p{L}\\p{M}]{2,11})";
const DATE = new RegExp(
  [
    "\\b(?<y1>\\d{4})-(?<m1>\\d{2})-(?<d1>\\d{2})\\b",
    "\\b(?<y2>\\d{4})\\s?[年년]\\s?(?<m2>\\d{1,2})\\s?[月월]\\s?(?<d2>\\d{1,2})\\s?[日일]",
    "\\b(?<d3>\\d{1,2})\\.(?<m3>\\d{1,2})\\.(?<y3>\\d{4})\\b",
    `(?<![\\p{L}\\p{M}])${NAME.replace("(", "(?<n4>")}\\.?\\s+(?<d4>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y4>\\d{4})\\b`,
    `\\b(?<d5>\\d{1,2})(?:\\.|er|º)?\\s+(?:de\\s+)?${NAME.replace("(", "(?<n5>")}\\.?,?\\s+(?:de\\s+|del\\s+)?(?<y5>\\d{4})\\b`,
  ].join("|"),
  "giu",
);

/** Every full date of a text as YYYY-MM-DD, in order; impossible ones are left out. */
export function isoDates(text: string): string[] {
  return [...foldDigits(text).matchAll(DATE)].flatMap((m) => {
    const g = m.groups ?? {};
    const year = g.y1 ?? g.y2 ?? g.y3 ?? g.y4 ?? g.y5;
    const day = g.d1 ?? g.d2 ?? g.d3 ?? g.d4 ?? g.d5;
    const name = lower(g.n4 ?? g.n5 ?? "");
    const month = g.m1 ?? g.m2 ?? g.m3 ?? MONTHS.get(name) ?? MONTHS.get(name.slice(0, 3));
    return month === undefined ? [] : valid(Number(year), Number(month), Number(day));
  });
}

function valid(year: number, month: number, day: number): string[] {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? [date.toISOString().slice(0, 10)] : [];
}
