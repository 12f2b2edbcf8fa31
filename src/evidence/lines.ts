import type { LinesClaim, LineWording } from "../model/claim.js";
import type { FileChange, FoundCommit } from "../model/history.js";
import type { Verdict } from "../model/verdict.js";
import { addends } from "./addends.js";
import { changedSinceDate, foundCommits, type GitContext, nextState, shortId } from "./git-context.js";
import { agrees, judge, type Reading } from "./judge.js";
import { citedTouching, resolveInCommit, resolveInTree } from "./resolve-path.js";

/** "foo.py (332 lines)" at the commits it cites and at the moments of the report (DESIGN section 7). */
export function judgeLines(claim: LinesClaim, git: GitContext): Verdict {
  if (claim.others.length > 0) return judgeTogether(claim, git);
  const near = foundCommits(git, claim.commits);
  const cited = near.flatMap((c) => commitReadings(claim, c, git, false));
  const present =
    cited.length > 0 && claim.wording !== "total"
      ? { readings: [], ambiguous: false, paths: [] }
      : treeReadings(claim, git);
  const others = cited.length > 0 ? [] : citedTouching(claim.path, git);
  const only = others.length === 1 && present.readings.length === 0;
  const readings = [...cited, ...present.readings, ...others.flatMap((c) => commitReadings(claim, c, git, !only))];
  if (readings.length === 0)
    return { kind: "cannot-tell", reason: present.ambiguous ? "ambiguous-path" : "path-not-found" };
  const convicting = readings.some((r) => !r.lenient);
  const tolerance = { ...git.tolerances.lines, exact: Math.max(git.tolerances.lines.exact, claim.step / 2) };
  const verdict = judge(claim.quantity, readings, {
    tolerance,
    unit: " lines",
    otherwise: convicting ? "not-measurable" : "not-in-commit",
  });
  if (verdict.kind !== "contradicted") return verdict;
  const filled = claim.wording === "total" ? withoutBlanks(claim, near, present.paths, git) : undefined;
  if (filled) return filled;
  if (mayBePart(claim, readings)) return { kind: "cannot-tell", reason: "ambiguous-scope" };
  return cited.length > 0 ? verdict : (otherStates(claim, present.paths, git) ?? verdict);
}

/** "theme.ts + styles.ts (322 lines)": their sum at a moment of the report convicts; the size of one of them may be meant. */
function judgeTogether(claim: LinesClaim, git: GitContext): Verdict {
  const paths = [...claim.others, claim.path];
  const sizes = git.moments.map((moment) => {
    const found = paths.map((path) => {
      const [file, ...more] = resolveInTree(path, moment.tree, git);
      const blob = file === undefined || more.length > 0 ? undefined : moment.tree.files.get(file);
      return blob === undefined ? undefined : git.lines(blob);
    });
    return { moment, known: found.filter((n): n is number => n !== undefined) };
  });
  const reading = (value: number, how: string, lenient: boolean): Reading => ({
    low: value,
    high: value,
    lenient,
    by: { how, from: [] },
  });
  const readings = sizes.flatMap(({ moment, known }) => [
    ...(known.length === paths.length
      ? [
          reading(
            known.reduce((a, b) => a + b, 0),
            `${addends(known)} lines at ${moment.label}`,
            claim.wording !== "total" || claim.commits.length > 0,
          ),
        ]
      : []),
    ...known.map((n) => reading(n, `one of them at ${moment.label}`, true)),
  ]);
  return judge(claim.quantity, readings, {
    tolerance: git.tolerances.lines,
    unit: " lines",
    otherwise: "ambiguous-path",
  });
}

