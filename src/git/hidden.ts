import { existsSync, lstatSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { GitPlace } from "./environment.js";
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
  return (await indexed(place, [pathIn(top, join(bare, "HEAD"))])).length > 0;
}

/** Whether a folder of a checkout is, or is in, a submodule that is not checked out: whose files lie there is another repository's. */
export async function isInSubmodule({ place, top }: Repository, folder: string): Promise<boolean> {
  if (top === undefined || !existsSync(join(top, ".gitmodules"))) return false;
  const parts = pathIn(top, realpathSync.native(folder)).split("/");
  const folders = parts.map((_, at) => parts.slice(0, at + 1).join("/"));
  return (await indexed(place, folders)).some((entry) => entry.startsWith(SUBMODULE));
}

const SUBMODULE = "160000 ";

function pathIn(top: string, path: string): string {
  return relative(top, path).split(sep).join("/");
}

/** What the index says of paths: their modes and ids. */
async function indexed(place: GitPlace, paths: readonly string[]): Promise<readonly string[]> {
  const named = paths.filter((path) => path !== "");
  if (named.length === 0) return [];
  const end = await runGit(place, ["ls-files", "-s", "-z", "--", ...named]);
  return end.code === 0 ? end.stdout.toString("latin1").split("\0").slice(0, -1) : [];
}
