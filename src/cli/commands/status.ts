import { formatStatusJson } from "../../format/json-status.js";
import { formatStatus } from "../../format/text-status.js";
import type { Readiness } from "../../model/readiness.js";
import { isDone } from "../../model/status.js";
import { readinessToMarkdown } from "../../readiness/to-markdown.js";
import { ExitCode } from "../exit-code.js";
import { gather } from "../gather.js";
import { colourFor, type ReportOptions, widthFor } from "../options.js";
import { tellSelection } from "../selection.js";
import { withSession } from "../session.js";
import type { World } from "../world.js";

export interface StatusFlags extends ReportOptions {
  readonly format: "text" | "json" | "markdown";
  readonly open?: boolean;
}

/** `blockers status`: prints the readiness table of each report. Raises usage, config and git errors. */
export function status(paths: readonly string[], flags: StatusFlags, world: World): Promise<ExitCode> {
  return withSession(world, flags, async (session) => {
    const { checked, failed, selection } = await gather(session, { paths }, {});
    const tables = checked.map(({ readiness }) => (flags.open ? unfinished(readiness) : readiness));
    world.stdout.write(render(tables, flags, world));
    tellSelection(world, world.stdout, selection, flags);
    return failed ? ExitCode.Failed : ExitCode.Clean;
  });
}

/** The totals stay those of the whole report. */
function unfinished(readiness: Readiness): Readiness {
  return { ...readiness, rows: readiness.rows.filter((row) => !isDone(row.status)) };
}

function render(tables: readonly Readiness[], flags: StatusFlags, world: World): string {
  if (flags.format === "json") return formatStatusJson(tables);
  if (tables.length === 0) return "";
  if (flags.format === "markdown") return readinessToMarkdown(tables);
  return formatStatus(tables, { color: colourFor(world, world.stdout, flags), width: widthFor(world, flags) });
}
