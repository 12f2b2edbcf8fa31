import type { ChangeQueries } from "./snapshot.js";

/** What git can be asked. The implementation is in `git/`; rules and evidence see only these facts. */

/** One file in one commit, compared with the commit's first parent. */
export interface FileChange {
  readonly path: string;
  /** `renamed` carries the former path in `from`. */
  readonly status: "added" | "modified" | "deleted" | "renamed" | "type-changed";
  readonly from?: string;
  /** Lines; undefined for a binary file. */
  readonly insertions: number | undefined;
  readonly deletions: number | undefined;
  /** Blob ids; undefined on the side where the file does not exist. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface FoundCommit {
  readonly state: "found";
  /** The full object id. */
  readonly id: string;
  readonly parents: readonly string[];
  /** Seconds since 1970. */
  readonly authorTime: number;
  readonly committerTime: number;
  readonly subject: string;
  /** Against the first parent, or the empty tree for a root commit; undefined where they were not asked for. */
  readonly changes: readonly FileChange[] | undefined;
  /** Sums over `changes`, in lines. */
  readonly insertions: number | undefined;
  readonly deletions: number | undefined;
}

/** `unknown`: git could not say (time-out, partial clone, no repository). */
export type CommitFact =
  | FoundCommit
  | { readonly state: "missing" }
  | { readonly state: "ambiguous" }
  | { readonly state: "not-a-commit"; readonly type: string }
  | { readonly state: "unknown" };

/** Where file content can be looked up at one moment: path -> blob id, or `worktree:PATH` for a file on disk. */
export interface Tree {
  readonly files: ReadonlyMap<string, string>;
  /** Folders that are repositories of their own (submodules): what lies below them cannot be looked up here. */
  readonly submodules: ReadonlySet<string>;
  /** For the working tree: the blob ids of tracked files in the index. */
  readonly staged?: ReadonlyMap<string, string>;
}

/** A moment at which a claim about files may be judged (DESIGN section 7). */
export interface Moment {
  readonly kind: "cited" | "report" | "day" | "ref" | "as-of" | "head" | "worktree" | "index";
  /** Full commit id; undefined for the working tree and the index. */
  readonly commit: string | undefined;
  /** When it was committed, in seconds since 1970; undefined where there is no commit. */
  readonly time?: number;
  /** For people: "b32a4d7", "the working tree". */
  readonly label: string;
  readonly tree: Tree;
}

export interface SurveyQuery {
  /** `--as-of REV`, as typed. */
  readonly asOf?: string | undefined;
  /** Repository-relative paths of the reports of this run. */
  readonly reports: readonly string[];
  /** Cited commit ids as written: 7 to 64 lower-case hex digits. */
  readonly commits: readonly string[];
  /** Those of them whose changes are wanted, which cost far more than all else; all by default. */
  readonly compared?: readonly string[] | undefined;
  /** Branches or tags that speak for the project, from the configuration: each is a further moment of every report. */
  readonly refs?: readonly string[] | undefined;
}

/** What is asked of the place of commits and branches in the history. */
export interface PlacesQuery {
  /** Full ids. */
  readonly commits: readonly FoundCommit[];
  /** Subjects that a report gives for commits that are not there. */
  readonly subjects: readonly string[];
  /** Names of branches or tags. */
  readonly branches: readonly string[];
  /** `--as-of REV`: reverts count up to there, otherwise up to HEAD. */
  readonly asOf?: string | undefined;
  /** Configured refs: what none of them contains counts as unreachable; all refs by default. */
  readonly refs?: readonly string[] | undefined;
}

/** A commit that stands for another: the same change or the same subject after a rebase or a squash. */
export interface Successor {
  readonly id: string;
  readonly subject: string;
  readonly by: "patch" | "subject";
}

/** Where commits and branches stand. What could not be told is left out. */
export interface Places {
  /** By full id: whether some ref contains it. */
  readonly reachable: ReadonlyMap<string, boolean>;
  /** By full id of a commit that no ref contains, or by subject. */
  readonly successors: ReadonlyMap<string, Successor>;
  /** By full id: the commit that took it back for good, and when (seconds since 1970). */
  readonly reverts: ReadonlyMap<string, { readonly id: string; readonly time: number }>;
  /** By name as asked: a ref, or merged under that name, or neither. */
  readonly branches: ReadonlyMap<string, "ref" | "merged" | "absent">;
}

