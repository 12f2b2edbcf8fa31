import type { Range } from "./range.js";

/** Why nothing can be said of a claim. */
export type Reason =
  | "no-subject"
  | "ambiguous-scope"
  | "incomplete-parts"
  | "no-repository"
  | "shallow-clone"
  | "partial-clone"
  | "history-not-read"
  | "commit-not-found"
  | "branch-not-found"
  | "path-not-found"
  | "ambiguous-path"
  | "not-in-commit"
  | "outside-repository"
  | "ignored-path"
  | "changed-since-date"
  | "not-measurable";

/** Reasons that another checkout would remove; the others lie in the report's own wording. */
export const MISSING_EVIDENCE: readonly Reason[] = [
  "no-repository",
  "shallow-clone",
  "partial-clone",
  "history-not-read",
];

/** A place that took part in a computation. */
export interface Evidence {
  readonly range: Range;
  readonly text: string;
}

/** How a figure was computed, in words, and from where. */
export interface Derivation {
  /** "2 + 2 + 4 + 4 + 2 + 8 (rows marked done)". */
  readonly how: string;
  readonly from: readonly Evidence[];
  /** A git command that shows it, for evidence from git. */
  readonly proof?: string | undefined;
}

/** What was computed, for whoever writes it in place of what is stated. */
export interface ComputedValue {
  readonly low: number;
  readonly high: number;
  /** No other sensible way of computing it gives another value. */
  readonly certain: boolean;
}

/** How a cited commit fails its report. `reverted-since`: after the report was last written. */
export type Defect = "missing" | "unreachable" | "reverted" | "reverted-since";

/** One way of computing a figure: its value, and how. */
export interface ComputedWay {
  readonly low: number;
  readonly high: number;
  readonly by: Derivation;
}

export type Verdict = (
  | { readonly kind: "consistent"; readonly by: Derivation }
  | {
      readonly kind: "contradicted";
      /** As written. */
      readonly stated: string;
      /** For people, with its unit. */
      readonly computed: string;
      /** Unrounded; undefined where it is no number, or where no single one is right. */
      readonly value?: ComputedValue;
      readonly by: Derivation;
      /** |stated - computed| / computed, where both are numbers. */
      readonly deviation: number | undefined;
      /** 100%, "complete" or "ready" turn out not to be. */
      readonly changesConclusion: boolean;
      /** What is wrong where one kind of claim can be wrong in several ways. */
      readonly defect?: Defect;
    }
  | { readonly kind: "cannot-tell"; readonly reason: Reason }
) & {
  /** All the ways that were tried, for whoever has to compute the figure anew; absent where there is no figure. */
  readonly ways?: readonly ComputedWay[];
};
