import { realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { BlockersError } from "../errors.js";
import { type Environment, hookVariables } from "./environment.js";
import type { Repository } from "./repository.js";

/**
 * The repository with the index that git names to its hooks: under `git commit -a` and `git commit FILE` what will be
 * committed is in a temporary one. It is taken only when it lies in the git directory that was found, or when GIT_DIR says that
 * both belong together; that of another repository, whose hook may have led here, is not. Raises a git error where it cannot be
 * told whose it is.
 */
export async function withIndexFile(repository: Repository, cwd: string, outer?: Environment): Promise<Repository> {
  const { place, top } = repository;
  const hook = hookVariables(outer);
  if (hook.index === undefined || hook.index === "" || top === undefined) return repository;
  // As git does: it goes to the top first.
  const path = resolve(top, hook.index);
  const gitDir = realPath(place.env.GIT_DIR ?? "");
  const folder = realPath(dirname(path));
  if (folder === undefined || !isFile(path)) return repository;
  const together = hook.gitDir !== undefined && realPath(resolve(cwd, hook.gitDir)) === gitDir;
  if (folder === gitDir || together)
    return { ...repository, place: { ...place, env: { ...place.env, GIT_INDEX_FILE: path } } };
  if (isFile(join(folder, "HEAD"))) return repository;
  throw new BlockersError("git", "GIT_INDEX_FILE names an index that may not be this repository's", [
    "set GIT_DIR as well, or unset GIT_INDEX_FILE to judge the repository's own index",
  ]);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
