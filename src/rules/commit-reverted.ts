import { verdictRule } from "./rule.js";

export const commitReverted = verdictRule({
  id: "commit-reverted",
  kinds: ["commit"],
  severity: "warning",
  git: true,
  summary: "A cited commit was reverted",
  rationale:
    'A later commit says "This reverts commit ..." and was not itself reverted. A warning when the report was written after the revert, otherwise only worth a look (info). A line that speaks of the revert, and a report that cites it, know.',
  wrong: "**Resolution**: Commit `{{undone}}`\n",
  right: "**Resolution**: Commit `{{fix}}`\n",
  message: (claim, verdict) => `commit ${claim.id} was ${verdict.computed}`,
  severityOf: (_, { defect }) => (defect === "reverted" ? "warning" : defect === "reverted-since" ? "info" : undefined),
});
