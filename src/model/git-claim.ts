import type { ClaimBase } from "./claim-base.js";
import type { Quantity } from "./quantity.js";

/** A cited commit. */
export interface CommitClaim extends ClaimBase {
  readonly kind: "commit";
  /** Lower-case hex, as written. */
  readonly id: string;
}

/** "abc1234 Add the login form": the subject that a report gives for a commit. */
export interface CommitSubjectClaim extends ClaimBase {
  readonly kind: "commit-subject";
  readonly id: string;
  readonly stated: string;
}

/** "abc1234 (2025-11-02)": the day that a report gives for a commit. */
export interface CommitDateClaim extends ClaimBase {
  readonly kind: "commit-date";
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** "**Branch**: `feature/login`". */
export interface BranchClaim extends ClaimBase {
  readonly kind: "branch";
  readonly name: string;
}

/** What a line says was done to the files it names. */
export type FileAction = "created" | "modified" | "deleted" | "none";

/** A path that is cited as being there. */
export interface PathClaim extends ClaimBase {
  readonly kind: "path";
  readonly path: string;
  /** From "main.py:91". */
  readonly line: number | undefined;
  readonly link: boolean;
  readonly action: FileAction;
  /** Commits cited by the same line, entry or section, the nearest first. */
  readonly commits: readonly string[];
}

/** How a count of lines is worded. */
export type LineWording = "total" | "added" | "removed" | "changed";

/** A file listed as created, modified or deleted beside a cited commit. */
export interface FileChangeClaim extends ClaimBase {
  readonly kind: "file-change";
  readonly path: string;
  readonly action: FileAction;
  readonly commits: readonly string[];
}

/** "foo.py (332 lines)". */
export interface LinesClaim extends ClaimBase {
  readonly kind: "lines";
  readonly path: string;
  /** Further files that the figure may count together with the first. */
  readonly others: readonly string[];
  /** Where all counts of its list are multiples of 10, 50 or 100, they are rounded to it; 1 otherwise. */
  readonly step: number;
  readonly quantity: Quantity;
  readonly wording: LineWording;
  /** The line or its label says that the file was created, so that the figure counts all of it. */
  readonly whole: boolean;
  readonly commits: readonly string[];
}

/** "Commit a15415e - 1,017 lines", "Lines added: ~3,500" over all cited commits. */
export interface CommitSizeClaim extends ClaimBase {
  readonly kind: "commit-size";
  readonly quantity: Quantity;
  readonly wording: LineWording;
  /** The commits that it may mean, the likeliest first: a total may close its section or the one above. */
  readonly scopes: readonly (readonly string[])[];
  /** "Remove the old module (6 files, 702 lines)": only so many files of the commit are meant. */
  readonly part?: { readonly files: number; readonly action: FileAction; readonly topic: readonly string[] };
}

/** "Router fixes (15 files)" of a commit; "48 files created" over several. */
export interface FileCountClaim extends ClaimBase {
  readonly kind: "file-count";
  readonly quantity: Quantity;
  readonly action: FileAction;
  readonly commits: readonly string[];
  /** Words of the claim that may name a folder. */
  readonly topic: readonly string[];
}

/** "5 commits" over the commits that are listed. */
export interface CommitCountClaim extends ClaimBase {
  readonly kind: "commit-count";
  readonly quantity: Quantity;
  readonly commits: readonly string[];
}

/** A claim that only git can settle; `CommitCountClaim` counts what the report itself lists. */
export type GitClaim =
  | CommitClaim
  | CommitSubjectClaim
  | CommitDateClaim
  | BranchClaim
  | PathClaim
  | FileChangeClaim
  | LinesClaim
  | CommitSizeClaim
  | FileCountClaim;
