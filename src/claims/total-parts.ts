import type { Figure } from "../lex/numbers.js";
import type { PartialSum } from "../model/claim.js";
import { grouped } from "../model/grouped.js";
import { lazy } from "../model/lazy.js";
import { oncePer } from "../model/once.js";
import { sourceRange } from "../model/plain-text.js";
import type { Entry, List, Report, Section, TextUnit } from "../model/report.js";
import { firstFrom } from "../model/sorted.js";
import { plainCount } from "./announced-count.js";
import { isDeduction } from "./column-sums.js";
import { looksLikeFile, tallyLine } from "./file-lists.js";
import { measuredPart } from "./measures.js";
import { listsBefore } from "./preceding-list.js";

/** A line that states a total of its own. */
export interface TotalLine {
  readonly unit: TextUnit;
  readonly label: string;
  /** Sums up other totals rather than entries. */
  readonly grand: boolean;
  readonly figure: Figure;
  /** "hour", "line", ... */
  readonly measure: string;
}

/** What the total lines of a report may sum up. */
export interface TotalParts {
  /** The entries before it in its list, or those of the list right before it, with further readings behind. */
  entries(total: TotalLine): readonly PartialSum[];
  /** The figures of the sibling headings before it: "### Immediate: 14 hours", "### Later: 22 hours". */
  headings(total: TotalLine): readonly PartialSum[];
  /** A grand total sums up the totals before it under the same heading; others may. */
  subtotals(total: TotalLine, grand: boolean): readonly PartialSum[];
  /** Whether some of what was asked for was left out, being too much: what is left convicts nobody. */
  isCrowded(total: TotalLine): boolean;
}

/** More parts than this are left out beyond what stands right before a total: each total would list them all. */
const FEW = 500;
/** A total below more totals than this in its own list is not held against the entries between. */
const FEW_TOTALS = 50;

type Part = PartialSum["parts"][number];

/** A part with where it has to stand to be above a total. */
interface Placed {
  readonly at: number;
  readonly unit: TextUnit;
  readonly part: Part;
}

/** A stretch of what stands above a total as a sum. */
type FewOf = (total: TotalLine, all: readonly Placed[], from: number, to: number, what: string) => PartialSum[];

/** Finds what total lines may sum up; what they have in common is read once. */
export function totalParts(
  report: Report,
  totals: readonly TotalLine[],
  isTotal: (unit: TextUnit) => boolean,
): TotalParts {
  const crowded = new Set<TotalLine>();
  /** Few enough of them as a sum; else they are left out, which is noted. */
  const fewOf: FewOf = (total, all, from, to, what) => {
    if (to - from <= FEW)
      return asSum(
        all.slice(from, to).filter((p) => p.unit !== total.unit),
        what,
      );
    crowded.add(total);
    return [];
  };
  const precedingList = listsBefore(report);
  const wider = siblingLists(report, fewOf);
  const headings = headingsBefore(fewOf);
  const subtotals = new Map(
    [...grouped(totals, (t) => t.measure)].map(([measure, some]) => [
      measure,
      some.filter((t) => !t.grand).map(placed),
    ]),
  );
  const whole = perMeasure((list: List, measure) => ofEntries(list.entries, measure, isTotal));
  const positions = oncePer((list: List) => positionsIn(list, isTotal));
  const entriesOf = (total: TotalLine): readonly PartialSum[] => {
    const { entry } = total.unit;
    if (entry?.unit !== total.unit) {
      const list = precedingList(total.unit);
      return list ? whole(list, total.measure) : [];
    }
    const place = positions(entry.list).get(entry);
    return !place || place.totals > FEW_TOTALS
      ? []
      : ofEntries(entry.list.entries.slice(0, place.at), total.measure, isTotal);
  };
  return {
    entries(total) {
      const own = entriesOf(total);
      return own.length === 0 || total.measure === "file" ? own : [...own, ...wider(total)];
    },
    headings,
    subtotals(total, grand) {
      const scope = total.unit.section.parent ?? total.unit.section;
      const all = subtotals.get(total.measure) ?? [];
      const from = firstFrom(all, scope.range.start, (p) => p.at);
      const to = firstFrom(all, total.unit.range.start, (p) => p.at);
      const what = "the totals above";
      return grand ? asSum(all.slice(from, to), what) : fewOf(total, all, from, to, what);
    },
    isCrowded: (total) => crowded.has(total),
  };
}

function placed({ unit, figure }: TotalLine): Placed {
  const range = sourceRange(unit.text, figure.start, figure.end);
  return { at: unit.range.start, unit, part: { quantity: figure.quantity, range } };
}

