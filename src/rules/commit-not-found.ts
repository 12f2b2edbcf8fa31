import { verdictRule } from "./rule.js";

export const commitNotFound = verdictRule({
  id: "commit-not-found",
  kinds: ["commit"],
  severity: "error",
  git: true,
  summary: "A cited commit is not in the repository",
  rationale:
    'Only hex words with a cue are citations: a commit column, the word "commit", a list of commits. In a shallow or partial clone nothing is said, nor when none of several citations is found: they may belong to another repository.',
  wrong: "**Resolution**: Commit `deadbee1`\n",
  right: "**Resolution**: Commit `{{fix}}`\n",
  message: (claim) => `no object of this repository has the id ${claim.id}`,
});
