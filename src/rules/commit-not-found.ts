import { verdictRule } from "./rule.js";

export const commitNotFound = verdictRule({
  id: "commit-not-found",
  kinds: ["commit"],
  severity: "error",
  git: true,
  summary: "A cited commit is not in the repository",
  rationale:
    'Only hex words with a cue are citations: a commit column, the word "commit", a list of commits. In a shallow or partial clone nothing is said, nor when none of several citations is found: they may belong to another repository. Where a commit with the subject that the report gives is found, a rebase or a squash renamed it: a warning that names it.',
  wrong: "**Resolution**: Commit `deadbee1`\n",
  right: "**Resolution**: Commit `{{fix}}`\n",
  message: (claim, verdict) =>
    verdict.computed === "not found"
      ? `no object of this repository has the id ${claim.id}`
      : `no object of this repository has the id ${claim.id}; its subject is that of ${verdict.computed}`,
  severityOf: (_, { defect, computed }) =>
    defect === "missing" ? (computed === "not found" ? "error" : "warning") : undefined,
});
