import type { FileState } from "../model/history.js";
import { isInnerPath } from "../model/path-bytes.js";
import { MAX_VERSION_PATHSPECS } from "./limits.js";
import { type Walk, walkLog } from "./log-walk.js";
import type { Repository } from "./repository.js";
import { requireSound } from "./run.js";

/** One committed state of a file. */
export interface FileVersion {
  readonly commit: string;
  readonly blob: string;
}

/** The newest commit that touched a file, and whether it brought it. */
export interface LastChange {
  readonly commit: string;
  readonly created: boolean;
}

const WALK = "walk through the history";
/** More states of one file are not looked at. */
const MAX_STATES = 200;

/** Lists for each path its committed states up to a commit with their times, newest first, in one walk for all. */
export async function findStates(
  repository: Repository,
  from: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly FileState[]>> {
  const wanted = new Set(paths.filter(isInnerPath));
  const found = new Map<string, FileState[]>();
  if (wanted.size === 0) return found;
  const walk: Walk = { from: [from], paths: [...wanted], maxPathspecs: MAX_VERSION_PATHSPECS, fullHistory: true };
  const end = await walkLog(repository.place, walk, ({ path, after, time }) => {
    const states = found.get(path) ?? [];
    if (wanted.has(path) && after !== undefined && states.length < MAX_STATES)
      found.set(path, [...states, { time, blob: after }]);
    return false;
  });
  requireSound(repository, WALK, end);
  return found;
}

/**
 * Finds for each path the newest commit that touched it, in one walk for all. Paths that are not in the history, that were
 * deleted last, or that time did not suffice for are left out. `present` says that each path is there at one of the starts.
 */
export async function findLastChanges(
  repository: Repository,
  from: readonly string[],
  paths: readonly string[],
  present = false,
): Promise<ReadonlyMap<string, LastChange>> {
  const open = new Set(paths);
  const found = new Map<string, LastChange>();
  if (open.size === 0 || from.length === 0) return found;
  const end = await walkLog(
    repository.place,
    { from, paths: [...open], fullHistory: false },
    ({ path, commit, after, created }) => {
      // One start may lie behind the deletion of what is there at another.
      if (present && after === undefined) return false;
      if (!open.delete(path)) return false;
      // At the edge of a shallow clone every file looks new.
      if (after !== undefined && !repository.boundary.has(commit)) found.set(path, { commit, created });
      return open.size === 0;
    },
  );
  requireSound(repository, WALK, end);
  return found;
}

/** Lists for each path its committed states up to a commit, newest first, in one walk for all; paths that have none are left out. */
export async function findVersions(
  repository: Repository,
  from: string,
  paths: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, readonly FileVersion[]>> {
  const open = new Set(paths.filter(isInnerPath));
  const found = new Map<string, FileVersion[]>();
  if (open.size === 0 || limit <= 0) return found;
  const walk: Walk = { from: [from], paths: [...open], maxPathspecs: MAX_VERSION_PATHSPECS, fullHistory: false };
  const end = await walkLog(repository.place, walk, ({ path, commit, after }) => {
    if (!open.has(path) || after === undefined || repository.boundary.has(commit)) return false;
    const versions = found.get(path) ?? [];
    found.set(path, versions);
    if (versions.push({ commit, blob: after }) >= limit) open.delete(path);
    return open.size === 0;
  });
  requireSound(repository, WALK, end);
  return found;
}
