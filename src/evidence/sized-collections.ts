import type { FractionClaim } from "../model/claim.js";
import { pushTo } from "../model/grouped.js";
import type { List, Report, Section, Table, TextUnit } from "../model/report.js";
import type { ComputedWay } from "../model/verdict.js";
import { type Collection, evidenceOf, statusCounts } from "./members.js";
import { collectionsOfSize } from "./tally.js";

type Asked = FractionClaim["counts"];

/**
 * The collections of a report that have so many members, by all that a share may find them by. A report may hold thousands
 * of shares and thousands of collections: no share looks through them.
 */
export class SizedCollections {
  /** Of which no status is known. */
  readonly unreadable: readonly Collection[];
  private readonly readable: readonly Collection[];
  private readonly order = new Map<Collection, number>();
  private readonly leads = new Map<TextUnit, Collection[]>();
  private readonly only = new Map<Section, Collection[]>();
  private readonly nouns = new Map<string, Map<string, Collection>>();
  private readonly families = new Map<string, Collection[]>();
  private readonly read = new Map<Asked, Map<Collection, readonly ComputedWay[]>>();
  private readonly first = new Map<Asked, ReadonlyMap<number, ComputedWay>>();
  private readonly lists = new Map<Asked, readonly ComputedWay[]>();

  /** `isOnly` tells whether a section has no other list, or table, than the one. */
  constructor(
    readonly all: readonly Collection[],
    private readonly isOnly: (list: List | Table) => boolean,
  ) {
    this.unreadable = all.filter(({ members }) => statusCounts(members).unknown === members.length);
    this.readable = all.filter(({ members }) => statusCounts(members).unknown < members.length);
    for (const [at, collection] of this.readable.entries()) {
      this.order.set(collection, at);
      this.indexPlace(collection);
      for (const noun of collection.nouns) this.indexNoun(noun, collection);
      if (collection.family !== "") pushTo(this.families, collection.family.replace(/[.\s-]+$/, ""), collection);
    }
  }

  get hasFamilies(): boolean {
    return this.families.size > 0;
  }

  /** Those whose list a line introduces: "Setup (3/4)" over it, "3/4 done" right before it, or where the section has no other. */
  beside(unit: TextUnit): readonly Collection[] {
    if (unit.kind === "cell" || unit.entry) return [];
    const led = this.leads.get(unit) ?? [];
    return unit.section.heading === undefined ? led : [...led, ...(this.only.get(unit.section) ?? [])];
  }

  /** Of those spoken of by a noun and alike in their statuses, the first. */
  ofNoun(noun: string): readonly Collection[] {
    return [...(this.nouns.get(noun)?.values() ?? [])];
  }

  /** Those whose keys begin so. */
  ofFamily(family: string): readonly Collection[] {
    return this.families.get(family) ?? [];
  }

  /** Each of them once, in the order of {@link all}. */
  inOrder(some: readonly Collection[]): readonly Collection[] {
    const place = (collection: Collection): number => this.order.get(collection) ?? 0;
    return [...new Set(some)].sort((a, b) => place(a) - place(b));
  }

  /** How many of a collection are what is asked for: the usual way to count first. */
  readings(collection: Collection, asked: Asked): readonly ComputedWay[] {
    const read = this.read.get(asked) ?? new Map<Collection, readonly ComputedWay[]>();
    this.read.set(asked, read);
    const readings = read.get(collection) ?? readCollection(collection, asked);
    read.set(collection, readings);
    return readings;
  }

  /** The first way in which so many are what is asked for. */
  agreeing(asked: Asked, part: number): ComputedWay | undefined {
    const first = this.first.get(asked) ?? firstByValue(this.ways(asked));
    this.first.set(asked, first);
    return first.get(part);
  }

  /** All ways of counting those whose statuses are known. */
  ways(asked: Asked): readonly ComputedWay[] {
    const ways = this.lists.get(asked) ?? this.readable.flatMap((collection) => this.readings(collection, asked));
    this.lists.set(asked, ways);
    return ways;
  }

  private indexPlace(collection: Collection): void {
    const { list } = collection;
    if (!list) return;
    if (list.lead) pushTo(this.leads, list.lead, collection);
    if (this.isOnly(list)) pushTo(this.only, list.section, collection);
  }

  private indexNoun(noun: string, collection: Collection): void {
    const alike = this.nouns.get(noun) ?? new Map<string, Collection>();
    this.nouns.set(noun, alike);
    const statuses = Object.values(statusCounts(collection.members)).join();
    if (!alike.has(statuses)) alike.set(statuses, collection);
  }
}

const known = new WeakMap<Report, (size: number) => SizedCollections>();

/** The collections of a report that have so many members. */
export function sizedCollections(report: Report, size: number): SizedCollections {
  const read = known.get(report) ?? sizesOf(report);
  known.set(report, read);
  return read(size);
}

function sizesOf(report: Report): (size: number) => SizedCollections {
  const sizes = new Map<number, SizedCollections>();
  const kinds = new Map<Section, ReadonlyMap<string, number>>();
  const countKinds = ({ blocks }: Section): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const { kind } of blocks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts;
  };
  const isOnly = ({ kind, section }: List | Table): boolean => {
    const counts = kinds.get(section) ?? countKinds(section);
    kinds.set(section, counts);
    return counts.get(kind) === 1;
  };
  return (size) => {
    const sized = sizes.get(size) ?? new SizedCollections(collectionsOfSize(report, size), isOnly);
    sizes.set(size, sized);
    return sized;
  };
}

function firstByValue(ways: readonly ComputedWay[]): ReadonlyMap<number, ComputedWay> {
  const first = new Map<number, ComputedWay>();
  for (const way of ways) if (!first.has(way.low)) first.set(way.low, way);
  return first;
}

function readCollection(collection: Collection, asked: Asked): readonly ComputedWay[] {
  const counts = statusCounts(collection.members);
  const open: Count = [counts.open, "open"];
  const ways: readonly Count[] =
    asked === "open"
      ? [open, [counts.todo, "not started"], [counts.todo + counts.active, "not started or in progress"]]
      : [
          [counts.done, "done"],
          [counts.done + counts.partial, "done or partly done"],
          [counts.done + counts.closed, "done or closed"],
        ];
  return unlike(asked === "unknown" ? [...ways, open] : ways).map(([n, name]) => ({
    low: n,
    high: n,
    by: { how: `${n} of ${collection.members.length} ${collection.what} are ${name}`, from: evidenceOf(collection) },
  }));
}

type Count = readonly [number: number, name: string];

/** Of counts that are the same number, the first. */
function unlike(counts: readonly Count[]): Count[] {
  return counts.filter(([n], i) => counts.findIndex(([other]) => other === n) === i);
}
