import { computedNumber } from "./correct.js";
import { quote, verdictRule } from "./rule.js";

export const countMismatch = verdictRule({
  id: "count-mismatch",
  kinds: ["fraction"],
  severity: "error",
  git: false,
  summary: '"4 of 5 done" does not match the items it counts',
  rationale:
    "A share is compared with every collection of that size in the report: items with one kind of key, the rows of a table, the entries of a list. It is contradicted only when it names the collection and no reading of the statuses gives its number.",
  wrong:
    "**Blockers**: 3 of 3 blockers resolved\n\n| Blocker | Status |\n|---|---|\n| #1: Login | DONE |\n| #2: Upload | TODO |\n| #3: Export | DONE |\n",
  right:
    "**Blockers**: 2 of 3 blockers resolved\n\n| Blocker | Status |\n|---|---|\n| #1: Login | DONE |\n| #2: Upload | TODO |\n| #3: Export | DONE |\n",
  message: (claim, verdict) => `${quote(claim.raw)} does not match the statuses of the items: ${verdict.computed}`,
  correct: (claim, verdict) =>
    computedNumber(claim, verdict, claim.named ? "unsafe" : "safe", { range: claim.partRange, stated: claim.part }),
});
