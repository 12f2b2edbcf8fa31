import type { Status } from "./status.js";

/** How many of the things that an item cites are there; undefined when nothing is cited or nothing can be looked up. */
export interface EvidenceCount {
  readonly found: number;
  readonly cited: number;
}

export interface ReadinessRow {
  readonly key: string;
  readonly title: string;
  readonly status: Status;
  /** Stated, 0-100. */
  readonly percent: number | undefined;
  readonly commits: EvidenceCount | undefined;
  readonly files: EvidenceCount | undefined;
  /** 1-based line of the item's most telling mention. */
  readonly line: number;
}

/** The readiness table of one report. */
export interface Readiness {
  readonly path: string;
  readonly title: string;
  readonly rows: readonly ReadinessRow[];
  readonly done: number;
  readonly total: number;
  /** The overall figure as the report states it ("80%", "4 of 5"), with its line; undefined if it states none. */
  readonly stated: { readonly text: string; readonly line: number } | undefined;
  /** "80% (4 of 5 done)"; undefined for a report without items. */
  readonly computed: string | undefined;
  /** Whether stated and computed agree; undefined where that cannot be told. */
  readonly agrees: boolean | undefined;
}
