import type { ListCountClaim } from "../model/claim.js";
import type { Tolerances } from "../model/tolerances.js";
import type { Verdict } from "../model/verdict.js";
import { judge, type Reading } from "./judge.js";

/** How far a miscount may lie from what is listed, as a share of the stated count. */
const NEAR = 0.25;

/**
 * A stated count against what is listed under it. "(12/35)" above 35 entries says of some of them that they are done, or
 * something else; the number of all of them is no mistake then, and of "(1 of 4 blocked)" the statuses tell elsewhere.
 */
export function judgeListCount(claim: ListCountClaim, { counts }: Tolerances): Verdict {
  const readings = claim.counted.map(
    (c): Reading => ({
      low: c.size,
      high: c.size,
      open: c.open,
      by: { how: `${c.size} ${c.what}`, from: [{ range: c.range, text: `${c.size} ${c.what}` }] },
    }),
  );
  const whole = claim.whole;
  if (
    whole !== undefined &&
    claim.counted.some((c) => c.size === whole && (c.what === "entries listed" || c.what === "rows listed"))
  ) {
    const tells = (index: number): boolean => !claim.qualified && claim.counted[index]?.done === true;
    return judge(
      claim.quantity,
      readings.map((r, index) => ({ ...r, lenient: !tells(index) })),
      { tolerance: counts, otherwise: "ambiguous-scope" },
    );
  }
  // A count far from the listing counts something else than its entries.
  const near = claim.counted
    .slice(0, 1)
    .some((c) => c.strong || Math.abs(c.size - claim.quantity.low) <= Math.max(1, claim.quantity.low * NEAR));
  if (!near || claim.qualified || claim.quantity.bound !== "exact")
    return judge(
      claim.quantity,
      readings.map((r) => ({ ...r, lenient: true })),
      { tolerance: counts, otherwise: "ambiguous-scope" },
    );
  const first = readings[0];
  return judge(claim.quantity, first ? [first, ...readings.slice(1).map((r) => ({ ...r, lenient: true }))] : [], {
    tolerance: counts,
  });
}
