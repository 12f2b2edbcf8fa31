import type { FailOn } from "../../config/levels.js";
import { BlockersError } from "../../errors.js";
import { formatFixes } from "../../format/text-fix.js";
import type { CheckedReport } from "../../lint/check-reports.js";
import { ExitCode, exitCodeOf, hasTooManyWarnings } from "../exit-code.js";
import { type FileOptions, pathsOf, wantedOf } from "../files/files-from.js";
import { tellSelection } from "../files/selection.js";
import { note } from "../notices.js";
import { type BaselineOptions, colourFor, type FindingOptions, type ReportOptions } from "../options.js";
import type { CheckFormat } from "../outputs/check-formats.js";
import { type OutputFlags, outputsOf, printedFormat } from "../outputs/outputs.js";
import { type FindingsFlags, reportFindings } from "../outputs/report-findings.js";
import { refuseReports } from "../outputs/write-output.js";
import { type Gathered, gather, requireSoundInput, type Wanted } from "../run/gather.js";
import { outcomesOf, rewrite, tellToStage, writeAll } from "../run/rewrite.js";
import { type Session, withSession } from "../run/session.js";
import { baselineFor, withoutBaselined } from "../settings/baseline-file.js";
import { printConfig } from "../settings/print-config.js";
import { choiceOfRules } from "../settings/rule-selection.js";
import type { Sink, World } from "../world.js";

export interface CheckFlags
  extends ReportOptions,
    FileOptions,
    FindingOptions,
    BaselineOptions,
    FindingsFlags,
    OutputFlags<CheckFormat> {
  readonly stdinFilename?: string;
  readonly failOn?: FailOn;
  readonly requireEvidence?: boolean;
  readonly fix?: boolean;
  readonly unsafe?: boolean;
  readonly exitNonZeroOnFix?: boolean;
  readonly printConfig?: boolean;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
}

/** `blockers check`: prints where the reports' figures do not match. Raises usage, config and git errors. */
export async function check(typed: readonly string[], flags: CheckFlags, world: World): Promise<ExitCode> {
  const paths = await pathsOf(typed, flags, world);
  const wanted = wantedOf(paths, flags);
  requireSoundInput("check", wanted);
  requireFix(flags);
  if (flags.printConfig) return printConfig(wanted, flags, world);
  // Where the document goes to stdout, what is left has to be said elsewhere.
  return checkWanted(wanted, flags, world, flags.fix && paths.includes("-") ? world.stderr : world.stdout);
}

function requireFix({ fix, unsafe, exitNonZeroOnFix, base }: CheckFlags): void {
  if (fix && base !== undefined)
    throw new BlockersError("usage", "--base judges a commit, in which nothing can be fixed");
  const alone = [unsafe && "--unsafe", exitNonZeroOnFix && "--exit-non-zero-on-fix"].find(Boolean);
  if (alone && !fix) throw new BlockersError("usage", `${String(alone)} says how to fix, so it needs --fix`);
}

function checkWanted(wanted: Wanted, flags: CheckFlags, world: World, sink: Sink): Promise<ExitCode> {
  const choice = choiceOfRules(flags);
  const outputs = outputsOf(flags, "text", world.cwd);
  return withSession(world, flags, async (session) => {
    const { failOn = "error" } = session.settings.config;
    const baseline = await baselineFor(session, flags.baseline);
    const gathered = await gather(session, { ...wanted, tables: true, rewrite: flags.fix === true }, choice);
    await refuseReports(session, outputs, {
      documents: gathered.documents.values(),
      typed: [...wanted.paths, wanted.stdinFilename ?? "-"],
      baseline: flags.baseline === false ? undefined : flags.baseline,
    });
    const { checked, failed, fixed } = flags.fix
      ? await fixFirst(session, gathered, flags)
      : { ...gathered, fixed: false };
    const results = (await withoutBaselined(session, checked, baseline)).map(({ result }) => result);
    const policy = {
      failOn: flags.failOn ?? failOn,
      requireEvidence: flags.requireEvidence === true,
      maxWarnings: flags.maxWarnings,
    };
    const told = await reportFindings(session, outputs, { results, failed, failOn: policy.failOn }, flags, sink);
    tellSelection(world, sink, gathered.selection, { format: printedFormat(outputs), debug: session.debug });
    if (failed || !told) return ExitCode.Failed;
    if (fixed && (flags.exitNonZeroOnFix || flags.staged)) return ExitCode.Found;
    if (hasTooManyWarnings(results, flags))
      note(world, `there are more warnings than --max-warnings allows, which is ${flags.maxWarnings}`);
    return exitCodeOf(results, policy);
  });
}

/** Writes what can be fixed, says so on stderr, and answers with what is left. */
async function fixFirst(
  session: Session,
  gathered: Gathered,
  flags: CheckFlags,
): Promise<{ readonly checked: readonly CheckedReport[]; readonly failed: boolean; readonly fixed: boolean }> {
  const { world } = session;
  const unsafe = flags.unsafe === true;
  const { rewritten, failed } = await rewrite(session, gathered, { unsafe, only: undefined, skip: undefined });
  const { lost, written } = await writeAll(session, rewritten);
  const piped = rewritten.find(({ document }) => document.file === undefined);
  if (piped) world.stdout.write(piped.bytes);
  const fixed = written.some(({ result }) => result.fixed.length > 0);
  const format = { color: colourFor(world, world.stderr, flags), width: world.stderr.columns, dry: false, unsafe };
  if (fixed) world.stderr.write(formatFixes(outcomesOf(written), format));
  tellToStage(session, written);
  const checked = rewritten.map((one) => (lost.includes(one) ? one.result.before : one.result.after));
  return { checked, failed: gathered.failed || failed || lost.length > 0, fixed };
}
