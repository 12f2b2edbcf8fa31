import { countedByGit } from "./correct.js";
import { quote, verdictRule } from "./rule.js";

export const fileCountMismatch = verdictRule({
  id: "file-count-mismatch",
  kinds: ["file-count"],
  severity: "warning",
  git: true,
  summary: "A number of files does not match the cited commits",
  rationale:
    "Files touched, created, modified and deleted are all accepted where the wording allows it, and so is any folder's share of a commit. A total over several commits counts each file once.",
  wrong: "## Session\n\n**Commits**: {{add}}, {{change}}\n**Files Created**: 9\n",
  right: "## Session\n\n**Commits**: {{add}}, {{change}}\n**Files Created**: 2\n",
  message: (claim, verdict) =>
    `${quote(claim.raw)} does not match ${claim.commits.length === 1 ? "the cited commit" : `the ${claim.commits.length} cited commits`}: ${verdict.computed}`,
  correct: countedByGit,
});