/** Some tools leave out blank lines (`Measure-Object -Line`): exactly so many, at any moment the report can mean. */
function withoutBlanks(
  claim: LinesClaim,
  near: readonly FoundCommit[],
  paths: readonly string[],
  git: GitContext,
): Verdict | undefined {
  const cited = near.flatMap((c) => resolveInCommit(claim.path, c, git).map((change) => change.after));
  const blobs = [...cited, ...git.moments.flatMap((m) => paths.map((path) => m.tree.files.get(path)))];
  const found = blobs.some((blob) => blob !== undefined && git.filled(blob).includes(claim.quantity.low));
  return found ? { kind: "consistent", by: { how: `${claim.path}: lines that are not blank`, from: [] } } : undefined;
}

/** What lay on disk when the report was written may have been committed only after it, or may not be known at all. */
function otherStates(claim: LinesClaim, paths: readonly string[], git: GitContext): Verdict | undefined {
  for (const path of paths) {
    const blob = nextState(path, git)?.blob;
    const lines = blob === undefined ? undefined : git.lines(blob);
    if (lines !== undefined && agrees(claim.quantity, lines, lines, git.tolerances.lines))
      return { kind: "consistent", by: { how: `${path}: lines when it was next committed`, from: [] } };
  }
  const unknown = paths.some((path) => changedSinceDate(path, claim.unit, git));
  return unknown ? { kind: "cannot-tell", reason: "changed-since-date" } : undefined;
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
    low: countsCode(claim) && value > 0 ? Math.floor(value * LEAST_CODE) : value,
    high: value,
    lenient: !certain || !sure,
    by: { how: `${change.path}: ${what} in ${shortId(commit.id)}`, from: [], proof: proofOf(what, commit, change) },
  }));
}

function proofOf(what: string, commit: FoundCommit, change: FileChange): string {
  const id = shortId(commit.id);
  if (!what.startsWith("lines")) return `git show --numstat --format= ${id} -- ${quoted(change.path)}`;
  // What a commit deleted is in the one before it.
  const stored = change.status === "deleted" ? `${id}^` : id;
  return `git show ${stored}:${quoted(change.path)} | wc -l`;
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
    if (added !== undefined && removed !== undefined && added > 0) push(removed - added, "net deletions");
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

/** "LOC" may leave out blank lines and comments; a file has seldom less code than this share of its lines. */
const LEAST_CODE = 0.6;

const CODE = /^[^\p{L}]*(?:s?loc|lines of code|code lines)\b/iu;

/** By its unit, the words behind it, or the column it stands in. */
function countsCode({ quantity, raw, unit }: LinesClaim): boolean {
  const { cell, text } = unit;
  const header = cell?.table.header[cell.column]?.text.value ?? "";
  return /^s?loc$/.test(quantity.unit) || CODE.test(text.value.slice(text.value.indexOf(raw))) || CODE.test(header);
}

/** The whole file at the moments of the report; what was added or removed cannot be seen there. */
function treeReadings(
  claim: LinesClaim,
  git: GitContext,
): { readings: Reading[]; ambiguous: boolean; paths: readonly string[] } {
  let ambiguous = false;
  const resolved = new Set<string>();
  const readings = git.moments.flatMap((moment): Reading[] => {
    const paths = resolveInTree(claim.path, moment.tree, git).filter((p) => !p.endsWith("/"));
    if (paths.length > 1) ambiguous = true;
    return paths.flatMap((path): Reading[] => {
      resolved.add(path);
      const blob = moment.tree.files.get(path);
      const lines = blob === undefined ? undefined : git.lines(blob);
      if (lines === undefined) return [];
      const stored = moment.commit ? shortId(moment.commit) : moment.kind === "index" ? ":0" : undefined;
      const proof = stored === undefined ? `wc -l ${quoted(path)}` : `git show ${stored}:${quoted(path)} | wc -l`;
      return [
        {
          low: countsCode(claim) ? Math.floor(lines * LEAST_CODE) : lines,
          high: lines,
          lenient: paths.length > 1 || claim.wording !== "total",
          by: { how: `${path}: lines at ${moment.label}`, from: [], proof },
        },
      ];
    });
  });
  return { readings, ambiguous, paths: [...resolved] };
}

/** A path as a shell would need it. */
export function quoted(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replace(/'/g, "'\\''")}'`;
}
