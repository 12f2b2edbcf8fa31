import { figures } from "../lex/numbers.js";
import { GRAND, itemNouns } from "../lex/phrases.js";
import { everyWord } from "../lex/vocabulary/index.js";
import { WordPattern } from "../lex/word-pattern.js";
import type { PartialSum, TotalClaim } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, TextUnit } from "../model/report.js";
import { measureOf } from "./measures.js";
import { placesOf } from "./places.js";
import { type TotalLine, totalParts } from "./total-parts.js";

const LABEL = new WordPattern(
  () => [...everyWord((l) => l.grand), ...everyWord((l) => l.total)].filter((w) => !/^(?:sum|totals|overall)$/.test(w)),
  (words) =>
    `^[\\s\\p{Extended_Pictographic}\\ufe0f*_-]*((?:overall )?${words})([^:：\\d]{0,40}(?:\\d{1,3}(?=[\\s*_]*[:：]))?)[\\s*_]*[:：]?\\s*`,
);
/** What may follow "Total" without turning it into a figure of its own: "Total hours", "Total removed", "Total Session 7". */
const PLAIN_LABEL =
  /^(?:[\s*_()&-]|\d|lines?|loc|hours?|days?|weeks?|time|effort|estimated?|estimate|files?|tests?|removed|added|created|modified|changed|remaining|documentation|docs|session|phase|week|sprint|of|code|new|work|duration|for|this|per|module|item|all|development|implementation|cost|points?|commits?)*$/iu;
const FOREIGN_NOUNS = new WordPattern(
  () => [...itemNouns(), ...everyWord((l) => [...Object.values(l.units).flat(), ...l.numbered, ...l.articles])],
  (words) => words,
  { flags: "giu" },
);

/** A total line under a list: "- **Total**: 904 lines", "**Total Removed:** 702 lines", "Grand Total: 1,921 lines". */
export function listTotalClaims(report: Report): TotalClaim[] {
  const totals = placesOf(report)
    .numbered.filter((u) => u.kind !== "cell" && u.kind !== "heading")
    .flatMap((unit) => totalLine(unit) ?? []);
  const known = new Set(totals.map(({ unit }) => unit));
  const parts = totalParts(report, totals, (unit) => known.has(unit) || (unit.quoted && totalLine(unit) !== undefined));
  return totals.flatMap((total) => {
    const named = /^(?:grand|overall)/iu.test(total.label);
    const above = parts.subtotals(total, named || total.grand);
    // "Gesamt" may sum up subtotals or entries; "Grand total" sums up subtotals only.
    const grand = named || (total.grand && above.length > 0);
    const sums = grand ? above : withWider(parts.entries(total), () => [...parts.headings(total), ...above]);
    if (sums.length === 0) return [];
    const { unit, figure } = total;
    if (
      total.measure === "file" &&
      (figure.quantity.approximate ||
        Math.abs(figure.quantity.low - (sums[0]?.parts.length ?? 0)) > Math.max(1, figure.quantity.low * 0.25))
    )
      return [];
    const range = sourceRange(unit.text, figure.start, figure.end);
    const claim = { kind: "total", unit, range, raw: figure.quantity.raw, quantity: figure.quantity, sums } as const;
    return [parts.isCrowded(total) ? { ...claim, crowded: true } : claim];
  });
}

/** Further readings excuse a total that does not match what stands next to it; by themselves they convict nobody. */
function withWider(own: readonly PartialSum[], wider: () => readonly PartialSum[]): readonly PartialSum[] {
  return own.length === 0 ? [] : [...own, ...wider()];
}

/** Reads a total line; undefined for any other. */
export function totalLine(unit: TextUnit): TotalLine | undefined {
  const m = LABEL.exec(unit.text.value);
  const figure = m ? figures(unit.text.value, unit.conventions).find((f) => f.start >= m[0].length - 1) : undefined;
  if (!m || !figure || figure.percent || unit.text.value.slice(m[0].length, figure.start).trim() !== "")
    return undefined;
  if (!PLAIN_LABEL.test(FOREIGN_NOUNS.replaceIn(m[2] ?? "", ""))) return undefined;
  const measure = measureOf(unit.text.value, figure);
  const label = m[1] ?? "";
  return measure ? { unit, label, grand: GRAND.test(label), figure, measure } : undefined;
}
