import { walkLog } from "./log-walk.js";
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

/** Lists the committed states of one file up to a commit, newest first. */
export async function findVersions(
  repository: Repository,
  from: string,
  path: string,
  limit: number,
): Promise<readonly FileVersion[]> {
  const versions: FileVersion[] = [];
  if (limit <= 0) return versions;
  await walkLog(repository.place, { from: [from], paths: [path], fullHistory: false }, (touch) => {
    if (touch.path !== path || repository.boundary.has(touch.commit)) return false;
    if (touch.after !== undefined) versions.push({ commit: touch.commit, blob: touch.after });
    return versions.length >= limit;
  });
  return versions;
}
