import { BlockersError } from "../errors.js";
import type { History } from "../model/history.js";
import { discoverFrom, discoverNamed } from "./discover.js";
import type { Environment } from "./environment.js";
import { createGitHistory } from "./git-history.js";
import { withIndexFile } from "./index-file.js";
import type { Discovery } from "./repository.js";
import { isMissingGit } from "./run.js";
import { createSilentHistory } from "./silent-history.js";

/** Where to look for the repository. */
export interface OpenOptions {
  /** The working directory: the repository around it is used. */
  readonly cwd: string;
  /** `--repo`: a checkout or a bare git directory, used instead. */
  readonly repository?: string | undefined;
  /** Where PATH and HOME come from; the process's own environment by default. */
  readonly env?: Environment | undefined;
  /** `--staged`: the files of the index are judged, not those on disk; GIT_INDEX_FILE says which index. */
  readonly index?: boolean | undefined;
  /** Keeps what can never change in the git directory, for the next run; nothing is kept by default. */
  readonly cache?: boolean | undefined;
}

/**
 * Finds the repository and returns its history. Without one, with one that git refuses, or without
 * git itself, the history knows nothing and says why. Raises a git error for a repository that was asked for by name and
 * cannot be used, for an index that may be another's, and where git fails.
 */
export async function openHistory(options: OpenOptions): Promise<History> {
  const found = await discover(options);
  if (!("place" in found)) return createSilentHistory(found);
  if (!options.index) return createGitHistory(found, { cache: options.cache });
  return createGitHistory(await withIndexFile(found, options.cwd, options.env), { judged: "index" });
}

async function discover({ cwd, repository, env }: OpenOptions): Promise<Discovery> {
  if (repository === undefined) {
    return discoverFrom(cwd, env).catch((error: unknown): Discovery => {
      // Reports can be checked without git where there is none.
      if (isMissingGit(error)) return { state: "unreadable", why: error.message };
      throw error;
    });
  }
  const found = await discoverNamed(repository, env);
  if ("place" in found) return found;
  const reason = found.state === "absent" ? "is not a git repository" : `cannot be used: ${found.why}`;
  throw new BlockersError("git", `--repo ${repository} ${reason}`, [
    "give the folder of a checkout or of a bare repository, or leave --repo out to use the repository around the current folder",
  ]);
}
