import { BlockersError } from "../../errors.js";
import { formatFixes } from "../../format/text-fix.js";
import { unifiedDiff } from "../../format/unified-diff.js";
import { ExitCode } from "../exit-code.js";
import { type FileOptions, pathsOf, wantedOf } from "../files/files-from.js";
import { tellSelection } from "../files/selection.js";
import { colourFor, type FindingOptions, type ReportOptions, widthFor } from "../options.js";
import { askForConsent } from "../run/consent.js";
import { gather, requireSoundInput, type Wanted } from "../run/gather.js";
import { outcomesOf, type Rewritten, rewrite, tellToStage, writeAll } from "../run/rewrite.js";
import { type Session, withSession } from "../run/session.js";
import { ruleIds } from "../settings/rule-selection.js";
import type { Sink, World } from "../world.js";

export interface FixFlags extends ReportOptions, FileOptions, FindingOptions {
  readonly unsafe?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly check?: boolean;
  readonly exitNonZeroOnFix?: boolean;
  readonly interactive?: boolean;
  readonly stdinFilename?: string;
}

/** `blockers fix`: rewrites what the reports' own parts imply. Raises usage, config and git errors. */
export async function fix(typed: readonly string[], flags: FixFlags, world: World): Promise<ExitCode> {
  if (flags.interactive && flags.filesFrom === "-")
    throw new BlockersError("usage", '--interactive cannot ask while "--files-from -" takes standard input');
  const paths = await pathsOf(typed, flags, world);
  const wanted = wantedOf(paths, flags);
  requireSoundInput("fix", wanted);
  if (flags.interactive && paths.includes("-"))
    throw new BlockersError("usage", '--interactive cannot ask while "-" takes the report from standard input');
  return fixWanted(wanted, flags, world);
}

async function fixWanted(wanted: Wanted, flags: FixFlags, world: World): Promise<ExitCode> {
  const only = ruleIds("--only", flags.only);
  const skip = ruleIds("--skip", flags.skip);
  const consent = flags.interactive ? askForConsent(world, flags) : undefined;
  return withSession(world, flags, async (session) => {
    const inlineConfig = flags.inlineConfig !== false;
    const gathered = await gather(session, { ...wanted, tables: true, rewrite: true }, { inlineConfig });
    const selection = { unsafe: flags.unsafe === true, only, skip };
    const { rewritten, failed } = await rewrite(session, gathered, selection, consent);
    const lost = await deliver(session, rewritten, flags);
    tellSelection(world, flags.diff ? world.stderr : world.stdout, gathered.selection, {
      format: "text",
      debug: session.debug,
    });
    if (gathered.failed || failed || lost) return ExitCode.Failed;
    const changes = rewritten.some(({ result }) => result.fixed.length > 0);
    return changes && (flags.check || flags.diff || flags.exitNonZeroOnFix || flags.staged)
      ? ExitCode.Found
      : ExitCode.Clean;
  });
}

/** Prints or writes what was fixed; true where something could not be written. */
async function deliver(session: Session, rewritten: readonly Rewritten[], flags: FixFlags): Promise<boolean> {
  const { world } = session;
  if (flags.diff) {
    const color = colourFor(world, world.stdout, flags);
    const shown = color || world.stdout.isTTY;
    for (const { result } of rewritten) {
      // As git names and sees it, so that the diff can be applied from the top of the repository.
      const { path, raw, bom } = result.before.report.source;
      const whole = (text: string): string => (bom ? `\u{feff}${text}` : text);
      world.stdout.write(unifiedDiff({ path, before: whole(raw), after: whole(result.text) }, { color, shown }));
    }
    return false;
  }
  const dry = flags.check === true || flags.dryRun === true;
  const { lost, written } = dry ? { lost: [], written: rewritten } : await writeAll(session, rewritten);
  if (!dry) tellToStage(session, written);
  const piped = rewritten.find(({ document }) => document.file === undefined);
  if (piped && !dry) world.stdout.write(piped.bytes);
  if (written.length > 0) tell(session, written, flags, dry, piped ? world.stderr : world.stdout);
  return lost.length > 0;
}

function tell(session: Session, rewritten: readonly Rewritten[], flags: FixFlags, dry: boolean, sink: Sink): void {
  const { world } = session;
  const color = colourFor(world, sink, flags);
  const options = { color, width: widthFor(world, flags), dry, unsafe: flags.unsafe === true };
  sink.write(formatFixes(outcomesOf(rewritten), options));
}
