import { findGaps } from "../evidence/numbering.js";
import { quote, type Rule } from "./rule.js";

export const missingItem: Rule = {
  id: "missing-item",
  severity: "warning",
  git: false,
  summary: "A numbering has a gap, and the report counts as if it had none",
  rationale:
    "Items #1, #2 and #4 under a statement that there are four. Only for keys that a report gives out once, in one table or under one heading, and only where no other rule speaks of the count.",
  wrong:
    "# Status\n\n3 of 4 issues are closed.\n\n| Issue | Status |\n|---|---|\n| #1: Login | DONE |\n| #2: Upload | DONE |\n| #4: Search | DONE |\n\n## Issue #2: Upload\n\nDone.\n",
  right:
    "# Status\n\n3 of 3 issues are closed.\n\n| Issue | Status |\n|---|---|\n| #1: Login | DONE |\n| #2: Upload | DONE |\n| #4: Search | DONE |\n\n## Issue #2: Upload\n\nDone.\n",
  check: ({ report, judgements }) =>
    findGaps(report, judgements).map(({ missing, last, after, stated }) => ({
      message: `${missing.map(quote).join(", ")} ${missing.length === 1 ? "is" : "are"} missing before ${quote(after.key ?? "")}, and the report counts ${last}`,
      range: after.range,
      severity: "warning" as const,
      stated: String(last),
      computed: String(last - missing.length),
      derivation: `the keys go up to ${last} and ${missing.join(", ")} is not among them`,
      related: [{ range: stated.range, text: stated.raw }],
    })),
};
