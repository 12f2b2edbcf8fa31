import { type CheckOptions, checkReports } from "../lint/check-reports.js";
import type { OwnStatuses } from "../model/conventions.js";
import type { Report } from "../model/report.js";
import { parseReport } from "../parse/parse-report.js";
import { decode, encode } from "../source/decode.js";
import { type DerivedNumber, HOLE, type HollowLine, hollowLines } from "./derived-lines.js";
import { type Recomputed, recompute } from "./recompute.js";
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

/** How the versions are read and checked. */
export interface MergeOptions extends Pick<CheckOptions, "tables" | "weights" | "tolerances"> {
  /** The report's path. */
  readonly path: string;
  /** Characters in the conflict markers that `mergeLines` writes. */
  readonly markerSize: number;
  /** Further words and marks of status, from the configuration. */
  readonly statuses?: OwnStatuses | undefined;
}

/** With more lines whose numbers cannot be computed anew, the file is no report to help with. */
const MOST_LITERAL = 30;

/**
 * Merges three versions of a report. A number that agrees with the report's own parts, in the same way in all versions, takes
 * no part in it and is computed anew, in that way, afterwards; everything else is merged, and conflicts, as `mergeLines`
 * has it. A number that cannot be computed anew is merged like any other text. Raises what `mergeLines` raises.
 */
export async function mergeReports(sides: Sides, options: MergeOptions, mergeLines: MergeLines): Promise<Merged> {
  const base = await read(sides.base, options);
  const ours = await read(sides.ours, options);
  const theirs = await read(sides.theirs, options);
  if (!base || !ours || !theirs) return mergeLines(sides);
  const literal = new Set<string>();
  while (literal.size < MOST_LITERAL) {
    const lines = shared({ base, ours, theirs }, literal);
    if (lines.ours.every(({ text, hollow }) => text === hollow)) return mergeLines(sides);
    const found = await mergeHollow(lines, boms(sides), options, mergeLines);
    if (!("failed" in found)) return new TextDecoder().decode(found.content).includes(HOLE) ? mergeLines(sides) : found;
    // Without a line to leave out there would be no end to it.
    if (found.failed === undefined || literal.has(found.failed)) break;
    literal.add(found.failed);
  }
  return mergeLines(sides);
}

/** The lines of a version; undefined for what is not wholly UTF-8, or cannot be read. */
async function read(
  bytes: Uint8Array,
  { path, statuses, ...options }: MergeOptions,
): Promise<readonly HollowLine[] | undefined> {
  const report = parsed(bytes, path, statuses);
  if (!report || report.source.raw.includes(HOLE)) return undefined;
  if (!Buffer.from(encode(report.source.raw, report.source.bom)).equals(bytes)) return undefined;
  const [checked] = await checkReports([report], options);
  return checked && hollowLines(checked, options.tables ?? new Map());
}

function parsed(bytes: Uint8Array, path: string, statuses: OwnStatuses | undefined): Report | undefined {
  try {
    return parseReport(decode(bytes, path), { statuses });
  } catch {
    return undefined;
  }
}

/** What a hollow line must have in common with those of other versions to be the same. */
function keyOf({ hollow, numbers }: HollowLine): string {
  return JSON.stringify([hollow, numbers]);
}

/** Only lines that are derived in the same way on both sides, and before if they were there, are hollow. */
function shared(versions: Sides<readonly HollowLine[]>, literal: ReadonlySet<string>): Sides<readonly HollowLine[]> {
  const count = (lines: readonly HollowLine[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const line of lines)
      if (line.text !== line.hollow) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
    return counts;
  };
  const [base, ours, theirs] = [count(versions.base), count(versions.ours), count(versions.theirs)];
  const isShared = (line: HollowLine): boolean => {
    const key = keyOf(line);
    const n = ours.get(key);
    return !literal.has(key) && n !== undefined && n === theirs.get(key) && (base.get(key) ?? n) === n;
  };
  const only = (lines: readonly HollowLine[]): HollowLine[] =>
    lines.map((line) =>
      line.text === line.hollow || isShared(line) ? line : { ...line, hollow: line.text, numbers: [] },
    );
  return { base: only(versions.base), ours: only(versions.ours), theirs: only(versions.theirs) };
}