/** Why there is no repository to ask, or what is missing in it. */
export type RepositoryState =
  | { readonly state: "absent" }
  | { readonly state: "unreadable"; readonly why: string }
  | {
      readonly state: "present";
      readonly bare: boolean;
      readonly shallow: boolean;
      /** Objects may be missing and are never fetched (a partial clone). */
      readonly partial: boolean;
      /** No commit yet. */
      readonly unborn: boolean;
      /** Directory name of the repository, for path prefixes; "" if unknown. */
      readonly name: string;
    };

/** What is known of a repository before anything is asked of it. */
export type Beginning =
  | Exclude<RepositoryState, { readonly state: "present" }>
  | { readonly state: "present"; readonly bare: boolean };

export interface Survey {
  readonly repository: RepositoryState;
  /** By the id as it was asked. */
  readonly commits: ReadonlyMap<string, CommitFact>;
  /** By report path: when it speaks, the most telling moment first. Cited commits are not repeated here. */
  readonly moments: ReadonlyMap<string, readonly Moment[]>;
  /** The commit that last wrote each report, where there is one. */
  readonly lastChanges: ReadonlyMap<string, FoundCommit>;
}

/**
 * How long a text is: newlines plus one for an unterminated last line, how many of the lines are not blank, and how many
 * are not empty (white space alone counts there, as for PowerShell's `Measure-Object -Line`).
 */
export interface LineCount {
  readonly lines: number;
  readonly filled: number;
  readonly nonEmpty: number;
}

/** One committed state of a file: its blob, and when it was committed (seconds since 1970). */
export interface FileState {
  readonly time: number;
  readonly blob: string;
}

/** One committed version of a report, newest first in lists. */
export interface ReportVersion {
  readonly commit: string;
  readonly text: string;
  readonly moment: Moment;
}

/** Answers in batches: the number of git processes does not grow with the number of questions. */
export interface History extends ChangeQueries {
  /**
   * Whether there is a repository, and sets git to read what every run needs, while the caller reads the reports. An unknown
   * `asOf` raises a usage error.
   */
  begin(asOf: string | undefined): Promise<Beginning>;
  /** Resolves the reports' moments and the cited commits. An unknown `asOf` raises a usage error. */
  survey(query: SurveyQuery): Promise<Survey>;
  /** Where commits and branches stand; in at most two processes, five where commits were rewritten or branches are gone. */
  places(query: PlacesQuery): Promise<Places>;
  /** The mainline as it was at the end of each day (YYYY-MM-DD, in any time zone), going back from `from` (HEAD by default). */
  dayEnds(days: readonly string[], from: string | undefined): Promise<ReadonlyMap<string, Moment>>;
  /** The length of blobs or of `worktree:PATH`; absent or binary ones are left out. */
  countLines(blobs: readonly string[]): Promise<ReadonlyMap<string, LineCount>>;
  /** UTF-8 text by blob id or `worktree:PATH`; absent, large (over 256 KB) and binary ones, also other encodings, are left out. */
  readTexts(blobs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Which of these paths existed in any ancestor of the commits. "unknown" when the history is cut short
   * or the question took too long.
   */
  everExisted(paths: readonly string[], commits: readonly string[]): Promise<ReadonlySet<string> | "unknown">;
  /**
   * The committed versions of each report up to a commit (HEAD by default), newest first, at most `limit` per report; an empty
   * list where there are none. What time did not suffice for is left out. An unknown `from` raises a usage error.
   */
  versions(
    reports: readonly string[],
    from: string | undefined,
    limit: number,
  ): Promise<ReadonlyMap<string, readonly ReportVersion[]>>;
  /** The committed states of files up to HEAD, newest first, in one walk; what time did not suffice for is left out. */
  states(paths: readonly string[]): Promise<ReadonlyMap<string, readonly FileState[]>>;
  /** Tracked files of the working tree (or of HEAD in a bare repository), repository-relative, sorted. */
  trackedFiles(): Promise<readonly string[]>;
  /** Ends the processes. The object cannot be used afterwards. */
  close(): Promise<void>;
}
