import { computedQuantity } from "./correct.js";
import { quote, verdictRule } from "./rule.js";

export const remainingMismatch = verdictRule({
  id: "remaining-mismatch",
  kinds: ["remaining"],
  severity: "error",
  git: false,
  summary: "What is said to remain does not match what is open",
  rationale:
    "Hours left in a totals row are compared with the rows that are not done; items left are compared with the share done that the same section states.",
  wrong: "**Progress**: 70% ready (7/10 blockers resolved)\n\n**Remaining**: 2 blockers\n",
  right: "**Progress**: 70% ready (7/10 blockers resolved)\n\n**Remaining**: 3 blockers\n",
  message: (claim, verdict) =>
    `${quote(claim.raw)} remaining does not match the report's own figures: ${quote(verdict.computed)}`,
  correct: (claim, verdict) => computedQuantity(claim, verdict, claim.named ? "unsafe" : "safe"),
});
