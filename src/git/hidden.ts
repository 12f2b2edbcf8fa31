import { lstatSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Repository } from "./repository.js";
import { runGit } from "./run.js";

/**
 * The nearest folder upward that git may take for a bare repository, where none that is a checkout lies between; undefined
 * where there is none, or where it cannot be seen.
 */
export function nearestBare(folder: string): string | undefined {
  try {
    for (let at = realpathSync.native(folder); ; at = dirname(at)) {
      const has = (name: string): boolean => lstatSync(join(at, name), { throwIfNoEntry: false }) !== undefined;
      if (has(".git") || dirname(at) === at) return undefined;
      if (has("HEAD") && ((has("objects") && has("refs")) || has("commondir"))) return at;
    }
  } catch {
    return undefined;
  }
}

/** Whether a bare repository is among the tracked files of another, where whoever wrote these has put it. */
export async function isAmongFiles({ place, top }: Repository, bare: string): Promise<boolean> {
  if (top === undefined) return false;
  const path = relative(top, join(bare, "HEAD")).split(sep).join("/");
  const end = await runGit(place, ["ls-files", "-z", "--", path]);
  return end.code === 0 && end.stdout.length > 0;
}
