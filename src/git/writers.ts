import type { FileChange } from "../model/history.js";
import { readChanges } from "./changes.js";
import { hasWholeDiff, resolveRevision } from "./commits.js";
import { findLastChanges } from "./last-changes.js";
import type { ObjectReader } from "./object-reader.js";
import type { CommitRecord } from "./parse-commit.js";
import type { Repository } from "./repository.js";

/** Changes by commit id. */
export type ChangesById = ReadonlyMap<string, readonly FileChange[]>;

/** The commit that last wrote each report, by report path. */
export type Writers = ReadonlyMap<string, CommitRecord>;

/** A report may be filed away more than once; followed this often. */
const MAX_MOVES = 3;

/** Finds the commit that last touched each report, in one walk. */
export async function findWriters(
  repository: Repository,
  reader: ObjectReader,
  from: readonly string[],
  reports: readonly string[],
  present = false,
): Promise<Writers> {
  const versions = await findLastChanges(repository, from, reports, present);
  const commits = await Promise.all([...versions.values()].map((id) => resolveRevision(reader, id)));
  const found = [...versions.keys()].map((report, index) => [report, commits[index]] as const);
  return new Map(found.flatMap(([report, commit]) => (commit === undefined ? [] : [[report, commit] as const])));
}

/**
 * Replaces commits that only moved a report by the one that wrote its text: a report in an archive folder speaks of the
 * day it was written. Costs further processes only when there is such a move.
 */
export async function followMoves(
  repository: Repository,
  reader: ObjectReader,
  touched: Writers,
  changes: ChangesById,
): Promise<{ readonly writers: Writers; readonly changes: ChangesById }> {
  const writers = new Map(touched);
  const known = new Map(changes);
  const paths = new Map([...touched.keys()].map((report) => [report, report]));
  for (let move = 0; move < MAX_MOVES; move++) {
    const moves = [...paths].flatMap(([report, path]) => {
      const commit = writers.get(report);
      const former = commit && formerPath(known.get(commit.id), path);
      return former === undefined ? [] : [{ report, former, commit }];
    });
    paths.clear();
    if (moves.length === 0) break;
    const starts = [...new Set(moves.flatMap(({ commit }) => commit?.parents.slice(0, 1) ?? []))];
    const earlier = await findWriters(
      repository,
      reader,
      starts,
      moves.map(({ former }) => former),
      true,
    );
    for (const { report, former } of moves) {
      const commit = earlier.get(former);
      if (commit === undefined) continue;
      writers.set(report, commit);
      paths.set(report, former);
    }
    const open = [...earlier.values()].filter((commit) => !known.has(commit.id) && hasWholeDiff(repository, commit));
    for (const [id, list] of await readChanges(repository.place, open, repository.partial)) known.set(id, list);
  }
  return { writers, changes: known };
}

/** Where a file was before a commit that moved it without changing a byte. */
function formerPath(changes: readonly FileChange[] | undefined, path: string): string | undefined {
  const change = changes?.find((candidate) => candidate.path === path);
  return change?.status === "renamed" && change.before === change.after ? change.from : undefined;
}
