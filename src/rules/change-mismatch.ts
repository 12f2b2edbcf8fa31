import type { ChangeClaim } from "../model/claim.js";
import type { Correction } from "../model/diagnostic.js";
import { correction, figure } from "./correct.js";
import { type Contradicted, quote, verdictRule } from "./rule.js";

/** Only the number is written: a change that turns round needs other words as well. */
function rightChange(claim: ChangeClaim, verdict: Contradicted): Correction | undefined {
  const { quantity, range, percent } = claim.change;
  const value = verdict.value?.low;
  const turned = quantity.sign !== "" && value !== undefined && value < 0 !== (quantity.sign === "-");
  if (value === undefined || turned) return undefined;
  const decimals = percent ? quantity.decimals : Math.max(claim.from.quantity.decimals, claim.to.quantity.decimals);
  const written = Number(Math.abs(value).toFixed(decimals));
  return correction(claim, verdict, "safe", [figure(range, quantity.low, written, decimals)]);
}

export const changeMismatch = verdictRule({
  id: "change-mismatch",
  kinds: ["change"],
  severity: "error",
  git: false,
  summary: "A stated change does not match the values before and after it",
  rationale:
    '"236 → 255 (+19)" and rows with columns Before, After and Change. A percentage may be a share of either value, their ratio, or a difference in points; rounding of all three is allowed for.',
  wrong: "# Status\n\n1 of 2 tasks is done.\n\n- [x] Tests: 236 → 255 (+29)\n- [ ] Coverage\n",
  right: "# Status\n\n1 of 2 tasks is done.\n\n- [x] Tests: 236 → 255 (+19)\n- [ ] Coverage\n",
  message: (claim, verdict) =>
    `${quote(claim.raw)} does not match ${quote(`${claim.from.quantity.raw} → ${claim.to.quantity.raw}`)}: ${verdict.computed}`,
  correct: rightChange,
});
