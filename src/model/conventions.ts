import type { Status } from "./status.js";

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
}

/** What holds where a report shows nothing else. */
export const USUAL: Conventions = {
  language: "en",
  english: true,
  decimal: "point",
  spaced: false,
  percentFirst: false,
  marks: new Map(),
};
