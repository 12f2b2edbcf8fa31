import type { Range } from "../model/range.js";
import type { List, Table } from "../model/report.js";
import type { Status } from "../model/status.js";
import type { Evidence } from "../model/verdict.js";

/** Something that can be counted, with its status. */
export interface Member {
  readonly label: string;
  readonly status: Status;
  readonly range: Range;
}

/** Things that a report counts together. */
export interface Collection {
  /** For people: "blockers", "rows of the table". */
  readonly what: string;
  /** Singular nouns under which the collection is spoken of. */
  readonly nouns: readonly string[];
  /** The common start of its members' keys, "" if they have none. */
  readonly family: string;
  readonly members: readonly Member[];
  /** The list that it is, and whether all its entries are boxes. */
  readonly list?: List | Table;
  readonly boxes?: boolean;
}

/** How many members have which status. */
export interface StatusCounts {
  readonly done: number;
  readonly partial: number;
  readonly closed: number;
  readonly open: number;
  readonly todo: number;
  readonly active: number;
  readonly unknown: number;
}

const counted = new WeakMap<readonly Member[], StatusCounts>();

/** Counts the statuses of members, once for all that is said of them. */
export function statusCounts(members: readonly Member[]): StatusCounts {
  const before = counted.get(members);
  if (before) return before;
  const sizes = new Map<Status, number>();
  for (const { status } of members) sizes.set(status, (sizes.get(status) ?? 0) + 1);
  const n = (...statuses: Status[]): number => statuses.reduce((sum, status) => sum + (sizes.get(status) ?? 0), 0);
  const counts: StatusCounts = {
    done: n("done"),
    partial: n("partial"),
    closed: n("deferred"),
    open: members.length - n("done"),
    todo: n("todo", "unknown"),
    active: n("in-progress", "partial", "blocked"),
    unknown: n("unknown"),
  };
  counted.set(members, counts);
  return counts;
}

const places = new WeakMap<Collection, readonly Evidence[]>();

/** The members of a collection as places of evidence, made once for all that is computed from them. */
export function evidenceOf(collection: Collection): readonly Evidence[] {
  const evidence =
    places.get(collection) ??
    collection.members.map((m): Evidence => ({ range: m.range, text: `${m.label}: ${m.status}` }));
  places.set(collection, evidence);
  return evidence;
}
