import { computedNumber } from "./correct.js";
import { quote, verdictRule } from "./rule.js";

export const percentageMismatch = verdictRule({
  id: "percentage-mismatch",
  kinds: ["ratio"],
  severity: "error",
  git: false,
  summary: "A percentage does not match the ratio it stands beside",
  rationale:
    '"60% (2 of 3 tasks)" states its own parts. Rounding up, down and to nearest all agree; "~" allows five points.',
  wrong: "**Status**: 60% complete (2 of 3 tasks)\n",
  right: "**Status**: 67% complete (2 of 3 tasks)\n",
  message: (claim, verdict) =>
    `${quote(claim.raw)} does not match its own ratio ${claim.part}/${claim.whole}: ${verdict.computed}`,
  correct: (claim, verdict) =>
    computedNumber(claim, verdict, "safe", {
      range: claim.range,
      stated: claim.percent.low,
      decimals: claim.percent.decimals,
    }),
});
