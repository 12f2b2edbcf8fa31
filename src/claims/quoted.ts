import type { Claim } from "../model/claim.js";
import { oncePer } from "../model/once.js";
import type { Range } from "../model/range.js";
import type { TextUnit } from "../model/report.js";

const QUOTES = /"[^"\n]{3,200}"|“[^”\n]{3,200}”|«[^»\n]{3,200}»|„[^“”\n]{3,200}[“”]/g;

/** True for a claim inside quotation marks: somebody's words that the report repeats, not what it claims itself. */
export function isQuoted({ unit, range }: Claim): boolean {
  return quotations(unit).some(({ start, end }) => start < range.start && range.end <= end + 1);
}

/** Where the quotations of a line stand in the source. */
const quotations = oncePer(({ text: { value, offsets } }: TextUnit): readonly Range[] => {
  if (!/["“«„]/.test(value)) return NONE;
  return [...value.matchAll(QUOTES)].map((m) => {
    const start = offsets[m.index] ?? 0;
    return { start, end: offsets[m.index + m[0].length - 1] ?? start };
  });
});
const NONE: readonly Range[] = [];
