import { noun } from "../lex/words.js";
import type { FileChangeClaim, FileCountClaim } from "../model/claim.js";
import type { FoundCommit } from "../model/history.js";
import type { Reason, Verdict } from "../model/verdict.js";
import { changesOf, foundCommits, type GitContext, shortId } from "./git-context.js";
import { judge, type Reading } from "./judge.js";
import { quoted } from "./lines.js";
import { citedTouching, resolveInCommit } from "./resolve-path.js";

/** "Files Created" against what the cited commits did; any cited commit that added the file makes it created. */
export function judgeFileChange(claim: FileChangeClaim, git: GitContext): Verdict {
  const near = foundCommits(git, claim.commits);
  const touched = near.flatMap((c) => resolveInCommit(claim.path, c, git).map((change) => ({ commit: c, change })));
  const [first] = touched;
  if (!first) return { kind: "cannot-tell", reason: near.length === 0 ? "commit-not-found" : "not-in-commit" };
  const everywhere = citedTouching(claim.path, git)
    .flatMap((c) => resolveInCommit(claim.path, c, git))
    .map((c) => c.status);
  const wanted = claim.action === "created" ? ["added", "renamed"] : ["modified", "renamed", "type-changed"];
  const by = {
    how: `${first.change.path} is ${first.change.status} in ${shortId(first.commit.id)}`,
    from: [],
    proof: `git show --name-status --format=%h ${shortId(first.commit.id)} -- ${quoted(first.change.path)}`,
  };
  if ([...everywhere, ...touched.map((t) => t.change.status)].some((s) => wanted.includes(s)))
    return { kind: "consistent", by };
  if (first.change.status === "deleted") return { kind: "cannot-tell", reason: "not-in-commit" };
  return {
    kind: "contradicted",
    stated: claim.action,
    computed: first.change.status,
    by,
    deviation: undefined,
    changesConclusion: false,
  };
}

/** A number of files against what the commits touched, created, modified or deleted. */
export function judgeFileCount(claim: FileCountClaim, git: GitContext): Verdict {
  const commits = foundCommits(git, claim.commits);
  if (commits.length < new Set(claim.commits).size) return { kind: "cannot-tell", reason: "commit-not-found" };
  const topical = claim.topic.length > 0 && commits.length === 1 ? topicReading(claim, commits) : undefined;
  const single =
    commits.length > 1 ? commits.flatMap((c) => statusReadings(claim, [c])).map((r) => ({ ...r, lenient: true })) : [];
  const readings = [...statusReadings(claim, commits), ...single].map((r) => ({
    ...r,
    lenient: r.lenient === true || topical !== undefined,
  }));
  if (topical)
    return judge(claim.quantity, [topical, ...readings, ...shareReadings(commits)], {
      tolerance: git.tolerances.counts,
      unit: " files",
    });
  const whole = claim.unit.kind === "cell" || commits.length > 1 || claim.action !== "none";
  return judge(
    claim.quantity,
    readings.map((r) => ({ ...r, lenient: r.lenient || !whole })),
    {
      tolerance: { ...git.tolerances.counts, exact: commits.length > 1 ? 1 : 0 },
      unit: " files",
      otherwise: "ambiguous-scope",
    },
  );
}

function statusReadings(claim: FileCountClaim, commits: readonly FoundCommit[]): Reading[] {
  const changes = commits.flatMap(changesOf);
  const distinct = (statuses: readonly string[]): number =>
    new Set(changes.filter((c) => statuses.includes(c.status)).map((c) => c.path)).size;
  const touched = new Set(changes.map((c) => c.path)).size;
  const ids = commits.map((c) => shortId(c.id)).join(" ");
  const proof = `git show --name-status --format= ${ids}`;
  const reading = (value: number, what: string, lenient = false): Reading => ({
    low: value,
    high: value,
    lenient,
    by: { how: `files ${what} in ${ids}`, from: [], proof },
  });
  const single = commits.length === 1;
  if (claim.action === "created")
    return [reading(distinct(["added", "renamed"]), "added"), ...(single ? [reading(touched, "touched", true)] : [])];
  if (claim.action === "modified")
    return [
      reading(distinct(["modified", "type-changed", "renamed"]), "modified"),
      ...(single ? [reading(touched, "touched", true)] : []),
    ];
  if (claim.action === "deleted") return [reading(distinct(["deleted"]), "deleted")];
  return [
    reading(touched, "touched"),
    reading(distinct(["added"]), "added", true),
    reading(distinct(["modified"]), "modified", true),
    reading(distinct(["added", "modified"]), "added or modified", true),
  ];
}

/** "Router fixes (15 files)": the files below a folder called router or routers. */
function topicReading(claim: FileCountClaim, commits: readonly FoundCommit[]): Reading | undefined {
  const changes = commits.flatMap(changesOf);
  const inTopic = changes.filter((c) =>
    c.path
      .split("/")
      .slice(0, -1)
      .some((part) => claim.topic.includes(noun(part.toLowerCase()))),
  );
  const folder = inTopic[0]?.path.split("/").slice(0, -1).join("/");
  if (inTopic.length < 2 || folder === undefined || inTopic.length === changes.length) return undefined;
  const id = shortId(commits[0]?.id ?? "");
  return {
    low: inTopic.length,
    high: inTopic.length,
    by: {
      how: `files below ${folder}/ in ${id}`,
      from: [],
      proof: `git show --name-status --format= ${id} -- ${quoted(folder)}`,
    },
  };
}

/** Any folder's or file type's share of the commit may be meant. */
function shareReadings(commits: readonly FoundCommit[]): Reading[] {
  const counts = new Map<string, number>();
  for (const { path } of commits.flatMap(changesOf)) {
    const parts = path.split("/");
    const names = [
      ...parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join("/")),
      `*.${parts.at(-1)?.split(".").at(-1) ?? ""}`,
    ];
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, n]) => ({
    low: n,
    high: n,
    lenient: true,
    by: { how: `files in ${name}`, from: [] },
  }));
}

/** Why nothing can be asked of a repository in this state; undefined if it can be asked. */
export function noAnswer(git: GitContext | undefined): Reason | undefined {
  if (!git) return "no-repository";
  return git.survey.repository.state === "present" ? undefined : "no-repository";
}
