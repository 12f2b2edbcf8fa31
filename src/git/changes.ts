import type { FileChange } from "../model/history.js";
import type { GitPlace } from "./environment.js";
import { GIT_STREAM_CAP, RENAME_LIMIT } from "./limits.js";
import { createChangesParser } from "./parse-changes.js";
import type { Parented } from "./parse-commit.js";
import { type GitEnd, gitFailure, streamGit } from "./run.js";

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

/** A partial clone lacks objects here and there: git is started again behind each, at most so many times. */
const MAX_RESTARTS = 16;

type Changes = ReadonlyMap<string, readonly FileChange[]>;

/**
 * Compares every commit with its first parent (a root commit with the empty tree) in one process.
 * Where git falls silent, the commits it had no time for are left out; raises a git error when it fails, unless `partial` says that objects are known
 * to be absent: then the commits that need them are left out.
 */
export async function compareWithParents(
  place: GitPlace,
  commits: readonly Parented[],
  partial: boolean,
): Promise<Changes> {
  const known = new Map<string, readonly FileChange[]>();
  let open = [...new Map(commits.map((commit) => [commit.id, commit])).values()];
  const take = async (part: readonly Parented[]): Promise<Run> => {
    const run = await compare(place, part);
    for (const [id, changes] of run.complete) known.set(id, changes);
    return run;
  };
  for (let runs = 0; open.length > 0 && runs <= MAX_RESTARTS; runs++) {
    const { end, complete, begun } = await take(open);
    if (end.outcome !== "ended" || end.code === 0) break;
    if (!partial) throw gitFailure("compare the cited commits with their parents", end);
    // Git failed at the commit it had begun or at the one after it; alone, it is clear whether the first is whole.
    if (complete.size === 0 && begun && open.length > 1) await take(open.slice(0, 1));
    open = open.slice(Math.max(complete.size, 1));
  }
  return known;
}

interface Run {
  readonly end: GitEnd;
  readonly complete: Changes;
  /** Whether git printed anything for the commit after the complete ones. */
  readonly begun: boolean;
}

async function compare(place: GitPlace, commits: readonly Parented[]): Promise<Run> {
  const changes = new Map<string, FileChange[]>();
  let current = "";
  const parser = createChangesParser({
    onCommit: (id) => {
      current = id;
      changes.set(id, []);
    },
    onChange: (change) => changes.get(current)?.push(change),
  });
  const end = await streamGit(place, ARGUMENTS, {
    input: commits.map(({ id, parents }) => `${[id, ...parents.slice(0, 1)].join(" ")}\n`).join(""),
    maxBytes: GIT_STREAM_CAP,
    patient: true,
    onData: (chunk) => {
      parser.push(chunk);
      return false;
    },
  });
  const ended = end.outcome === "ended" && end.code === 0;
  if (ended) parser.finish();
  const answered = ended
    ? commits
    : commits.slice(
        0,
        Math.max(
          0,
          commits.findIndex(({ id }) => id === current),
        ),
      );
  // Git prints nothing at all for a commit that changes nothing.
  const begun = current !== "";
  return { end, begun, complete: new Map(answered.map(({ id }) => [id, changes.get(id) ?? []])) };
}
