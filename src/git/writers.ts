import type { FileChange } from "../model/history.js";
import type { ChangeReader } from "./change-reader.js";
import { hasWholeDiff, resolveRevision } from "./commits.js";
import { findLastChanges } from "./last-changes.js";
import type { ObjectReader } from "./object-reader.js";
import type { CommitRecord } from "./parse-commit.js";
import type { Repository } from "./repository.js";

/** The commit that last wrote a report. */
export interface Writer {
  readonly commit: CommitRecord;
  /** The report was not there before, at least not under this name. */
  readonly created: boolean;
}

/** By report path. */
export type Writers = ReadonlyMap<string, Writer>;

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
  const touches = await findLastChanges(repository, from, reports, present);
  const found = [...touches].map(async ([report, { commit: id, created }]) => {
    const commit = await resolveRevision(reader, id);
    return commit === undefined ? [] : [[report, { commit, created }] as const];
  });
  return new Map((await Promise.all(found)).flat());
}

/** The commits of which it has to be known what they changed, to follow reports that they may only have moved. */
export function maybeMoves(repository: Repository, writers: Writers): readonly CommitRecord[] {
  return (
    [...writers.values()]
      // Where objects are missing, what cannot be compared is not said to have written anything.
      .filter(({ commit, created }) => hasWholeDiff(repository, commit) && (created || repository.partial))
      .map(({ commit }) => commit)
  );
}

/**
 * Replaces commits that only moved a report by the one that wrote its text: a report in an archive folder speaks of the
 * day it was written. Costs further processes only when there is such a move.
 */
export async function followMoves(
  repository: Repository,
  reader: ObjectReader,
  touched: Writers,
  readChanges: ChangeReader,
): Promise<Writers> {
  const writers = new Map(touched);
  const paths = new Map([...touched.keys()].map((report) => [report, report]));
  for (let move = 0; move < MAX_MOVES; move++) {
    const changes = await readChanges(maybeMoves(repository, pick(writers, paths.keys())));
    const moves = [...paths].flatMap(([report, path]) => {
      const commit = writers.get(report)?.commit;
      const former = commit && formerPath(changes.get(commit.id), path);
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
      const writer = earlier.get(former);
      if (writer === undefined) continue;
      writers.set(report, writer);
      paths.set(report, former);
    }
  }
  return writers;
}

function pick(writers: Writers, reports: Iterable<string>): Writers {
  return new Map([...reports].flatMap((report) => [[report, writers.get(report)] as const]).filter(isWriter));
}

function isWriter(entry: readonly [string, Writer | undefined]): entry is [string, Writer] {
  return entry[1] !== undefined;
}

/** Where a file was before a commit that moved it without changing a byte. */
function formerPath(changes: readonly FileChange[] | undefined, path: string): string | undefined {
  const change = changes?.find((candidate) => candidate.path === path);
  return change?.status === "renamed" && change.before === change.after ? change.from : undefined;
}
