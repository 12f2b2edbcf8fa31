import { relative, resolve } from "node:path";
import { parseBaseline } from "../../config/baseline.js";
import { BASELINE_NAME, MAX_BASELINE_BYTES } from "../../config/baseline-name.js";
import type { ConfigFiles } from "../../config/load-config.js";
import { BlockersError } from "../../errors.js";
import { type Baselined, hideBaselined } from "../../lint/baseline.js";
import type { CheckedReport } from "../../lint/check-reports.js";
import type { BaselineEntry } from "../../model/baseline.js";
import { below, displayed } from "../files/places.js";
import { note } from "../notices.js";
import type { Session } from "../run/session.js";
import { diskOf } from "./settings.js";

/** A baseline, and where it stands or would stand. */
export interface BaselineFile {
  /** Absolute. */
  readonly file: string;
  readonly shown: string;
  /** Undefined where there is none yet. */
  readonly bytes: Uint8Array | undefined;
  readonly entries: readonly BaselineEntry[];
}

/**
 * The baseline on the disk that `--baseline` or the configuration names, else the one beside the configuration. Raises a
 * config error for one that cannot be read.
 */
export function readBaseline(session: Session, named: string | undefined): Promise<BaselineFile> {
  return readFrom(disk(session), session, named);
}

/** Whatever stands in the place of a baseline is to be read as one. */
function disk({ world }: Session): ConfigFiles {
  return { ...diskOf(world), exists: async (path) => (await world.fs.stat(path)) !== undefined };
}

async function readFrom(files: ConfigFiles, session: Session, named: string | undefined): Promise<BaselineFile> {
  const { cwd } = session.paths;
  const file = baselinePlace(session, named);
  const shown = displayed(cwd, relative(cwd, file));
  if (!(await files.exists(file))) return { file, shown, bytes: undefined, entries: [] };
  const bytes = await files.read(file, MAX_BASELINE_BYTES).catch((cause: unknown) => {
    if (!(cause instanceof BlockersError)) throw cause;
    throw new BlockersError("config", `${shown}: ${cause.message}`, cause.hints, { cause });
  });
  return { file, shown, bytes, entries: parseBaseline(bytes, shown) };
}

/** Where the baseline stands, or would stand, that a flag or the configuration names; absolute. */
export function baselinePlace({ settings, paths: { cwd } }: Session, named: string | undefined): string {
  if (named !== undefined) return resolve(cwd, named);
  return resolve(settings.directory, settings.config.baseline ?? BASELINE_NAME);
}

/**
 * The baseline by which a run leaves findings out, read from where the configuration is, unless a flag names it; undefined
 * with `--no-baseline`. Raises a config error for a baseline that
 * cannot be read, or that was named and is not there.
 */
export async function baselineFor(
  session: Session,
  flag: string | false | undefined,
): Promise<BaselineFile | undefined> {
  if (flag === false) return undefined;
  const files = flag === undefined ? session.trusted : disk(session);
  const found = await readFrom(files, session, flag);
  if (found.bytes === undefined && (flag ?? session.settings.config.baseline) !== undefined) {
    throw new BlockersError("config", `${found.shown}: there is no such baseline`, ['"blockers baseline" writes it.']);
  }
  return found;
}

/** What was found without what the baseline knows. Says on stderr what of the baseline has gone. */
export async function withoutBaselined(
  session: Session,
  checked: readonly CheckedReport[],
  baseline: BaselineFile | undefined,
): Promise<readonly CheckedReport[]> {
  if (baseline === undefined || (baseline.entries.length === 0 && checked.length === 0)) return checked;
  const baselined = hideBaselined(checked, baseline.entries);
  noteStale(session, baseline.shown, await staleEntries(session, baselined, baseline.entries));
  return baselined.checked;
}

/** What is not found any more, and what stands for reports that are gone. */
export async function staleEntries(
  { paths: { fs, checkout } }: Session,
  { checked, stale }: Baselined,
  entries: readonly BaselineEntry[],
): Promise<readonly BaselineEntry[]> {
  // Nowhere else is it known where a path starts.
  if (checkout === undefined) return stale;
  const read = new Set(checked.map(({ report }) => report.source.path));
  const gone = new Set<string>();
  for (const path of new Set(entries.map((entry) => entry.path))) {
    const file = resolve(checkout, path);
    // A path that leads elsewhere is no business of this repository.
    if (read.has(path) || below(checkout, file) === undefined) continue;
    if ((await fs.stat(file)) === undefined) gone.add(path);
  }
  const known = new Set(stale);
  return entries.filter((entry) => known.has(entry) || gone.has(entry.path));
}

function noteStale({ world }: Session, shown: string, stale: readonly BaselineEntry[]): void {
  if (stale.length === 0) return;
  const entries = stale.length === 1 ? "1 finding in it is" : `${stale.length} findings in it are`;
  note(world, `${shown}: ${entries} not there any more; "blockers baseline --prune" takes them out`);
}
