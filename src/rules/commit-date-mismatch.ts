import { quote, verdictRule } from "./rule.js";

export const commitDateMismatch = verdictRule({
  id: "commit-date-mismatch",
  kinds: ["commit-date"],
  severity: "warning",
  git: true,
  summary: "The date given for a commit is not the day it was written or committed",
  rationale:
    "Only a date that stands right behind the id, or in the date column of a table of commits. Author and committer date both count, and the days before and after: time zones and nights differ.",
  wrong: "**Resolution**: Commit `{{add}}` (2025-03-17)\n",
  right: "**Resolution**: Commit `{{add}}` (2025-01-02)\n",
  message: (claim, verdict) => `${quote(claim.raw)} does not match commit ${claim.id}: ${verdict.computed}`,
});
