import type { CommitClaim, CommitCountClaim } from "../model/claim.js";
import type { FoundCommit } from "../model/history.js";
import type { Tolerances } from "../model/tolerances.js";
import type { Verdict } from "../model/verdict.js";
import { type GitContext, lacksAllCited, shortId } from "./git-context.js";
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
  if (fact.state === "found") return judgeFound(claim, fact, git);
  if (fact.state !== "missing") return { kind: "cannot-tell", reason: "commit-not-found" };
  if (repository.state === "present" && repository.shallow) return { kind: "cannot-tell", reason: "shallow-clone" };
  if (repository.state === "present" && repository.unborn) return { kind: "cannot-tell", reason: "history-not-read" };
  if (git.survey.lastChanges.get(git.reportPath)?.parents.length === 0)
    return { kind: "cannot-tell", reason: "history-not-read" };
  if (FORMER.test(claim.unit.text.value)) return { kind: "cannot-tell", reason: "commit-not-found" };
  if (git.namesRepositories) return { kind: "cannot-tell", reason: "outside-repository" };
  if (lacksAllCited(git)) return { kind: "cannot-tell", reason: "commit-not-found" };
  const subject = git.subjects.get(claim.id);
  const successor = subject === undefined ? undefined : git.places.successors.get(subject);
  return {
    kind: "contradicted",
    stated: claim.id,
    computed: successor ? shortId(successor.id) : "not found",
    by: {
      how: `no object starts with ${claim.id}${successor ? `; ${shortId(successor.id)} carries its subject` : ""}`,
      from: [],
      proof: `git cat-file -t ${claim.id}`,
    },
    deviation: undefined,
    changesConclusion: false,
    defect: "missing",
  };
}

/** A commit that is there may have been left behind by a rebase, or taken back. */
function judgeFound(claim: CommitClaim, fact: FoundCommit, git: GitContext): Verdict {
  const id = shortId(fact.id);
  const wrong = { kind: "contradicted", stated: claim.id, deviation: undefined, changesConclusion: false } as const;
  const revert = git.places.reverts.get(fact.id);
  const since = revert !== undefined && git.until !== undefined && revert.time > git.until;
  if (revert && !since && !speaksOfReverts(claim, git, revert.id)) {
    const written = git.survey.lastChanges.get(git.reportPath)?.committerTime;
    return {
      ...wrong,
      computed: `reverted by ${shortId(revert.id)}`,
      by: { how: `${shortId(revert.id)} reverts ${id}`, from: [], proof: `git show --no-patch ${shortId(revert.id)}` },
      defect: written !== undefined && revert.time > written ? "reverted-since" : "reverted",
    };
  }
  if (git.places.reachable.get(fact.id) !== false) return { kind: "consistent", by: { how: `${id} exists`, from: [] } };
  const successor = git.places.successors.get(fact.id);
  if (successor) {
    const how = `${id} was rewritten as ${shortId(successor.id)} (same ${successor.by})`;
    return { kind: "consistent", by: { how, from: [] } };
  }
  // The branch of a day that is past may have been deleted long ago.
  if (git.until !== undefined) return { kind: "cannot-tell", reason: "commit-not-found" };
  return {
    ...wrong,
    computed: "on no branch or tag",
    by: {
      how: `no branch or tag contains ${id}, nor a commit with its subject or its patch`,
      from: [],
      proof: `git for-each-ref --contains ${id}`,
    },
    defect: "unreachable",
  };
}

/** The line itself says that the id is an old one. */
const FORMER =
  /\b(?:before (?:the )?(?:rebase|squash|amend)|rebased|squashed|amended|formerly|previously|old (?:hash|commit|sha|id)|became|replaced by|superseded|rewritten)\b/iu;

/** A report that tells of the revert, or cites it, knows. */
function speaksOfReverts(claim: CommitClaim, git: GitContext, revert: string): boolean {
  return (
    git.cited.some((id) => revert.startsWith(id)) ||
    /\brever(?:t|sion)|\broll(?:ed)?[ -]?back|\bundo/iu.test(claim.unit.text.value)
  );
}

/** A number of commits against those listed under it; the report's own commit may or may not be counted. */
export function judgeCommitCount(claim: CommitCountClaim, { counts }: Tolerances): Verdict {
  const n = claim.commits.length;
  const reading: Reading = { low: n, high: n, by: { how: `${n} commits listed`, from: [] } };
  return judge(claim.quantity, [reading], { tolerance: { ...counts, exact: 1 } });
}
