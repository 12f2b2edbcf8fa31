import type { Mention, MentionKind } from "../model/item.js";
import type { Entry, Section, Table, TextUnit } from "../model/report.js";
import type { Status } from "../model/status.js";
import type { ItemKey } from "./keys.js";

/** A mention on its way to an item, with what merging needs to know. */
export interface Candidate {
  readonly mention: Mention;
  readonly key: ItemKey | undefined;
  /** Mentions of one group are siblings: rows of a table, headings under one heading, entries of a list. */
  readonly group: object;
  readonly section: Section | undefined;
  readonly entry?: Entry | undefined;
  readonly table?: Table | undefined;
  /** For a status field: the mention that it completes. */
  readonly owner?: Candidate | undefined;
}

/** What the text of a mention says of the status, or what is inherited from a heading above. */
export interface StatusNote {
  readonly status: Status;
  readonly explicit: boolean;
  readonly text: string;
}

/** Builds a mention; an unknown status is written out rather than left open. */
export function mention(
  kind: MentionKind,
  unit: TextUnit,
  title: string,
  key: ItemKey | undefined,
  status: StatusNote | undefined,
  percent: number | undefined,
): Mention {
  return {
    kind,
    key: key?.text,
    title,
    status: status?.status ?? "unknown",
    explicit: status?.explicit ?? false,
    statusText: status?.text ?? "",
    percent,
    range: unit.range,
    unit,
  };
}
