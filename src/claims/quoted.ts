import type { Claim } from "../model/claim.js";

const QUOTES = /"[^"\n]{3,200}"|“[^”\n]{3,200}”|«[^»\n]{3,200}»|„[^“”\n]{3,200}[“”]/g;

/** True for a claim inside quotation marks: somebody's words that the report repeats, not what it claims itself. */
export function isQuoted(claim: Claim): boolean {
  const { value, offsets } = claim.unit.text;
  return [...value.matchAll(QUOTES)].some((m) => {
    const start = offsets[m.index] ?? 0;
    const end = offsets[m.index + m[0].length - 1] ?? start;
    return start < claim.range.start && claim.range.end <= end + 1;
  });
}
