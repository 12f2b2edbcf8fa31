import type { ComputedWay, Verdict } from "../model/verdict.js";

/** How a figure was computed, without the figures: the same way reads the same in two versions of a report. */
function reading({ by: { how } }: Pick<ComputedWay, "by">): string {
  const what = /\(([^()]*)\)$/.exec(how)?.[1];
  if (what !== undefined) return what;
  return how.replace(/[~<>≈+−-]?\d[\d.,'’\u00a0\u202f]*\p{L}?%?/gu, "#").replace(/#(?:\s*[,+–-]\s*#)+/g, "#");
}

/** A way by its reading, told from others that read the same by its place among them. */
function nameOf(way: Pick<ComputedWay, "by">, ways: readonly ComputedWay[]): string {
  const alike = ways.filter((other) => reading(other) === reading(way));
  return `${reading(way)} ${alike.findIndex(({ by }) => by.how === way.by.how) + 1}/${alike.length}`;
}

/** The way in which a claim holds; "" where it does not, or where none is known. */
export function wayHeld(verdict: Verdict): string {
  return verdict.kind === "consistent" && verdict.ways ? nameOf(verdict, verdict.ways) : "";
}

/** What a figure is in a way that held elsewhere; undefined where it is not computed so here. */
export function valueBy({ ways = [] }: Verdict, name: string): ComputedWay | undefined {
  return ways.find((way) => nameOf(way, ways) === name);
}
