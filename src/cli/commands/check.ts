import type { FailOn } from "../../config/levels.js";
import { BlockersError } from "../../errors.js";
import { formatCheckJson } from "../../format/json-check.js";
import { formatCheck } from "../../format/text-check.js";
import type { FileResult, Severity } from "../../model/diagnostic.js";
import { ExitCode, exitCodeOf } from "../exit-code.js";
import { gather } from "../gather.js";
import { colourFor, type ReportOptions, widthFor } from "../options.js";
import { ruleIds } from "../rule-selection.js";
import { withSession } from "../session.js";
import { VERSION } from "../version.js";
import type { World } from "../world.js";

export interface CheckFlags extends ReportOptions {
  readonly format: "text" | "json";
  readonly stdinFilename?: string;
  readonly failOn?: FailOn;
  readonly requireEvidence?: boolean;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/** `blockers check`: prints where the reports' figures do not match. Raises usage, config and git errors. */
export function check(paths: readonly string[], flags: CheckFlags, world: World): Promise<ExitCode> {
  requireSoundInput(paths, flags.stdinFilename);
  const only = ruleIds("--only", flags.only);
  const skip = ruleIds("--skip", flags.skip);
  return withSession(world, flags, async (session) => {
    const { rules = {}, failOn } = session.settings.config;
    const { checked, failed } = await gather(
      session,
      { paths, stdinFilename: flags.stdinFilename },
      { ...(only && { only }), ...(skip && { skip }), severities: rules as Readonly<Record<string, Severity | "off">> },
    );
    const results = checked.map(({ result }) => result);
    world.stdout.write(render(results, flags, world));
    if (failed) return ExitCode.Failed;
    return exitCodeOf(results, {
      failOn: flags.failOn ?? failOn ?? "error",
      requireEvidence: flags.requireEvidence === true,
    });
  });
}

function render(results: readonly FileResult[], flags: CheckFlags, world: World): string {
  if (flags.format === "json") return formatCheckJson(results, { name: "blockers", version: VERSION });
  if (results.length === 0) return "";
  return formatCheck(results, { color: colourFor(world, world.stdout, flags), width: widthFor(world, flags) });
}

function requireSoundInput(paths: readonly string[], stdinFilename: string | undefined): void {
  const stdin = paths.includes("-");
  if (stdin && paths.length > 1) {
    throw new BlockersError("usage", '"-" stands for standard input, and cannot be mixed with paths');
  }
  if (!stdin && stdinFilename !== undefined) {
    throw new BlockersError("usage", '--stdin-filename names what is read from standard input, so it needs "-"', [
      `For example: blockers check --stdin-filename ${stdinFilename} - < ${stdinFilename}`,
    ]);
  }
}