function perMeasure<K extends object, V>(read: (thing: K, measure: string) => V): (thing: K, measure: string) => V {
  const known = oncePer((_: K) => new Map<string, { readonly value: V }>());
  return (thing, measure) => {
    const values = known(thing);
    const made = values.get(measure) ?? { value: read(thing, measure) };
    values.set(measure, made);
    return made.value;
  };
}

function asSum(placed: readonly Placed[], what: string): PartialSum[] {
  return placed.length > 1 ? [{ parts: placed.map(({ part }) => part), what, complete: true }] : [];
}

/** For each entry of a list how many others stand above it, and how many of those are totals. */
function positionsIn(
  { entries }: List,
  isTotal: (unit: TextUnit) => boolean,
): ReadonlyMap<Entry, { readonly at: number; readonly totals: number }> {
  let totals = 0;
  return new Map(
    entries.map((entry, at) => {
      const place = { at, totals };
      if (entry.unit && isTotal(entry.unit)) totals++;
      return [entry, place];
    }),
  );
}

function ofEntries(
  entries: readonly Entry[],
  measure: string,
  isTotal: (unit: TextUnit) => boolean,
): readonly PartialSum[] {
  if (entries.length < 2 || entries.some((e) => isDeduction(e.unit?.text.value ?? ""))) return [];
  if (measure === "file") return fileCount(entries);
  const own = entries.filter((e) => !(e.unit && isTotal(e.unit)));
  const parts = own.flatMap((e) => (e.unit && measuredPart(e.unit, measure)) ?? []);
  if (parts.length < 2) return [];
  // A total below another one may go on from there, or start again.
  const mixed = own.length < entries.length;
  return [{ parts, what: "the entries above", complete: parts.length === entries.length, mixed }];
}

/** "Total: 9 files" under nine files. */
function fileCount(entries: readonly Entry[]): PartialSum[] {
  const named = entries.filter((e) =>
    (e.unit?.text.spans ?? []).some(
      (s) => s.kind === "code" && looksLikeFile(e.unit?.text.value.slice(s.start, s.end) ?? ""),
    ),
  );
  if (named.length !== entries.length) return [];
  const sizes = named.map((e) => tallyLine(e.unit?.text.value.replace(/^(\S+).*?(\(\d+ files?\)).*$/, "$1 $2") ?? ""));
  return [
    {
      parts: named.map((e, i) => {
        const n = Math.max(1, sizes[i]?.count ?? 1);
        const quantity = { ...plainCount(n, String(n)) };
        return { quantity, range: e.range };
      }),
      what: "files listed",
      complete: !sizes.some((s) => s.open),
    },
  ];
}

/** All lists of the section before a total, and the figures of the lines that introduce them: "Morning (10 min):". */
function siblingLists(report: Report, fewOf: FewOf): (total: TotalLine) => readonly PartialSum[] {
  const lists = lazy(() => report.blocks.filter((b): b is List => b.kind === "list" && !b.parent));
  const read = (measure: string, units: (list: List) => readonly (TextUnit | undefined)[]): Placed[] =>
    lists().flatMap((list) =>
      units(list).flatMap((unit) => {
        const part = unit && measuredPart(unit, measure);
        return unit && part ? [{ at: list.range.start, unit, part }] : [];
      }),
    );
  const byMeasure = perMeasure((_: Report, measure) => ({
    entries: read(measure, (l) => l.entries.map((e) => e.unit)),
    leads: read(measure, (l) => [l.lead]),
  }));
  return (total) => {
    const { unit, measure } = total;
    const scope = unit.section.depth > 2 ? (unit.section.parent ?? unit.section) : unit.section;
    const { entries, leads } = byMeasure(report, measure);
    const sumOf = (all: readonly Placed[], what: string): readonly PartialSum[] => {
      const from = firstFrom(all, scope.range.start, (p) => p.at);
      const to = firstFrom(all, unit.range.start, (p) => p.at);
      return fewOf(total, all, from, to, what);
    };
    return [...sumOf(entries, "the entries of all lists above"), ...sumOf(leads, "the lines above the lists")];
  };
}

function headingsBefore(fewOf: FewOf): TotalParts["headings"] {
  const stated = perMeasure((parent: Section, measure) =>
    parent.children.flatMap((s): Placed[] => {
      const part = s.heading && measuredPart(s.heading, measure);
      return s.heading && part ? [{ at: s.range.start, unit: s.heading, part }] : [];
    }),
  );
  return (total) => {
    const { unit, measure } = total;
    const { parent } = unit.section;
    const all = parent ? stated(parent, measure) : [];
    // A section that begins where the total stands is above it.
    const to = firstFrom(all, unit.range.start + 1, (p) => p.at);
    return fewOf(total, all, 0, to, "the headings above");
  };
}
