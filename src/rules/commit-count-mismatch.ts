import { computedQuantity } from "./correct.js";
import { quote, verdictRule } from "./rule.js";

export const commitCountMismatch = verdictRule({
  id: "commit-count-mismatch",
  kinds: ["commit-count"],
  severity: "warning",
  git: false,
  summary: "A number of commits does not match the commits that are listed",
  rationale: "A report may or may not count the commit that brings it in: one more or less is accepted.",
  wrong: "## Commits (6)\n\n- `1a2b3c4` Add the parser\n- `2b3c4d5` Add the writer\n- `3c4d5e6` Document both\n",
  right: "## Commits (3)\n\n- `1a2b3c4` Add the parser\n- `2b3c4d5` Add the writer\n- `3c4d5e6` Document both\n",
  message: (claim, verdict) => `${quote(claim.raw)} does not match the commits listed: ${verdict.computed}`,
  correct: (claim, verdict) => computedQuantity(claim, verdict, "unsafe"),
});
