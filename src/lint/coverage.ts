import type { Judgement } from "../evidence/evaluate.js";
import type { Coverage } from "../model/diagnostic.js";

/** How many claims ended how. "Cannot tell" is counted by its reason and never as right. */
export function coverageOf(judgements: readonly Judgement[]): Coverage {
  const reasons: Record<string, number> = {};
  let consistent = 0;
  let contradicted = 0;
  for (const { verdict } of judgements) {
    if (verdict.kind === "consistent") consistent++;
    else if (verdict.kind === "contradicted") contradicted++;
    else reasons[verdict.reason] = (reasons[verdict.reason] ?? 0) + 1;
  }
  const sorted = Object.fromEntries(Object.entries(reasons).sort(([a], [b]) => a.localeCompare(b)));
  return {
    claims: judgements.length,
    consistent,
    contradicted,
    cannotTell: judgements.length - consistent - contradicted,
    reasons: sorted,
  };
}
