import { MAX_VERSION_PATHSPECS } from "./limits.js";
import { type Walk, walkLog } from "./log-walk.js";
import { isInnerPath } from "./path-bytes.js";
import type { Repository } from "./repository.js";

/** One committed state of a file. */
export interface FileVersion {
  readonly commit: string;
  readonly blob: string;
}

/**
 * Finds for each path the newest commit that touched it, in one walk for all. Paths that are not in the history, that were
 * deleted last, or that time did not suffice for are left out.
 */
export async function findLastChanges(
  repository: Repository,
  from: readonly string[],
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const open = new Set(paths);
  const found = new Map<string, string>();
  if (open.size === 0 || from.length === 0) return found;
  await walkLog(repository.place, { from, paths: [...open], fullHistory: false }, ({ path, commit, after }) => {
    if (!open.delete(path)) return false;
    // At the edge of a shallow clone every file looks new.
    if (after !== undefined && !repository.boundary.has(commit)) found.set(path, commit);
    return open.size === 0;
  });
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
  await walkLog(repository.place, walk, ({ path, commit, after }) => {
    if (!open.has(path) || after === undefined || repository.boundary.has(commit)) return false;
    const versions = found.get(path) ?? [];
    found.set(path, versions);
    if (versions.push({ commit, blob: after }) >= limit) open.delete(path);
    return open.size === 0;
  });
  return found;
}
