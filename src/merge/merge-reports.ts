import { fixReports } from "../fix/fix-reports.js";
import { type CheckedReport, checkReports } from "../lint/check-reports.js";
import type { Report } from "../model/report.js";
import { parseReport } from "../parse/parse-report.js";
import type { TablesById } from "../readiness/table-states.js";
import { decode, encode } from "../source/decode.js";
import { HOLE, type HollowLine, heldByLine, hollowLines } from "./derived-lines.js";
import { linesOf, weave } from "./weave.js";

/** One thing each of the common ancestor and of both sides. */
export interface Sides<T = Uint8Array> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

/** What a merge made: the whole file, with conflict markers where there are conflicts. */
export interface Merged {
  readonly content: Uint8Array;
  readonly conflicts: boolean;
}

/** Merges three texts line by line, as git does; with `favour`, conflicts are resolved to that side. */
export type MergeLines = (sides: Sides, favour?: "ours" | "theirs") => Promise<Merged>;

export interface MergeOptions {
  /** The report's path. */
  readonly path: string;
  /** Characters in the conflict markers that `mergeLines` writes. */
  readonly markerSize: number;
  /** What the configuration says of tables in reports. */
  readonly tables: TablesById;
}

/**
 * Merges three versions of a report. Numbers that follow from the report's own parts take no part in it and are recomputed
 * afterwards; everything else is merged, and conflicts, as `mergeLines` has it. Where the numbers cannot be recomputed for
 * certain, the files are merged as they are. Raises what `mergeLines` raises.
 */
export async function mergeReports(sides: Sides, options: MergeOptions, mergeLines: MergeLines): Promise<Merged> {
  return (await mergeHollow(sides, options, mergeLines)) ?? mergeLines(sides);
}

async function mergeHollow(
  sides: Sides,
  { path, markerSize, tables }: MergeOptions,
  mergeLines: MergeLines,
): Promise<Merged | undefined> {
  const base = await readExactly(sides.base, path, tables);
  const ours = await readExactly(sides.ours, path, tables);
  const theirs = await readExactly(sides.theirs, path, tables);
  if (!base || !ours || !theirs) return undefined;
  const lines = {
    base: hollowLines(base, tables),
    ours: hollowLines(ours, tables),
    theirs: hollowLines(theirs, tables),
  };
  if (Object.values(lines).every((some) => some.every(({ text, hollow }) => text === hollow))) return undefined;
  const { bom } = ours.report.source;
  const textOf = (some: readonly HollowLine[]): Uint8Array => encode(some.map(({ hollow }) => hollow).join(""), bom);
  const hollow = { base: textOf(lines.base), ours: textOf(lines.ours), theirs: textOf(lines.theirs) };
  const read = ({ content }: Merged): readonly string[] => linesOf(decode(content, path).raw);
  const mend = (merged: Merged): Promise<string | undefined> =>
    recomputed(fill(read(merged), lines), { bom, path, tables });
  const merged = await mergeLines(hollow);
  if (!merged.conflicts) {
    const text = await mend(merged);
    return text === undefined ? undefined : { content: encode(text, bom), conflicts: false };
  }
  const [own, other] = [await mend(await mergeLines(hollow, "ours")), await mend(await mergeLines(hollow, "theirs"))];
  if (own === undefined || other === undefined) return undefined;
  const inBase = byHollow(lines.base);
  const woven = weave({
    conflicted: read(merged),
    ours: linesOf(own),
    theirs: linesOf(other),
    base: (line) => inBase.get(line)?.[0]?.text ?? line,
    markerSize,
  });
  return woven && { content: encode(woven.join(""), bom), conflicts: true };
}

/** Undefined for bytes that are not wholly UTF-8, and for what cannot be read. */
async function readExactly(bytes: Uint8Array, path: string, tables: TablesById): Promise<CheckedReport | undefined> {
  const report = parsed(bytes, path);
  if (!report || report.source.raw.includes(HOLE)) return undefined;
  if (!Buffer.from(encode(report.source.raw, report.source.bom)).equals(bytes)) return undefined;
  const [checked] = await checkReports([report], { tables });
  return checked;
}

function parsed(bytes: Uint8Array, path: string): Report | undefined {
  try {
    return parseReport(decode(bytes, path));
  } catch {
    return undefined;
  }
}

/** Merged lines with numbers put back in, for a start those of the side that changed them. */
interface Filled {
  readonly text: string;
  /** The derived lines by number, 1-based, with how many of their numbers held on the side that they are from. */
  readonly derived: ReadonlyMap<number, number>;
}

function fill(merged: readonly string[], { base, ours, theirs }: Sides<readonly HollowLine[]>): Filled {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(byHollow);
  const seen = new Map<string, number>();
  const derived = new Map<number, number>();
  let at = 1;
  const filled = merged.map((line) => {
    const nth = seen.get(line) ?? 0;
    seen.set(line, nth + 1);
    const [was, own, other] = [inBase, inOurs, inTheirs].map((side) => side?.get(line)?.[nth]);
    const chosen = own === undefined || own.text === was?.text ? (other ?? own ?? was) : own;
    const text = chosen?.text ?? line;
    const lines = linesOf(text).filter((one) => one !== "").length;
    // A table is told of at its first line and at the marker before it.
    if (chosen) derived.set(at, chosen.held);
    if (chosen && lines > 1) derived.set(at - 1, 0);
    at += lines;
    return text;
  });
  return { text: filled.join(""), derived };
}

/** The lines that have holes, by what is left of them, in order. */
function byHollow(lines: readonly HollowLine[]): Map<string, HollowLine[]> {
  const found = new Map<string, HollowLine[]>();
  for (const line of lines) {
    if (line.text === line.hollow) continue;
    found.set(line.hollow, [...(found.get(line.hollow) ?? []), line]);
  }
  return found;
}

/** The text with its derived numbers computed anew; undefined where one of them does not come out right. */
async function recomputed(
  { text, derived }: Filled,
  { bom, path, tables }: Pick<MergeOptions, "path" | "tables"> & { readonly bom: boolean },
): Promise<string | undefined> {
  const report = parsed(encode(text, bom), path);
  if (!report) return undefined;
  const [result] = await fixReports(
    await checkReports([report], { tables }),
    async (_, found) => found.filter(({ fix, line }) => fix?.safety === "safe" && derived.has(line)),
    (reports) => checkReports(reports, { tables }),
  );
  if (!result) return undefined;
  const open = result.after.result.diagnostics.some(({ line }) => derived.has(line));
  const held = heldByLine(result.after);
  return open || [...derived].some(([line, needed]) => (held.get(line) ?? 0) < needed) ? undefined : result.text;
}
