import { countedByGit } from "./correct.js";
import { quote, verdictRule } from "./rule.js";

const ERROR_SHARE = 0.1;

export const commitSizeMismatch = verdictRule({
  id: "commit-size-mismatch",
  kinds: ["commit-size"],
  severity: "error",
  git: true,
  summary: "The size given for a commit, or for all cited commits, does not match git",
  rationale:
    "\"Commit X - 1,017 lines\" is held against the commit's insertions, deletions, their sum and the net; a session's total against the sum over the commits it lists.",
  wrong: "- Commit `{{add}}` - 300 lines\n",
  right: "- Commit `{{add}}` - 120 lines\n",
  message: (claim, verdict) =>
    `${quote(claim.raw)} does not match ${claim.scopes[0]?.length === 1 ? "the commit" : `the ${claim.scopes[0]?.length ?? 0} commits`}: ${verdict.computed}`,
  severityOf: (_, verdict) => ((verdict.deviation ?? 1) > ERROR_SHARE ? "error" : "warning"),
  correct: countedByGit,
});
