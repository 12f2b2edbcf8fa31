import type { Range } from "./range.js";

/** What the comments that suppress findings start with; `blockers-enable` ends a `blockers-disable`. */
export const SUPPRESSION_WORDS = [
  "blockers-disable-next-line",
  "blockers-disable-line",
  "blockers-disable",
  "blockers-disable-file",
  "blockers-enable",
] as const;

export type SuppressionWord = (typeof SUPPRESSION_WORDS)[number];

/** A rule as a comment names it; whether there is such a rule is not known here. */
export interface NamedRule {
  readonly id: string;
  readonly range: Range;
  /** Findings that start in here are meant. Nothing, for a comment that ends a suppression. */
  readonly extent: Range;
}

/** A comment in a report that is meant to suppress findings. Ranges are those of the repaired text. */
export interface Suppression {
  /** As written. */
  readonly word: string;
  /** Undefined for a word that means nothing. */
  readonly kind: SuppressionWord | undefined;
  readonly rules: readonly NamedRule[];
  /** "" where none is given. */
  readonly reason: string;
  /** The comment. */
  readonly range: Range;
  /** What goes with it when it is deleted: its lines where it stands alone, else the blanks before it. */
  readonly removal: Range;
  /** It stands between the rows of a table, which ends there for everybody who reads markdown. */
  readonly cutsTable: boolean;
}

/** What is wrong with such a comment, or with one rule that it names. */
export interface SuppressionFault {
  readonly kind:
    | "unknown-word"
    | "cuts-table"
    | "no-rule"
    | "unknown-rule"
    | "itself"
    | "no-reason"
    | "unused"
    | "ends-nothing";
  /** The comment, or the name of a rule in it. */
  readonly range: Range;
  /** The word or the rule's name that it is about. */
  readonly name: string;
  /** The nearest right one, if one is near. */
  readonly meant: string | undefined;
  /** What to delete; undefined where the comment has to be put right instead. */
  readonly removal: Range | undefined;
}
