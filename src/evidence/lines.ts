import { noun } from "../lex/words.js";
import type { CommitSizeClaim, LinesClaim, LineWording } from "../model/claim.js";
import type { FileChange, FoundCommit } from "../model/history.js";
import type { Verdict } from "../model/verdict.js";
import { foundCommits, type GitContext, shortId } from "./git-context.js";
import { judge, LINES, type Reading } from "./judge.js";
import { resolveInCommit, resolveInTree } from "./resolve-path.js";

/** "foo.py (332 lines)" at the commits it cites and at the moments of the report (DESIGN section 7). */
export function judgeLines(claim: LinesClaim, git: GitContext): Verdict {
  const near = foundCommits(git, claim.commits);
  const cited = near.flatMap((c) => commitReadings(claim, c, git, false));
  const present =
    cited.length > 0 && claim.wording !== "total" ? { readings: [], ambiguous: false } : treeReadings(claim, git);
  const others =
    cited.length > 0 ? [] : foundCommits(git, git.cited).filter((c) => resolveInCommit(claim.path, c, git).length > 0);
  const only = others.length === 1 && present.readings.length === 0;
  const readings = [...cited, ...present.readings, ...others.flatMap((c) => commitReadings(claim, c, git, !only))];
  if (readings.length === 0)
    return { kind: "cannot-tell", reason: present.ambiguous ? "ambiguous-path" : "path-not-found" };
  const convicting = readings.some((r) => !r.lenient);
  const verdict = judge(claim.quantity, readings, {
    tolerance: LINES,
    unit: " lines",
    otherwise: convicting ? "not-measurable" : "not-in-commit",
  });
  return verdict.kind === "contradicted" && mayBePart(claim, readings)
    ? { kind: "cannot-tell", reason: "ambiguous-scope" }
    : verdict;
}

/** A figure far below the size of a file that was there before may count what was changed in it, a method, a section. */
const PART = 0.6;

function mayBePart(claim: LinesClaim, readings: readonly Reading[]): boolean {
  return (
    claim.wording === "total" &&
    !claim.whole &&
    readings.filter((r) => !r.lenient).every((r) => claim.quantity.high < r.low * PART)
  );
}

function commitReadings(claim: LinesClaim, commit: FoundCommit, git: GitContext, lenient: boolean): Reading[] {
  const changes = resolveInCommit(claim.path, commit, git);
  const [change] = changes;
  if (!change) return [];
  const certain = changes.length === 1 && !lenient;
  return changeValues(claim.wording, change, git).map(({ value, what, sure }) => ({
    low: value,
    high: value,
    lenient: !certain || !sure,
    by: { how: `${change.path}: ${what} in ${shortId(commit.id)}`, from: [], proof: proofOf(what, commit, change) },
  }));
}

function proofOf(what: string, commit: FoundCommit, change: FileChange): string {
  return what.startsWith("lines")
    ? `git show ${shortId(commit.id)}:${quoted(change.path)} | wc -l`
    : `git show --numstat --format= ${shortId(commit.id)} -- ${quoted(change.path)}`;
}

interface Value {
  readonly value: number;
  readonly what: string;
  /** The wording allows no doubt that this is a way to count. */
  readonly sure: boolean;
}

function changeValues(wording: LineWording, change: FileChange, git: GitContext): Value[] {
  const { insertions: added, deletions: removed } = change;
  const after = change.after ? git.lines(change.after) : undefined;
  const before = change.before ? git.lines(change.before) : undefined;
  const values: (Value | undefined)[] = [];
  const push = (value: number | undefined, what: string, sure = true): void => {
    if (value !== undefined) values.push({ value, what, sure });
  };
  if (wording === "removed") {
    push(removed, "deletions");
    push(before, "lines before", change.status === "deleted");
  } else if (wording === "added") {
    push(added, "insertions");
    if (added !== undefined && removed !== undefined && removed > 0) push(added - removed, "net insertions");
    if (change.status === "added") push(after, "lines");
  } else if (wording === "changed") {
    push(added, "insertions");
    push(removed, "deletions");
    if (added !== undefined && removed !== undefined) push(added + removed, "insertions and deletions");
    push(after, "lines", false);
  } else {
    if (change.status === "deleted") push(before, "lines before it was deleted");
    push(after, "lines");
    push(added, "insertions");
    if (change.status === "deleted") push(removed, "deletions");
  }
  return values.filter((v): v is Value => v !== undefined);
}

/** The whole file at the moments of the report; what was added or removed cannot be seen there. */
function treeReadings(claim: LinesClaim, git: GitContext): { readings: Reading[]; ambiguous: boolean } {
  let ambiguous = false;
  const readings = git.moments.flatMap((moment): Reading[] => {
    const paths = resolveInTree(claim.path, moment.tree, git).filter((p) => !p.endsWith("/"));
    if (paths.length > 1) ambiguous = true;
    return paths.flatMap((path): Reading[] => {
      const blob = moment.tree.files.get(path);
      const lines = blob === undefined ? undefined : git.lines(blob);
      if (lines === undefined) return [];
      const proof = moment.commit
        ? `git show ${shortId(moment.commit)}:${quoted(path)} | wc -l`
        : `wc -l ${quoted(path)}`;
      return [
        {
          low: lines,
          high: lines,
          lenient: paths.length > 1 || claim.wording !== "total",
          by: { how: `${path}: lines at ${moment.label}`, from: [], proof },
        },
      ];
    });
  });
  return { readings, ambiguous };
}

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
  return judge(claim.quantity, readings, { tolerance: LINES, unit: " lines", otherwise: "commit-not-found" });
}

/** Some files of a commit: those it deleted or added, or those below a folder that the line names, if they are so many. */
function judgeCommitPart(claim: CommitSizeClaim, part: NonNullable<CommitSizeClaim["part"]>, git: GitContext): Verdict {
  const [commit] = foundCommits(git, claim.scopes[0] ?? []);
  if (!commit) return { kind: "cannot-tell", reason: "commit-not-found" };
  const wanted = part.action === "deleted" ? "deleted" : "added";
  const acted = commit.changes.filter((c) => part.action === "none" || c.status === wanted);
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
  return judge(claim.quantity, readings, { tolerance: LINES, unit: " lines", otherwise: "ambiguous-scope" });
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

function sizeReadings(wording: LineWording, commits: readonly FoundCommit[]): Reading[] {
  const added = commits.reduce((n, c) => n + c.insertions, 0);
  const removed = commits.reduce((n, c) => n + c.deletions, 0);
  const ids = commits.map((c) => shortId(c.id)).join(" ");
  const each =
    commits.length > 1
      ? ` (${commits.map((c) => (wording === "removed" ? c.deletions : c.insertions)).join(" + ")})`
      : "";
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

/** A path as a shell would need it. */
export function quoted(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replace(/'/g, "'\\''")}'`;
}
