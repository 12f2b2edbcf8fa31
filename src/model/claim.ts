import type { ClaimBase } from "./claim-base.js";
import type { CommitCountClaim, GitClaim } from "./git-claim.js";
import type { Item, Mention } from "./item.js";
import type { Quantity } from "./quantity.js";
import type { Range } from "./range.js";
import type { Table } from "./report.js";
import type { Status } from "./status.js";

/** "4 of 5 blockers resolved": so many of so many have a status. */
export interface FractionClaim extends ClaimBase {
  readonly kind: "fraction";
  readonly part: number;
  readonly partRange: Range;
  readonly whole: number;
  /** Singular, lower case; "" when nothing is named. */
  readonly noun: string;
  /** The status that the part counts. */
  readonly counts: "done" | "open" | "unknown";
  /** The line goes on to name what it counts: "2 of 3 done (login, upload)". */
  readonly named: boolean;
}

/** "80% (4 of 5)": a percentage beside its own ratio. */
export interface RatioClaim extends ClaimBase {
  readonly kind: "ratio";
  readonly percent: Quantity;
  readonly part: number;
  readonly whole: number;
}

/** "Overall: 71%" in a totals row. */
export interface OverallClaim extends ClaimBase {
  readonly kind: "overall";
  readonly percent: Quantity;
  readonly table: Table;
  readonly row: number;
  readonly column: number;
}

/** One cell of a totals row, or a "Total: 904 lines" under a list. */
export interface TotalClaim extends ClaimBase {
  readonly kind: "total";
  readonly quantity: Quantity;
  /** Sums that a reader would accept; the claim is contradicted only if it equals none. */
  readonly sums: readonly PartialSum[];
  /** True where the parts may have things in common, which a total counts once. */
  readonly distinct?: boolean;
  /** True where there are too many further sums to read: one of them may agree. */
  readonly crowded?: boolean;
}

/** Parts to be added, and what they are. */
export interface PartialSum {
  readonly parts: readonly { readonly quantity: Quantity; readonly range: Range }[];
  /** "rows marked done", "the entries above". */
  readonly what: string;
  /** False when some part is not stated: the sum is then only a lower bound. */
  readonly complete: boolean;
  /** Parts in different units do not add up: the sum may agree by chance but convicts nobody. */
  readonly mixed?: boolean;
}

/** "Created (11 files):" above a list, a table or a fence. */
export interface ListCountClaim extends ClaimBase {
  readonly kind: "list-count";
  readonly quantity: Quantity;
  /** The denominator of "(12/35)". */
  readonly whole: number | undefined;
  /** Words beside such a share say which of all are meant: "(1 of 4 blocked)". */
  readonly qualified: boolean;
  readonly noun: string;
  readonly counted: readonly ListSize[];
}

/** One sensible way to count what is listed. */
export interface ListSize {
  readonly size: number;
  readonly what: string;
  /** Only entries with some mark are counted. */
  readonly byMark?: boolean;
  /** Counted are those that are marked done, and each tells whether it is: what a bare "(2/3)" above them says. */
  readonly done?: boolean;
  /** A directory or a pattern stands for more than one: the true size may be larger. */
  readonly open: boolean;
  readonly range: Range;
  /** The listing cannot be meant otherwise, whatever the distance: groups of files with stated sizes. */
  readonly strong?: boolean;
}

/** "9 files (6 new, 3 modified)". */
export interface BreakdownClaim extends ClaimBase {
  readonly kind: "breakdown";
  readonly whole: number;
  readonly wholeRange: Range;
  readonly parts: readonly { readonly count: number; readonly label: string; readonly range: Range }[];
  /** The parts must add up to the whole. */
  readonly exhaustive: boolean;
  /** What the report's own listing holds, by label, when it lists as many as the whole. */
  readonly listed:
    | readonly { readonly label: string; readonly count: number; readonly ranges: readonly Range[] }[]
    | undefined;
}

/** "8 hours remaining", "Remaining: 2 blockers". */
export interface RemainingClaim extends ClaimBase {
  readonly kind: "remaining";
  readonly quantity: Quantity;
  readonly noun: string;
  /** The line goes on to name what remains: "2 blockers (monitoring, backups)". */
  readonly named: boolean;
  /** What is left by the report's own figures. */
  readonly left: readonly {
    readonly low: number;
    readonly high: number;
    readonly how: string;
    readonly ranges: readonly Range[];
  }[];
}

/** One quantity that the report states in several places. */
export interface RestatementClaim extends ClaimBase {
  readonly kind: "restatement";
  readonly subject: string;
  readonly statements: readonly { readonly quantity: Quantity; readonly range: Range }[];
}

/** An item of which several places speak, or which a heading covers. */
export interface StatusClaim extends ClaimBase {
  readonly kind: "status";
  readonly subject: string;
  readonly status: Status;
  readonly against: readonly { readonly status: Status; readonly range: Range; readonly text: string }[];
  readonly why: string;
  /** Both sides state the item's own status: either may be the wrong one. */
  readonly mutual?: boolean;
}

/** A status beside a percentage: "DONE" at 40%. */
export interface StatusPercentClaim extends ClaimBase {
  readonly kind: "status-percentage";
  readonly item: Item;
  readonly mention: Mention;
  readonly percent: number;
}

/** A figure with its place. */
export interface PlacedQuantity {
  readonly quantity: Quantity;
  readonly range: Range;
  readonly percent: boolean;
}

/** "236 → 255 (+19)": the difference or the percentage between two values. */
export interface ChangeClaim extends ClaimBase {
  readonly kind: "change";
  readonly from: PlacedQuantity;
  readonly to: PlacedQuantity;
  readonly change: PlacedQuantity;
}

/** A date that can be held against the calendar or another date. */
export interface DateClaim extends ClaimBase {
  readonly kind: "date";
  readonly about: "calendar" | "weekday" | "range" | "order";
  /** YYYY-MM-DD; undefined for a day that its month does not have. */
  readonly iso: string | undefined;
  /** The date that it must not be before. */
  readonly after: { readonly iso: string; readonly range: Range } | undefined;
  /** 0 (Sunday) to 6. */
  readonly weekday?: number;
}

export type Claim =
  | FractionClaim
  | RatioClaim
  | OverallClaim
  | TotalClaim
  | ListCountClaim
  | BreakdownClaim
  | RemainingClaim
  | RestatementClaim
  | StatusClaim
  | StatusPercentClaim
  | ChangeClaim
  | DateClaim
  | CommitCountClaim
  | GitClaim;

export type ClaimKind = Claim["kind"];

export type * from "./git-claim.js";
