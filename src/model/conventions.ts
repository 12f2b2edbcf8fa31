import type { Status } from "./status.js";

/** Words and marks that a team has for its statuses, beside those that everybody knows. */
export interface OwnStatuses {
  /** Words and phrases, in lower case, with single spaces. */
  readonly phrases: ReadonlyMap<string, Status>;
  /** Marks, and marks with words behind them, in lower case and without variation selectors. */
  readonly marks: ReadonlyMap<string, Status>;
  /** Finds any of the marks, the longest first; undefined where there are none. */
  readonly pattern: RegExp | undefined;
}

export const NO_OWN: OwnStatuses = { phrases: new Map(), marks: new Map(), pattern: undefined };

/** How one report is written: its language, its numbers, and what its legend makes of marks. */
export interface Conventions {
  /** ISO 639 code; "" where it cannot be told. */
  readonly language: string;
  /** Whether a word that no vocabulary holds may be taken for an English one. */
  readonly english: boolean;
  /** The sign before decimals. With "mixed" nothing is said of figures that could be read in two ways. */
  readonly decimal: "point" | "comma" | "mixed";
  /** Thousands may be grouped by a plain space. */
  readonly spaced: boolean;
  /** "%80" stands for 80 %. */
  readonly percentFirst: boolean;
  /** Marks that the report's own legend explains; the others keep their usual sense. */
  readonly marks: ReadonlyMap<string, Status>;
  /** What the team's configuration says; a legend of the report is nearer. */
  readonly own: OwnStatuses;
}

/** What holds where a report shows nothing else. */
export const USUAL: Conventions = {
  language: "en",
  english: true,
  decimal: "point",
  spaced: false,
  percentFirst: false,
  marks: new Map(),
  own: NO_OWN,
};
