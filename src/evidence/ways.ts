import { grouped } from "../model/grouped.js";
import type { ComputedWay, Verdict } from "../model/verdict.js";

/** How a figure was computed, without the figures: the same way reads the same in two versions of a report. */
function reading({ by: { how } }: Pick<ComputedWay, "by">): string {
  const what = /\(([^()]*)\)$/.exec(how)?.[1];
  if (what !== undefined) return what;
  return how.replace(/[~<>≈+−-]?\d[\d.,'’\u00a0\u202f]*\p{L}?%?/gu, "#").replace(/#(?:\s*[,+–-]\s*#)+/g, "#");
}

type Ways = readonly ComputedWay[];

/** The names of ways by how they compute, and the first way of each name. */
interface Names {
  readonly of: ReadonlyMap<string, string>;
  readonly ways: ReadonlyMap<string, ComputedWay>;
}

/** Lists of ways are shared by many figures. */
const known = new WeakMap<Ways, Names>();

/** A way by its reading, told from others that read the same by its place among them. */
function namesOf(ways: Ways): Names {
  const before = known.get(ways);
  if (before) return before;
  const alike = grouped(ways, reading);
  const of = new Map<string, string>();
  const named = new Map<string, ComputedWay>();
  for (const [read, group] of alike) {
    for (const [at, way] of group.entries()) {
      if (of.has(way.by.how)) continue;
      const name = `${read} ${at + 1}/${group.length}`;
      of.set(way.by.how, name);
      named.set(name, way);
    }
  }
  const names = { of, ways: named };
  known.set(ways, names);
  return names;
}

/** The way in which a claim holds; "" where it does not, or where none is known. */
export function wayHeld(verdict: Verdict): string {
  if (verdict.kind !== "consistent" || !verdict.ways) return "";
  // How a way among several reads may not be among them.
  return namesOf(verdict.ways).of.get(verdict.by.how) ?? unknownName(verdict, verdict.ways);
}

function unknownName(way: Pick<ComputedWay, "by">, ways: Ways): string {
  const read = reading(way);
  return `${read} 0/${ways.filter((other) => reading(other) === read).length}`;
}

/** What a figure is in a way that held elsewhere; undefined where it is not computed so here. */
export function valueBy({ ways = [] }: Verdict, name: string): ComputedWay | undefined {
  return namesOf(ways).ways.get(name);
}
