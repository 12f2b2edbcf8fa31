import { computedNumber, computedQuantity } from "./correct.js";
import { quote, verdictRule } from "./rule.js";

export const totalMismatch = verdictRule({
  id: "total-mismatch",
  kinds: ["total", "overall"],
  severity: "error",
  git: false,
  summary: "A total does not match the parts it sums up",
  rationale:
    'Totals rows of tables and "Total: n" lines under lists. Sums over all rows, over finished or open rows and over firm figures are accepted; ranges add up as ranges. For an overall percentage the mean, the share done, weighted means and the row\'s own ratio are accepted.',
  wrong:
    "| Task | Status | Hours |\n|---|---|---|\n| Parser | DONE | 2h |\n| Writer | DONE | 4h |\n| Docs | TODO | 3h |\n| **Total** | | **8h** |\n",
  right:
    "| Task | Status | Hours |\n|---|---|---|\n| Parser | DONE | 2h |\n| Writer | DONE | 4h |\n| Docs | TODO | 3h |\n| **Total** | | **9h** |\n",
  message: (claim, verdict) => `the total ${quote(claim.raw)} does not match its parts: ${verdict.computed}`,
  correct: (claim, verdict) => {
    if (claim.kind === "total") return computedQuantity(claim, verdict, "safe");
    // A mean, a share, a ratio of the row: where they differ, who wrote the figure knows which it was.
    if (verdict.value?.certain !== true) return undefined;
    const { range, percent } = claim;
    return computedNumber(claim, verdict, "safe", { range, stated: percent.low, decimals: percent.decimals });
  },
});
