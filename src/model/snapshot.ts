/** What can be asked about the files of one state, and about what changed up to it. The implementation is in `git/`. */

/** The files of the index or of a commit; paths are relative to the repository's top. */
export interface Snapshot {
  /** For people: "the index", "b32a4d7". */
  readonly label: string;
  /** Regular files, and their blob ids. */
  readonly files: ReadonlyMap<string, string>;
  /** Symbolic links: what they lead to may be anything, so that none is read as a report. */
  readonly links: ReadonlySet<string>;
  /** Files of the index whose merge is not settled: there is no one content. */
  readonly unmerged: ReadonlySet<string>;
}

/** What differs between two states; paths are relative to the repository's top. */
export interface Changes {
  /** Files that are there afterwards: added, modified, or under a new name. */
  readonly changed: ReadonlySet<string>;
  /** Files that are there no more, also under their old name. */
  readonly gone: ReadonlySet<string>;
  /** The former name by the new one. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** A state and what led to it. */
export interface ChangedState {
  readonly snapshot: Snapshot;
  readonly changes: Changes;
}

/** Two ids: the commit that both sides come from, and where one of them is now. */
export interface CommitRange {
  readonly base: string;
  readonly head: string;
}

export interface ChangeQueries {
  /** The index, and how it differs from HEAD. Raises a git error without a checkout. */
  staged(): Promise<ChangedState>;
  /**
   * A commit, and what changed since it left the other. Raises a usage error for what names no commit, and a git error where
   * the history that both share is not there.
   */
  between(base: string, head: string): Promise<ChangedState & CommitRange>;
  /**
   * What changed on disk since HEAD left `ref`, by default its upstream or the remote's default branch, committed or not.
   * Files that were edited and not staged are not in it: `edited` tells them. Raises as `between` does.
   */
  changedSince(ref: string | undefined): Promise<{ readonly changes: Changes; readonly base: string }>;
  /**
   * Which of these tracked files hold something else on disk than in the index. Line ends alone are no difference; a file that
   * a filter rewrites differs.
   */
  edited(paths: readonly string[]): Promise<ReadonlySet<string>>;
  /** The content of a blob; undefined where it is absent or longer than `limit`. */
  readBlob(id: string, limit: number): Promise<Uint8Array | undefined>;
}
