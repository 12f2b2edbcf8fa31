import { statedFigure } from "../claims/stated-figures.js";
import { toFix } from "../edit/to-fix.js";
import type { Judgement } from "../evidence/evaluate.js";
import type { Claim } from "../model/claim.js";
import type { Correction, FigureChange, Finding, Fix } from "../model/diagnostic.js";
import { overlap } from "../model/range.js";
import type { Report } from "../model/report.js";
import { standsAlone } from "./stands-alone.js";

/**
 * The fix of a finding; null where none is known, where the parts that it was computed from are in doubt themselves, and
 * where another claim about the same figure says otherwise.
 */
export function fixOf(report: Report, finding: Finding, judgements: readonly Judgement[]): Fix | null {
  const { correction, claim } = finding;
  if (!correction) return null;
  const others = judgements.filter((j) => j.claim !== claim);
  if (others.some((o) => castsDoubt(o, correction) || misleads(o, claim) || contests(o, finding, correction)))
    return null;
  if (correction.unproven && !others.some((other) => proves(other, correction))) return null;
  const fix = toFix(report.source, withPercentage(correction, claim, others));
  if (!fix) return null;
  const alone = fix.safety === "unsafe" || !claim || standsAlone(report, correction, claim, judgements);
  return alone ? fix : { ...fix, safety: "unsafe" };
}

/** "80% (4 of 5)": the percentage that was right for the share goes along with it. */
function withPercentage(correction: Correction, share: Claim | undefined, others: readonly Judgement[]): Correction {
  const [change] = correction.changes;
  if (share?.kind !== "fraction" || change?.kind !== "figure") return correction;
  const changes = others.flatMap(({ claim, verdict }): FigureChange[] => {
    if (claim.kind !== "ratio" || claim.unit !== share.unit || verdict.kind !== "consistent") return [];
    if (claim.part !== share.part || claim.whole !== share.whole) return [];
    const { low, decimals } = claim.percent;
    const computed = Number(((100 * change.computed) / share.whole).toFixed(decimals));
    return [{ ...change, range: claim.range, stated: low, computed, decimals }];
  });
  return { ...correction, changes: [...correction.changes, ...changes] };
}

/** A part that does not hold makes what is computed from it no better. */
function castsDoubt({ claim, verdict }: Judgement, { from, by }: Correction): boolean {
  if (verdict.kind !== "contradicted") return false;
  if (by === "entries") return false;
  if (by === "statuses") {
    if (claim.kind !== "status") return false;
    const places = [claim.range, ...(claim.mutual ? claim.against.map((a) => a.range) : [])];
    return from.some((range) => places.some((place) => overlap(range, place)));
  }
  const stated = statedFigure(claim);
  return stated !== undefined && from.some((range) => overlap(range, stated));
}

/** "60% (2 of 3)": a percentage is not computed from a share that is wrong itself. */
function misleads({ claim, verdict }: Judgement, percentage: Claim | undefined): boolean {
  if (percentage?.kind !== "ratio" || claim.kind !== "fraction" || verdict.kind !== "contradicted") return false;
  return claim.unit === percentage.unit && claim.part === percentage.part && claim.whole === percentage.whole;
}

function proves({ claim, verdict }: Judgement, { from }: Correction): boolean {
  const stated = verdict.kind === "consistent" ? statedFigure(claim) : undefined;
  return stated !== undefined && from.some((range) => overlap(range, stated));
}

/** Another claim holds the figure to be right, or wrong in another way. */
function contests({ claim, verdict }: Judgement, { computed }: Finding, { changes }: Correction): boolean {
  const place = statedFigure(claim);
  if (!place || verdict.kind === "cannot-tell") return false;
  if (!changes.some((change) => overlap(change.range, place) && isOf(change, claim))) return false;
  return verdict.kind === "consistent" || verdict.computed !== computed;
}

/** Two figures of a pair ("4/5") may share their place. */
function isOf(change: Correction["changes"][number], claim: Claim): boolean {
  return change.kind !== "figure" || !("quantity" in claim) || claim.quantity.low === change.stated;
}
