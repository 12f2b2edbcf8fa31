import { toFix } from "../edit/to-fix.js";
import type { Judgement } from "../evidence/evaluate.js";
import type { Claim } from "../model/claim.js";
import type { Correction, FigureChange, Finding, Fix } from "../model/diagnostic.js";
import type { Report } from "../model/report.js";
import { type Neighbours, some } from "./neighbours.js";
import { standsAlone } from "./stands-alone.js";

/**
 * The fix of a finding; null where none is known, where the parts that it was computed from are in doubt themselves, and
 * where another claim about the same figure says otherwise.
 */
export function fixOf(report: Report, finding: Finding, near: Neighbours): Fix | null {
  const { correction, claim } = finding;
  if (!correction || isInDoubt(finding, correction, near)) return null;
  if (correction.unproven && !isProven(correction, claim, near)) return null;
  const fix = toFix(report.source, withPercentage(correction, claim, near));
  if (!fix) return null;
  const alone = fix.safety === "unsafe" || !claim || standsAlone(correction, claim, near);
  return alone ? fix : { ...fix, safety: "unsafe" };
}

function isInDoubt(finding: Finding, correction: Correction, near: Neighbours): boolean {
  const { claim } = finding;
  const isOther = (one: Judgement) => one.claim !== claim;
  return (
    castsDoubt(correction, near, isOther) ||
    (claim !== undefined && near.within(claim.unit).some((one) => isOther(one) && misleads(one, claim))) ||
    correction.changes.some((change) =>
      some(near.at(change.range), (one) => isOther(one) && contests(one, finding, change)),
    )
  );
}

/** "80% (4 of 5)": the percentage that was right for the share goes along with it. */
function withPercentage(correction: Correction, share: Claim | undefined, near: Neighbours): Correction {
  const [change] = correction.changes;
  if (share?.kind !== "fraction" || change?.kind !== "figure") return correction;
  const changes = near.within(share.unit).flatMap(({ claim, verdict }): FigureChange[] => {
    if (claim.kind !== "ratio" || verdict.kind !== "consistent") return [];
    if (claim.part !== share.part || claim.whole !== share.whole) return [];
    const { low, decimals } = claim.percent;
    const computed = Number(((100 * change.computed) / share.whole).toFixed(decimals));
    return [{ ...change, range: claim.range, stated: low, computed, decimals }];
  });
  return { ...correction, changes: [...correction.changes, ...changes] };
}

/** A part that does not hold makes what is computed from it no better. */
function castsDoubt({ from, by }: Correction, near: Neighbours, isOther: (one: Judgement) => boolean): boolean {
  if (by === "entries") return false;
  if (by === "figures") {
    return from.some((range) => some(near.at(range), (one) => isOther(one) && one.verdict.kind === "contradicted"));
  }
  return near.statusesAt(from).some(isOther);
}

/** "60% (2 of 3)": a percentage is not computed from a share that is wrong itself. */
function misleads({ claim, verdict }: Judgement, percentage: Claim | undefined): boolean {
  if (percentage?.kind !== "ratio" || claim.kind !== "fraction" || verdict.kind !== "contradicted") return false;
  return claim.unit === percentage.unit && claim.part === percentage.part && claim.whole === percentage.whole;
}

function isProven({ from }: Correction, claim: Claim | undefined, near: Neighbours): boolean {
  return from.some((range) => some(near.at(range), (one) => one.claim !== claim && one.verdict.kind === "consistent"));
}

/** Another claim holds the figure to be right, or wrong in another way. */
function contests(
  { claim, verdict }: Judgement,
  { computed }: Finding,
  change: Correction["changes"][number],
): boolean {
  if (verdict.kind === "cannot-tell" || !isOf(change, claim)) return false;
  return verdict.kind === "consistent" || verdict.computed !== computed;
}

/** Two figures of a pair ("4/5") may share their place. */
function isOf(change: Correction["changes"][number], claim: Claim): boolean {
  return change.kind !== "figure" || !("quantity" in claim) || claim.quantity.low === change.stated;
}
