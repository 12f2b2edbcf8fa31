import { dirname, resolve } from "node:path";
import type { LoadedConfig } from "../../config/config.js";
import { measuresOf } from "../../config/measures.js";
import { BlockersError } from "../../errors.js";
import { mergeFile } from "../../git/merge-file.js";
import { ownStatuses } from "../../lex/own-statuses.js";
import { type MergeLines, type MergeOptions, mergeReports } from "../../merge/merge-reports.js";
import { ExitCode } from "../exit-code.js";
import { frozenReports } from "../files/archive.js";
import { findCheckout } from "../files/places.js";
import { APART_BYTES } from "../limits.js";
import { readSettings } from "../settings/settings.js";
import type { World } from "../world.js";

/** The most that git hands over; what is long is merged as it is, line by line. */
const MAX_MERGED_BYTES = 96 * 1024 * 1024;

/** What git hands to a merge driver: %O %A %B, and %L %P where the configuration says so. */
export interface MergeArguments {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly markerSize?: string | undefined;
  readonly path?: string | undefined;
}

/**
 * `blockers merge-driver`: merges three versions of a report into the second file, as git expects of a driver. Answers
 * with 0 for a clean merge, with 1 where conflicts are left. Raises usage, input and git errors.
 */
export async function mergeDriver(args: MergeArguments, world: World): Promise<ExitCode> {
  const { cwd, env, fs } = world;
  const read = (file: string): Promise<Uint8Array> => fs.readBytes(resolve(cwd, file), MAX_MERGED_BYTES);
  const sides = { base: await read(args.base), ours: await read(args.ours), theirs: await read(args.theirs) };
  const markerSize = sizeOf(args.markerSize);
  const path = args.path ?? args.ours;
  const mergeLines: MergeLines = (some, favour) => mergeFile(some, { cwd, env, markerSize, favour });
  const readable = Object.values(sides).every((bytes) => bytes.length <= APART_BYTES);
  const settings = await settingsOf(world);
  const frozen = frozenReports(settings, cwd)({ shown: path, source: { path } });
  const merged = await (readable && !frozen
    ? mergeReports(sides, { path, markerSize, ...teamOf(settings) }, mergeLines)
    : mergeLines(sides));
  const target = resolve(cwd, args.ours);
  await fs.replaceFile(target, { expected: sides.ours, content: merged.content, within: dirname(target) });
  return merged.conflicts ? ExitCode.Found : ExitCode.Clean;
}

/** What the configuration says of reports; a faulty one is not the merge's business. */
async function settingsOf(world: World): Promise<LoadedConfig> {
  const checkout = await findCheckout(world.fs, world.cwd);
  return readSettings(world, checkout, undefined).catch((error: unknown) => {
    if (error instanceof BlockersError && error.kind === "config") return readSettings(world, checkout, false);
    throw error;
  });
}

function teamOf({ config }: LoadedConfig): Omit<MergeOptions, "path" | "markerSize"> {
  const { tables = {}, statuses = {} } = config;
  return {
    ...measuresOf(config),
    tables: new Map(Object.entries(tables).map(([id, layout]) => [id, { layout: layout ?? {} }])),
    statuses: ownStatuses(statuses),
  };
}

/** Git's own. */
const USUAL_MARKER_SIZE = 7;

function sizeOf(text: string | undefined): number {
  if (text === undefined) return USUAL_MARKER_SIZE;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new BlockersError("usage", `the size of the conflict markers must be a number, not "${text}"`);
}
