import type { FileChange } from "../model/history.js";
import { GIT_STREAM_CAP, RENAME_LIMIT } from "./limits.js";
import { createChangesParser } from "./parse-changes.js";
import type { CommitRecord } from "./parse-commit.js";
import { type GitPlace, gitFailure, streamGit } from "./run.js";

const ARGUMENTS = [
  "diff-tree",
  "--stdin",
  "-r",
  "-z",
  "--raw",
  "--numstat",
  "-M",
  `-l${RENAME_LIMIT}`,
  "--root",
  "--no-abbrev",
  "--no-ext-diff",
  "--no-textconv",
  "--ignore-submodules=none",
  "--end-of-options",
];

/**
 * Compares every commit with its first parent (a root commit with the empty tree) in one process.
 * Commits git had no time for are left out; raises a git error when it fails, unless `mayFail` says that objects are known to be absent.
 */
export async function readChanges(
  place: GitPlace,
  commits: readonly CommitRecord[],
  mayFail: boolean,
): Promise<ReadonlyMap<string, readonly FileChange[]>> {
  const asked = [...new Map(commits.map((commit) => [commit.id, commit])).values()];
  const changes = new Map<string, FileChange[]>();
  if (asked.length === 0) return changes;
  let current: string | undefined;
  const parser = createChangesParser({
    onCommit: (id) => {
      current = id;
      changes.set(id, []);
    },
    onChange: (change) => changes.get(current ?? "")?.push(change),
  });
  const end = await streamGit(place, ARGUMENTS, {
    input: asked.map(({ id, parents }) => `${[id, ...parents.slice(0, 1)].join(" ")}\n`).join(""),
    maxBytes: GIT_STREAM_CAP,
    onData: (chunk) => {
      parser.push(chunk);
      return false;
    },
  });
  if (end.outcome === "ended" && end.code === 0) {
    parser.finish();
    // Git prints nothing at all for a commit that changes nothing.
    for (const { id } of asked) if (!changes.has(id)) changes.set(id, []);
    return changes;
  }
  if (end.outcome === "ended" && !mayFail) throw gitFailure("compare the cited commits with their parents", end);
  return keepComplete(changes, asked, current);
}

/** Git answers in the order it was asked: all before the commit it stopped at are complete. */
function keepComplete(
  changes: ReadonlyMap<string, readonly FileChange[]>,
  asked: readonly CommitRecord[],
  current: string | undefined,
): ReadonlyMap<string, readonly FileChange[]> {
  const stopped = asked.findIndex(({ id }) => id === current);
  return new Map(asked.slice(0, Math.max(stopped, 0)).map(({ id }) => [id, changes.get(id) ?? []]));
}
