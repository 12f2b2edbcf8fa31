import { subjectStems, words } from "../lex/words.js";
import type { BranchClaim, CommitDateClaim, CommitSubjectClaim } from "../model/claim.js";
import { grouped } from "../model/grouped.js";
import type { FoundCommit } from "../model/history.js";
import type { Verdict } from "../model/verdict.js";
import { citedCommits, foundCommits, type GitContext, shortId } from "./git-context.js";

const DAY = 86_400;
/** A report may write its author's day, or the next one after a night's work: time zones reach from -12 to +14 hours. */
const SLACK = DAY + 14 * 3600;

/**
 * Whether the subject given for a commit is its own. Summaries word it freely, so only one that shares no word with it
 * and is the subject of another cited commit convicts.
 */
export function judgeCommitSubject(claim: CommitSubjectClaim, git: GitContext): Verdict {
  const [commit] = foundCommits(git, [claim.id]);
  if (!commit) return { kind: "cannot-tell", reason: "commit-not-found" };
  const stated = stemsOf(claim.stated);
  const own = stemsOf(commit.subject);
  const id = shortId(commit.id);
  if (plain(claim.stated) === plain(commit.subject) || [...stated].some((s) => own.has(s)))
    return { kind: "consistent", by: { how: `the subject of ${id} is "${commit.subject}"`, from: [] } };
  const other = withSubject(git, plain(claim.stated)).find((c) => c !== commit);
  if (!other || stated.size < 2) return { kind: "cannot-tell", reason: "not-measurable" };
  return {
    kind: "contradicted",
    stated: claim.stated,
    computed: commit.subject,
    by: {
      how: `"${claim.stated}" is the subject of ${shortId(other.id)}`,
      from: [],
      proof: `git log -1 --format=%s ${id}`,
    },
    deviation: undefined,
    changesConclusion: false,
  };
}

/** Whether a commit was written or committed on the day given for it, or next to it. */
export function judgeCommitDate(claim: CommitDateClaim, git: GitContext): Verdict {
  const [commit] = foundCommits(git, [claim.id]);
  if (!commit) return { kind: "cannot-tell", reason: "commit-not-found" };
  const start = Date.parse(`${claim.date}T00:00:00Z`) / 1000;
  const near = [commit.authorTime, commit.committerTime].some((t) => t > start - SLACK && t < start + DAY + SLACK);
  const id = shortId(commit.id);
  const day = (time: number): string => new Date(time * 1000).toISOString().slice(0, 10);
  const how = `${id} was written on ${day(commit.authorTime)} and committed on ${day(commit.committerTime)}`;
  if (near) return { kind: "consistent", by: { how, from: [] } };
  return {
    kind: "contradicted",
    stated: claim.raw,
    computed: day(commit.authorTime),
    by: { how, from: [], proof: `git show --no-patch --format='%ad %cd' --date=short ${id}` },
    deviation: undefined,
    changesConclusion: false,
  };
}

/** Whether a branch is there or was merged under its name. One that is neither may have been deleted, which proves nothing. */
export function judgeBranch(claim: BranchClaim, git: GitContext): Verdict {
  const place = git.places.branches.get(claim.name);
  if (place === undefined) return { kind: "cannot-tell", reason: "history-not-read" };
  if (place === "absent") return { kind: "cannot-tell", reason: "branch-not-found" };
  const how = place === "ref" ? `${claim.name} exists` : `a commit message names ${claim.name}`;
  return { kind: "consistent", by: { how, from: [] } };
}

const SUBJECTS = new WeakMap<GitContext["cited"], ReadonlyMap<string, readonly FoundCommit[]>>();

/** The cited commits of that subject. */
function withSubject(git: GitContext, subject: string): readonly FoundCommit[] {
  const subjects = SUBJECTS.get(git.cited) ?? grouped(citedCommits(git), (commit) => plain(commit.subject));
  SUBJECTS.set(git.cited, subjects);
  return subjects.get(subject) ?? [];
}

/** "feat(auth): " says nothing of a subject. */
function plain(subject: string): string {
  const bare = subject.replace(/^\w+(?:\([^)]*\))?!?:\s*/, "").replace(/\s*\(#\d+\)\s*$/, "");
  return words(bare).join(" ");
}

function stemsOf(subject: string): ReadonlySet<string> {
  return subjectStems(plain(subject));
}
