import type { CheckFormatOptions } from "../../format/options.js";
import type { FileResult } from "../../model/diagnostic.js";
import { note } from "../notices.js";
import { colourFor, type OutputOptions, viewFor } from "../options.js";
import type { Session } from "../run/session.js";
import { VERSION } from "../version.js";
import type { Sink } from "../world.js";
import { type CheckFormat, limitFor, renderCheck } from "./check-formats.js";
import type { Output } from "./outputs.js";
import { writeOutputs } from "./write-output.js";

export interface FindingsFlags extends OutputOptions {
  readonly maxFindings?: number | "all";
  readonly quiet?: boolean;
}

/** How a run went that has these findings. */
export interface Outcome extends Pick<CheckFormatOptions, "failOn" | "failed"> {
  readonly results: readonly FileResult[];
}

/** Prints and writes findings in all forms that are asked for; false, said on stderr, where a file could not be written. */
export async function reportFindings(
  session: Session,
  outputs: readonly Output<CheckFormat>[],
  outcome: Outcome,
  flags: FindingsFlags,
  sink: Sink,
): Promise<boolean> {
  const { world } = session;
  const { results, failOn, failed } = outcome;
  const tool = { name: "blockers", version: VERSION };
  const texts = await Promise.all(
    outputs.map(async ({ format, path }) => {
      const maxFindings = limitFor(format, flags.maxFindings);
      const options = { ...viewFor(world, sink, path, flags), quiet: flags.quiet, tool, maxFindings, failOn, failed };
      return { format, path, text: await renderCheck(format, results, options) };
    }),
  );
  const printed = texts.find(({ path }) => path === undefined);
  // Its commands are meant, and nothing else in it is one.
  if (printed) sink.write(printed.format === "github" ? Buffer.from(printed.text) : printed.text);
  if (printed === undefined || isBrief(printed.format, results)) await sayBriefly(session, results, flags);
  return writeOutputs(
    session,
    texts.flatMap(({ path, text }) => (path === undefined ? [] : [{ path, text }])),
  );
}

/** Whether a form leaves out what has to be said in every run: how much a report's own comments hide, above all. */
function isBrief(format: CheckFormat, results: readonly FileResult[]): boolean {
  if (format === "concise") return true;
  const hides = results.some(({ hidden }) => hidden.suppressed + hidden.baselined > 0);
  return hides && (format === "gitlab" || format === "rdjson");
}

/** On stderr, what a form on stdout has no place for. */
async function sayBriefly({ world }: Session, results: readonly FileResult[], flags: OutputOptions): Promise<void> {
  if (results.length === 0) return;
  const [{ summarize }, { createTheme }] = await Promise.all([
    import("../../format/summary.js"),
    import("../../format/theme.js"),
  ]);
  for (const { path, notes } of results) for (const text of notes) note(world, `${path}: ${text}`);
  world.stderr.write(`${summarize(results, createTheme(colourFor(world, world.stderr, flags)))}\n`);
}
