import type { FoundCommit, Places } from "../model/history.js";
import type { Message } from "./messages.js";

/** Git's own words, in any locale that is used here (see environment.ts). */
export const REVERT_MARK = "This reverts commit";
const REVERTS = /\bThis reverts commit ([0-9a-f]{7,64})\b/g;
/** Clocks differ between machines, in seconds. */
const SKEW = 86_400;

/** A commit that says of itself that it takes back others, by ids as it gives them. */
export interface Revert {
  readonly id: string;
  readonly time: number;
  readonly targets: readonly string[];
}

/** A commit's message as a revert; undefined for any other. */
export function asRevert({ id, time, body }: Omit<Message, "subject">): Revert | undefined {
  const targets = Array.from(body.matchAll(REVERTS), ([, target = ""]) => target);
  return targets.length === 0 ? undefined : { id, time, targets };
}

/** What was committed earlier takes back none of these commits, in seconds since 1970. */
export function revertsSince(commits: readonly FoundCommit[]): number {
  return (
    commits.reduce((oldest, { committerTime }) => Math.min(oldest, committerTime), Number.POSITIVE_INFINITY) - SKEW
  );
}

/** For each commit the revert that took it back for good; the reverts are given newest first. */
export function takenBack(reverts: readonly Revert[], commits: readonly FoundCommit[]): Places["reverts"] {
  const found = new Map<string, { id: string; time: number }>();
  // Newest first: a revert that a later one took back no longer counts.
  const undone: string[] = [];
  for (const { id, time, targets } of reverts) {
    if (undone.some((prefix) => id.startsWith(prefix))) continue;
    for (const target of targets) {
      undone.push(target);
      for (const commit of commits) {
        if (commit.id.startsWith(target) && commit.id !== id && !found.has(commit.id))
          found.set(commit.id, { id, time });
      }
    }
  }
  return found;
}
