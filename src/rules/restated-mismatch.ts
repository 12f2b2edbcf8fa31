import { computedNumber } from "./correct.js";
import { quote, verdictRule } from "./rule.js";

/** As many as the other place may have. */
const DECIMALS = 2;

export const restatedMismatch = verdictRule({
  id: "restated-mismatch",
  kinds: ["restatement"],
  severity: "warning",
  git: false,
  summary: "One quantity is stated with two values",
  rationale:
    'The overall completion and the estimate of an item are looked for in all the places that state them. History ("40% -> 60%") and other subjects ("of the high-priority items") are no restatement.',
  wrong: "# Import\n\n**Status**: IN PROGRESS (50% complete)\n\n## Summary\n\n**Current Status**: 75% complete\n",
  right: "# Import\n\n**Status**: IN PROGRESS (75% complete)\n\n## Summary\n\n**Current Status**: 75% complete\n",
  message: (claim, verdict) =>
    `${claim.subject} is stated as ${quote(verdict.stated)} here and as ${quote(verdict.computed)} elsewhere`,
  correct: (claim, verdict) => {
    const own = claim.statements.find((s) => s.range === claim.range) ?? claim.statements[0];
    if (!own || own.quantity.low !== own.quantity.high) return undefined;
    const { range, quantity } = own;
    const found = computedNumber(claim, verdict, "unsafe", { range, stated: quantity.low, decimals: DECIMALS });
    return found && { ...found, unproven: true };
  },
});
