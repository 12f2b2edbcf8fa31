import type { CommitClaim, CommitCountClaim } from "../model/claim.js";
import type { Verdict } from "../model/verdict.js";
import { type GitContext, shortId } from "./git-context.js";
import { judge, type Reading } from "./judge.js";

/** Whether a cited commit is there. Missing from a cut history is no evidence. */
export function judgeCommit(claim: CommitClaim, git: GitContext): Verdict {
  const fact = git.survey.commits.get(claim.id);
  const repository = git.survey.repository;
  if (!fact || fact.state === "unknown")
    return {
      kind: "cannot-tell",
      reason: repository.state === "present" && repository.shallow ? "shallow-clone" : "history-not-read",
    };
  if (fact.state === "found") return { kind: "consistent", by: { how: `${shortId(fact.id)} exists`, from: [] } };
  if (fact.state !== "missing") return { kind: "cannot-tell", reason: "commit-not-found" };
  if (repository.state === "present" && repository.shallow) return { kind: "cannot-tell", reason: "shallow-clone" };
  if (repository.state === "present" && repository.unborn) return { kind: "cannot-tell", reason: "history-not-read" };
  if (git.survey.lastChanges.get(git.reportPath)?.parents.length === 0)
    return { kind: "cannot-tell", reason: "history-not-read" };
  const ids = [...new Set(git.cited)];
  const missing = ids.filter((id) => git.survey.commits.get(id)?.state === "missing");
  if (ids.length > 1 && missing.length === ids.length) return { kind: "cannot-tell", reason: "commit-not-found" };
  return {
    kind: "contradicted",
    stated: claim.id,
    computed: "not found",
    by: { how: `no object starts with ${claim.id}`, from: [], proof: `git cat-file -t ${claim.id}` },
    deviation: undefined,
    changesConclusion: false,
  };
}

/** A number of commits against those listed under it; the report's own commit may or may not be counted. */
export function judgeCommitCount(claim: CommitCountClaim): Verdict {
  const n = claim.commits.length;
  const reading: Reading = { low: n, high: n, by: { how: `${n} commits listed`, from: [] } };
  return judge(claim.quantity, [reading], { tolerance: { exact: 1, approximate: 0.1 } });
}
