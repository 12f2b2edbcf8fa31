import { quote, verdictRule } from "./rule.js";

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
    `${quote(claim.raw)} does not match ${claim.from.quantity.raw} → ${claim.to.quantity.raw}: ${verdict.computed}`,
});
