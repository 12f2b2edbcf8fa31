import { noun } from "../lex/words.js";
import type { CommitSizeClaim, LineWording } from "../model/claim.js";
import type { FoundCommit } from "../model/history.js";
import type { Verdict } from "../model/verdict.js";
import { addends } from "./addends.js";
import { changesOf, foundCommits, type GitContext, shortId } from "./git-context.js";
import { judge, type Reading } from "./judge.js";

/** The size of one commit, or of all the commits that a total sums up. */
export function judgeCommitSize(claim: CommitSizeClaim, git: GitContext): Verdict {
  if (claim.part) return judgeCommitPart(claim, claim.part, git);
  const readings = claim.scopes.flatMap((ids) => {
    const commits = foundCommits(git, ids);
    if (commits.length < new Set(ids).size) return [];
    const without = commits.length > 1 ? commits.flatMap((c) => [[c], commits.filter((o) => o !== c)]) : [];
    return [
      ...sizeReadings(claim.wording, commits),
      ...without.flatMap((some) => sizeReadings(claim.wording, some).map((r) => ({ ...r, lenient: true }))),
    ];
  });
  return judge(claim.quantity, readings, {
    tolerance: git.tolerances.lines,
    unit: " lines",
    otherwise: "commit-not-found",
  });
}

/** Some files of a commit: those it deleted or added, or those below a folder that the line names, if they are so many. */
function judgeCommitPart(claim: CommitSizeClaim, part: NonNullable<CommitSizeClaim["part"]>, git: GitContext): Verdict {
  const [commit] = foundCommits(git, claim.scopes[0] ?? []);
  if (!commit) return { kind: "cannot-tell", reason: "commit-not-found" };
  const wanted = part.action === "deleted" ? "deleted" : "added";
  const acted = changesOf(commit).filter((c) => part.action === "none" || c.status === wanted);
  const named = acted.filter((c) => folderWords(c.path).some((w) => part.topic.includes(w)));
  const groups = [acted, named].filter((g) => g.length === part.files);
  const readings = groups.map((group): Reading => {
    const value = group.reduce((n, c) => n + ((wanted === "deleted" ? c.deletions : c.insertions) ?? 0), 0);
    const what = wanted === "deleted" ? "deletions" : "insertions";
    return {
      low: value,
      high: value,
      by: {
        how: `${what} in the ${group.length} files of ${shortId(commit.id)}`,
        from: [],
        proof: `git show --numstat --format= ${shortId(commit.id)}`,
      },
    };
  });
  return judge(claim.quantity, readings, {
    tolerance: git.tolerances.lines,
    unit: " lines",
    otherwise: "ambiguous-scope",
  });
}

/** The words of a path's folders: "src/prefect_flows/x.py" -> src, prefect, flow. */
function folderWords(path: string): string[] {
  return path
    .toLowerCase()
    .split("/")
    .slice(0, -1)
    .flatMap((p) => p.split(/[_.-]/))
    .map(noun);
}

function sum(commit: FoundCommit, side: "insertions" | "deletions"): number {
  return changesOf(commit).reduce((total, change) => total + (change[side] ?? 0), 0);
}

function sizeReadings(wording: LineWording, commits: readonly FoundCommit[]): Reading[] {
  const sizes = commits.map((commit) => ({ added: sum(commit, "insertions"), removed: sum(commit, "deletions") }));
  const added = sizes.reduce((n, size) => n + size.added, 0);
  const removed = sizes.reduce((n, size) => n + size.removed, 0);
  const ids = commits.map((c) => shortId(c.id)).join(" ");
  const each =
    commits.length > 1 ? ` (${addends(sizes.map((size) => (wording === "removed" ? size.removed : size.added)))})` : "";
  const reading = (value: number, what: string): Reading => ({
    low: value,
    high: value,
    by: { how: `${what} in ${ids}${each}`, from: [], proof: `git show --shortstat --format=%h ${ids}` },
  });
  if (wording === "removed") return [reading(removed, "deletions")];
  const net = removed > 0 ? [reading(added - removed, "net insertions")] : [];
  if (wording === "added") return [reading(added, "insertions"), ...net];
  return [
    reading(added, "insertions"),
    ...net,
    ...(removed > 0 ? [reading(added + removed, "insertions and deletions"), reading(removed, "deletions")] : []),
  ];
}