/** Whether the files start with a byte order mark: as on the side that changed that. */
function boms(sides: Sides): boolean {
  const [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map((bytes) => decode(bytes, "").bom);
  return (ours === base ? theirs : ours) === true;
}

async function mergeHollow(
  lines: Sides<readonly HollowLine[]>,
  bom: boolean,
  { path, statuses, markerSize, ...options }: MergeOptions,
  mergeLines: MergeLines,
): Promise<Merged | { readonly failed: string | undefined }> {
  const textOf = (some: readonly HollowLine[]): Uint8Array => encode(some.map(({ hollow }) => hollow).join(""), false);
  const hollow = { base: textOf(lines.base), ours: textOf(lines.ours), theirs: textOf(lines.theirs) };
  const read = ({ content }: Merged): readonly string[] =>
    linesOf(new TextDecoder("utf-8", { ignoreBOM: true }).decode(content));
  const parse = (text: string): Report => parseReport(decode(encode(text, bom), path), { statuses });
  const mend = async (merged: Merged): Promise<Recomputed & { readonly filled: Filled }> => {
    const filled = fill(read(merged), lines);
    if (filled.stray !== undefined) return { failed: 0, filled: { ...filled, keys: new Map([[0, filled.stray]]) } };
    return { ...(await recompute(filled.text, filled.derived, parse, options)), filled };
  };
  const merged = await mergeLines(hollow);
  if (!merged.conflicts) {
    const found = await mend(merged);
    if ("failed" in found) return { failed: found.filled.keys.get(found.failed) };
    return { content: encode(found.text, bom), conflicts: false };
  }
  const [own, other] = [await mend(await mergeLines(hollow, "ours")), await mend(await mergeLines(hollow, "theirs"))];
  for (const one of [own, other]) if ("failed" in one) return { failed: one.filled.keys.get(one.failed) };
  if ("failed" in own || "failed" in other) return { failed: undefined };
  const inBase = byHollow(lines.base);
  const woven = weave({
    conflicted: read(merged),
    ours: linesOf(own.text),
    theirs: linesOf(other.text),
    base: (line) => inBase.get(line)?.[0]?.text ?? line,
    markerSize,
  });
  return woven ? { content: encode(woven.join(""), bom), conflicts: true } : { failed: undefined };
}

/** Merged lines with numbers put back in, for a start those of the side that changed them. */
interface Filled {
  readonly text: string;
  /** The derived lines by number, 1-based; a table by its first line. */
  readonly derived: ReadonlyMap<number, readonly DerivedNumber[]>;
  /** By the same numbers: what makes them known in all versions. */
  readonly keys: ReadonlyMap<number, string>;
  /** The key of a line that cannot be filled. */
  readonly stray: string | undefined;
}

function fill(merged: readonly string[], { base, ours, theirs }: Sides<readonly HollowLine[]>): Filled {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(byHollow);
  const seen = new Map<string, number>();
  const derived = new Map<number, readonly DerivedNumber[]>();
  const keys = new Map<number, string>();
  let at = 1;
  let stray: string | undefined;
  const filled = merged.map((line) => {
    const nth = seen.get(line) ?? 0;
    seen.set(line, nth + 1);
    const [was, own, other] = [inBase, inOurs, inTheirs].map((side) => side?.get(line)?.[nth]);
    const chosen = own === undefined || own.text === was?.text ? (other ?? own ?? was) : own;
    if (chosen) derived.set(at, chosen.numbers);
    if (chosen) keys.set(at, keyOf(chosen));
    // More copies than either side has: whose number belongs there is not known.
    if (!chosen && line.includes(HOLE)) stray ??= line;
    const text = chosen?.text ?? line;
    at += linesOf(text).filter((one) => one !== "").length;
    return text;
  });
  const known = [base, ours, theirs].flat().find(({ hollow }) => hollow === stray);
  return { text: filled.join(""), derived, keys, stray: known && keyOf(known) };
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
