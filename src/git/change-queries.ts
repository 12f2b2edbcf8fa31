import { BlockersError } from "../errors.js";
import type { ChangeQueries, Changes } from "../model/snapshot.js";
import { resolveRevision } from "./commits.js";
import { compareCommits, compareIndex, type IndexDifference } from "./differences.js";
import { isEdited } from "./edited.js";
import type { ObjectReader } from "./object-reader.js";
import type { CommitRecord } from "./parse-commit.js";
import type { Repository } from "./repository.js";
import { requireCommit, resolveHereOrThere } from "./revisions.js";
import { gitFailure, runGit } from "./run.js";
import { type Listed, listCommit, listIndex } from "./snapshots.js";
import type { Worktree } from "./worktree.js";

/** What a history has asked already, and asks only once. */
export interface Known {
  head(): Promise<CommitRecord | undefined>;
  worktree(): Promise<Worktree>;
}

/** The index as evidence, and what is staged in it. */
export interface Index extends Listed, IndexDifference {}

/** Reads the index and compares it with HEAD. Raises a git error. */
export async function readIndex(
  repository: Repository,
  reader: ObjectReader,
  head: string | undefined,
): Promise<Index> {
  if (repository.top === undefined) throw withoutCheckout();
  const difference = await compareIndex(repository, head);
  // What is only announced will not be committed.
  const listed = await listIndex(repository, reader, (path) => difference.announced.has(path));
  return { ...listed, ...difference };
}

/** Answers what changed, in a constant number of processes. */
export function createChangeQueries(
  repository: Repository,
  reader: ObjectReader,
  { head, worktree, index }: Known & { index(): Promise<Index> },
): ChangeQueries {
  const require = async (name: string): Promise<CommitRecord> =>
    (await resolveHereOrThere(reader, name)) ?? requireCommit(reader, name).catch((error) => raise(error, repository));

  return {
    staged: index,
    async between(from, to) {
      const [base, tip] = [await require(from), await requireCommit(reader, to).catch((e) => raise(e, repository))];
      const shared = await mergeBase(repository, base.id, tip.id);
      const { snapshot } = await listCommit(repository, reader, tip.id);
      return { snapshot, changes: await compareCommits(repository, shared, tip.id), base: shared, head: tip.id };
    },
    async changedSince(ref) {
      if (repository.top === undefined) throw withoutCheckout();
      const tip = await head();
      if (tip === undefined)
        throw new BlockersError("usage", "--changed needs a commit to compare with, and there is none yet");
      const from = ref === undefined ? await defaultBase(repository, reader) : await require(ref);
      const base = await mergeBase(repository, from.id, tip.id);
      const { changes } = await compareIndex(repository, base);
      return { base, changes: withDisk(changes, await worktree()) };
    },
    async edited(paths) {
      const { top } = repository;
      const { staged } = (await worktree()).tree;
      const tracked = paths.flatMap((path): [string, string][] => {
        const id = staged?.get(path);
        return id === undefined ? [] : [[path, id]];
      });
      return new Set(
        tracked.filter(([path, id]) => top === undefined || isEdited(top, path, id)).map(([path]) => path),
      );
    },
    async readBlob(id, limit) {
      const answer = await reader.read(id, limit);
      return answer.state === "found" && answer.type === "blob" ? answer.content : undefined;
    },
  };
}

/** What is on disk besides: untracked files, and tracked ones that were deleted. */
function withDisk({ changed, gone, renamed }: Changes, { tree }: Worktree): Changes {
  const staged = tree.staged ?? new Map<string, string>();
  const untracked = [...tree.files.keys()].filter((path) => !staged.has(path));
  const deleted = [...staged.keys()].filter((path) => !tree.files.has(path));
  const lost = new Set(deleted);
  return {
    changed: new Set([...[...changed].filter((path) => !lost.has(path)), ...untracked]),
    gone: new Set([...gone, ...deleted]),
    renamed,
  };
}

async function mergeBase(repository: Repository, a: string, b: string): Promise<string> {
  const end = await runGit(repository.place, ["merge-base", "--end-of-options", a, b]);
  const [id = ""] = end.stdout.toString("latin1").split("\n");
  if (end.outcome === "ended" && end.code === 0 && id !== "") return id;
  if (end.outcome !== "ended" || !(end.code === 1 || repository.shallow)) {
    throw gitFailure("find where the two commits part", end);
  }
  throw new BlockersError(
    "git",
    `${a.slice(0, 7)} and ${b.slice(0, 7)} have no common commit ${repository.shallow ? "in this shallow clone" : "in their history"}`,
    repository.shallow ? [FETCH] : ["name two commits of one history"],
  );
}

const FETCH = "fetch the whole history: fetch-depth: 0 for actions/checkout, or git fetch --unshallow";

/** The upstream of what is checked out; else the default branch of the remote. */
async function defaultBase({ place }: Repository, reader: ObjectReader): Promise<CommitRecord> {
  // Not asked of the object reader, which ends where there is no upstream.
  const end = await runGit(place, ["rev-parse", "--verify", "--quiet", "--end-of-options", "@{upstream}^{commit}"]);
  const upstream = end.code === 0 ? end.stdout.toString("latin1").trim() : "origin/HEAD";
  const found = await resolveRevision(reader, upstream);
  if (found !== undefined) return found;
  throw new BlockersError("usage", "--changed: there is neither an upstream nor a default branch of the remote", [
    "say since when: --changed=REF, with a branch, a tag or a commit id",
  ]);
}

function raise(error: unknown, { shallow }: Repository): never {
  if (!(error instanceof BlockersError) || !shallow) throw error;
  throw new BlockersError(error.kind, error.message, [FETCH], { cause: error });
}

function withoutCheckout(): BlockersError {
  return new BlockersError("git", "a bare repository has no index and no working tree", ["run in a checkout"]);
}
