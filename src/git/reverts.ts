import type { FoundCommit, Places } from "../model/history.js";
import { readMessages } from "./messages.js";
import type { Repository } from "./repository.js";

/** Git's own words, in any locale that is used here (see environment.ts). */
const REVERTS = /\bThis reverts commit ([0-9a-f]{7,64})\b/g;
/** Clocks differ between machines, in seconds. */
const SKEW = 86_400;

/**
 * Finds for each commit the revert that took it back, among the ancestors of `start`. A revert that was itself reverted
 * gives the commit back.
 */
export async function findReverts(
  repository: Repository,
  start: string | undefined,
  commits: readonly FoundCommit[],
): Promise<Places["reverts"]> {
  const found = new Map<string, { id: string; time: number }>();
  if (start === undefined || commits.length === 0) return found;
  const since = Math.min(...commits.map(({ committerTime }) => committerTime)) - SKEW;
  const list = await readMessages(repository, {
    from: [start],
    since,
    grep: ["This reverts commit"],
  });
  if (list === undefined) return found;
  // Newest first: a revert that a later one took back no longer counts.
  const undone: string[] = [];
  for (const { id, time, body } of list) {
    if (undone.some((prefix) => id.startsWith(prefix))) continue;
    for (const [, target = ""] of body.matchAll(REVERTS)) {
      undone.push(target);
      for (const commit of commits) {
        if (commit.id.startsWith(target) && commit.id !== id && !found.has(commit.id))
          found.set(commit.id, { id, time });
      }
    }
  }
  return found;
}
