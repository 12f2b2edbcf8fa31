import { verdictRule } from "./rule.js";

export const commitUnreachable = verdictRule({
  id: "commit-unreachable",
  kinds: ["commit"],
  severity: "warning",
  git: true,
  summary: "A cited commit is on no branch and no tag",
  rationale:
    "Such a commit is in this clone alone, and git will remove it. Before anything is said it is looked for under another id: by its subject, also as a line of a squash message, and by its patch. With `refs` in the configuration it must be reachable from one of them. A shallow clone proves nothing.",
  wrong: "**Resolution**: Commit `{{lost}}`\n",
  right: "**Resolution**: Commit `{{fix}}`\n",
  message: (claim) => `commit ${claim.id} is on no branch and no tag, and no other commit takes its place`,
  severityOf: (_, { defect }) => (defect === "unreachable" ? "warning" : undefined),
});
