import { formatStatusJson } from "../../format/json-status.js";
import { formatStatus } from "../../format/text-status.js";
import type { Readiness } from "../../model/readiness.js";
import { isDone } from "../../model/status.js";
import { readinessToMarkdown } from "../../readiness/to-markdown.js";
import { ExitCode } from "../exit-code.js";
import { tellSelection } from "../files/selection.js";
import { type ReportOptions, viewFor } from "../options.js";
import { type OutputFlags, outputsOf, printedFormat } from "../outputs/outputs.js";
import type { StatusFormat } from "../outputs/status-formats.js";
import { refuseReports, writeOutputs } from "../outputs/write-output.js";
import { gather } from "../run/gather.js";
import { withSession } from "../run/session.js";
import type { World } from "../world.js";

export interface StatusFlags extends ReportOptions, OutputFlags<StatusFormat> {
  readonly open?: boolean;
}

/** `blockers status`: prints the readiness table of each report. Raises usage, config and git errors. */
export async function status(paths: readonly string[], flags: StatusFlags, world: World): Promise<ExitCode> {
  const outputs = outputsOf(flags, "text", world.cwd);
  return withSession(world, flags, async (session) => {
    const { checked, failed, documents, selection } = await gather(session, { paths }, {});
    await refuseReports(session, outputs, { documents: documents.values(), typed: paths });
    const tables = checked.map(({ readiness }) => (flags.open ? unfinished(readiness) : readiness));
    const files = outputs.flatMap(({ format, path }) => {
      const text = render(tables, format, path, flags, world);
      if (path !== undefined) return [{ path, text }];
      world.stdout.write(text);
      return [];
    });
    const written = await writeOutputs(session, files);
    tellSelection(world, world.stdout, selection, { format: printedFormat(outputs), debug: session.debug });
    return failed || !written ? ExitCode.Failed : ExitCode.Clean;
  });
}

/** The totals stay those of the whole report. */
function unfinished(readiness: Readiness): Readiness {
  return { ...readiness, rows: readiness.rows.filter((row) => !isDone(row.status)) };
}

function render(
  tables: readonly Readiness[],
  format: StatusFormat,
  path: string | undefined,
  flags: StatusFlags,
  world: World,
): string {
  if (format === "json") return formatStatusJson(tables);
  if (tables.length === 0) return "";
  if (format === "markdown") return readinessToMarkdown(tables);
  return formatStatus(tables, viewFor(world, world.stdout, path, flags));
}
