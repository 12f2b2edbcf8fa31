import { type Walk, walkLog } from "./log-walk.js";
import type { Repository } from "./repository.js";
import { requireSound } from "./run.js";

/** Paths still looked for, as they were asked. */
export interface PathSearch {
  /** Notes that a file existed, and with it every folder above it. */
  see(path: string): void;
  found(): ReadonlySet<string>;
  /** What is not yet seen, without a trailing slash. */
  missing(): readonly string[];
}

/** Makes a search for files and folders; a folder may be asked with or without its trailing slash. */
export function createPathSearch(paths: readonly string[]): PathSearch {
  const wanted = new Map<string, string[]>();
  for (const path of paths) {
    const key = path.replace(/\/+$/, "");
    if (key !== "") wanted.set(key, [...(wanted.get(key) ?? []), path]);
  }
  const found = new Set<string>();
  const visited = new Set<string>();
  const take = (key: string): void => {
    for (const path of wanted.get(key) ?? []) found.add(path);
    wanted.delete(key);
  };
  return {
    see(path) {
      take(path);
      for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
        const folder = path.slice(0, end);
        if (visited.has(folder)) return;
        visited.add(folder);
        take(folder);
      }
    },
    found: () => found,
    missing: () => [...wanted.keys()],
  };
}

/** Walks all ancestors until every path was seen; false when the history could not be read to its end. */
export async function searchHistory(
  repository: Repository,
  search: PathSearch,
  from: readonly string[],
): Promise<boolean> {
  const walk: Walk = { from, paths: search.missing(), fullHistory: true };
  const end = await walkLog(repository.place, walk, ({ path }) => {
    search.see(path);
    return search.missing().length === 0;
  });
  requireSound(repository, "walk through the history", end);
  return end.outcome === "stopped" || (end.outcome === "ended" && end.code === 0 && !repository.shallow);
}
