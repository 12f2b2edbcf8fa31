import { dirname } from "node:path";
import { formatBaseline } from "../../config/baseline.js";
import { BlockersError } from "../../errors.js";
import { sanitize } from "../../format/sanitize.js";
import { formatBaselineChange } from "../../format/text-baseline.js";
import { hideBaselined } from "../../lint/baseline.js";
import type { CheckedReport } from "../../lint/check-reports.js";
import type { BaselineEntry } from "../../model/baseline.js";
import { oneLine } from "../../model/plain-text.js";
import { errorAbout } from "../error-about.js";
import { ExitCode } from "../exit-code.js";
import { folderAround } from "../files/places.js";
import { colourFor, type FindingOptions, type ReportOptions, widthFor } from "../options.js";
import { gather } from "../run/gather.js";
import { type Session, withSession } from "../run/session.js";
import { type BaselineFile, readBaseline, staleEntries } from "../settings/baseline-file.js";
import { choiceOfRules } from "../settings/rule-selection.js";
import type { World } from "../world.js";

export interface BaselineFlags extends ReportOptions, FindingOptions {
  readonly baseline?: string;
  readonly prune?: boolean;
  readonly check?: boolean;
  readonly dryRun?: boolean;
}

/** What is written of a line, in characters: enough to know it again. */
const WORDS = 100;

/** `blockers baseline`: keeps the file of findings that are known. Raises usage, config, input and git errors. */
export async function baseline(paths: readonly string[], flags: BaselineFlags, world: World): Promise<ExitCode> {
  if (paths.includes("-")) {
    throw new BlockersError(
      "usage",
      "a baseline is of reports in files, so that it cannot be made from standard input",
    );
  }
  const choice = choiceOfRules(flags);
  return withSession(world, flags, async (session) => {
    const before = await readBaseline(session, flags.baseline);
    const { checked, failed } = await gather(session, { paths, tables: true }, choice);
    // Of what could not be read, nothing is known; stderr says why.
    if (failed) return ExitCode.Failed;
    const found = hideBaselined(checked, before.entries);
    const added = flags.prune ? [] : found.checked.flatMap(entriesOf);
    const stale = flags.prune || flags.check ? await staleEntries(session, found, before.entries) : [];
    const dry = flags.check === true || flags.dryRun === true;
    const gone = new Set(stale);
    const after = [...before.entries.filter((entry) => !gone.has(entry)), ...added];
    const changed = added.length + stale.length > 0;
    if (changed && !dry) await write(session, before, after);
    const options = { color: colourFor(world, world.stdout, flags), width: widthFor(world, flags), dry };
    world.stdout.write(
      formatBaselineChange({ shown: before.shown, added, removed: stale, count: after.length }, options),
    );
    return changed && flags.check ? ExitCode.Found : ExitCode.Clean;
  });
}

function entriesOf({ report, result }: CheckedReport): BaselineEntry[] {
  return result.diagnostics.map(({ rule, line, fingerprint }) => ({
    path: report.source.path,
    rule,
    words: sanitize(oneLine(result.lines[line - 1] ?? "").slice(0, WORDS)),
    fingerprint,
  }));
}

async function write(session: Session, before: BaselineFile, entries: readonly BaselineEntry[]): Promise<void> {
  const { fs } = session.paths;
  const { file, shown, bytes } = before;
  const eol = bytes !== undefined && Buffer.from(bytes).includes("\r\n") ? "\r\n" : "\n";
  const content = new TextEncoder().encode(formatBaseline(entries, eol));
  try {
    if (bytes === undefined) await fs.createFile(file, content);
    else
      await fs.replaceFile(file, {
        expected: bytes,
        content,
        within: folderAround(session.paths, file) ?? dirname(file),
      });
  } catch (cause) {
    throw errorAbout(shown, cause);
  }
}
