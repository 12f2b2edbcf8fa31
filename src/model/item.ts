import type { Range } from "./range.js";
import type { Section, TextUnit } from "./report.js";
import type { Status } from "./status.js";

/** Where an item is spoken of. */
export type MentionKind = "row" | "heading" | "field" | "line" | "entry" | "checkbox";

/** One place that names an item, with what that place says of it. */
export interface Mention {
  readonly kind: MentionKind;
  readonly key: string | undefined;
  readonly title: string;
  readonly status: Status;
  /** The status was read from a word rather than from a mark or from the heading above. */
  readonly explicit: boolean;
  /** The words or marks that the status was read from. */
  readonly statusText: string;
  readonly percent: number | undefined;
  readonly range: Range;
  readonly unit: TextUnit;
}

/** A blocker, task, component or step, merged from all its mentions. */
export interface Item {
  /** As written, normalised: "#4", "P0.1", "Blocker 2"; the title where there is none. */
  readonly key: string;
  /** The letters before the number ("p0.", "blocker", "#"), by which items belong together. */
  readonly family: string;
  readonly title: string;
  readonly status: Status;
  readonly percent: number | undefined;
  /** The section that tells of the item, if one does. */
  readonly section: Section | undefined;
  /** The most telling mention first. */
  readonly mentions: readonly Mention[];
  /** False for steps, criteria and boxes that only accompany the report's real items. */
  readonly primary: boolean;
}
