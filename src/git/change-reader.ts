import { availableParallelism } from "node:os";
import type { FileChange } from "../model/history.js";
import { loadChanges, saveChanges } from "./change-facts.js";
import { compareWithParents } from "./changes.js";
import type { FactFile } from "./fact-file.js";
import type { Parented } from "./parse-commit.js";
import type { Repository } from "./repository.js";

/** Changes by commit id. */
export type ChangesById = ReadonlyMap<string, readonly FileChange[]>;

/** Gives what commits changed; those are left out of which it cannot be told. Raises a git error when git fails. */
export type ChangeReader = (commits: readonly Parented[]) => Promise<ChangesById>;

/** So many commits are worth a process of their own. */
const SHARE = 200;

/** Makes a reader that asks for each commit once, and git only for those that are not among the facts of former runs. */
export function createChangeReader(
  repository: Repository,
  facts: (count: number) => Promise<FactFile | undefined>,
): ChangeReader {
  const known = new Map<string, readonly FileChange[]>();
  const asked = new Set<string>();

  const read = async (wanted: readonly Parented[]): Promise<void> => {
    if (wanted.length === 0) return;
    const stored = await facts(wanted.length);
    const former =
      stored === undefined
        ? []
        : loadChanges(
            stored,
            wanted.map(({ id }) => id),
          );
    for (const [id, changes] of former) known.set(id, changes);
    const open = wanted.filter(({ id }) => !known.has(id));
    const found = await Promise.all(
      shares(open).map((share) => compareWithParents(repository.place, share, repository.partial)),
    );
    for (const [id, changes] of found.flatMap((part) => [...part])) known.set(id, changes);
    if (stored !== undefined) saveChanges(stored, new Map(open.flatMap(({ id }) => entryOf(known, id))));
    for (const { id } of wanted) asked.add(id);
  };

  let last: Promise<void> = Promise.resolve();
  return async (commits) => {
    const distinct = [...new Map(commits.map((commit) => [commit.id, commit])).values()];
    // One after the other: the second may want what the first reads, unless git failed in it.
    const own = last.catch(() => undefined).then(() => read(distinct.filter(({ id }) => !asked.has(id))));
    last = own;
    await own;
    return new Map(distinct.flatMap(({ id }) => entryOf(known, id)));
  };
}

/** Parts of equal length, one for each processor at most. */
function shares<T>(list: readonly T[]): readonly (readonly T[])[] {
  const count = Math.min(availableParallelism(), Math.ceil(list.length / SHARE));
  const size = Math.ceil(list.length / count);
  const parts = Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size));
  return parts.filter((part) => part.length > 0);
}

function entryOf<V>(map: ReadonlyMap<string, V>, key: string): [string, V][] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}
