import type { RepositoryState } from "../model/history.js";
import type { GitPlace } from "./environment.js";

/** A repository that was found, and how to ask it. */
export interface Repository {
  readonly place: GitPlace;
  /** Absolute path of the checkout; undefined when there is none to look at. */
  readonly top: string | undefined;
  readonly name: string;
  /** The git directory that linked worktrees share. */
  readonly commonDir: string;
  /** Commits whose parents were cut off. */
  readonly boundary: ReadonlySet<string>;
  readonly shallow: boolean;
  readonly partial: boolean;
  /** Only some branches were fetched: one that is not here may well exist. */
  readonly fewBranches: boolean;
}

/** The result of looking for a repository. */
export type Discovery = Repository | Exclude<RepositoryState, { readonly state: "present" }>;
