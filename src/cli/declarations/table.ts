import type { Command } from "commander";
import type { ExitCode } from "../exit-code.js";
import { addOutputOptions, addSessionOptions, collectNames } from "../options.js";
import type { TableFlags } from "../tables/table-flags.js";
import type { World } from "../world.js";

const TABLE_HELP = `
One report gives a table of its items, several give one of the reports. --write
keeps such a table in a file, between two lines that stand in it:

  <!-- blockers:begin ID -->
  <!-- blockers:end -->

It is made from the reports that the configuration names under "tables", else
from the report it stands in. A table that was changed by hand is left alone.

Columns of items: key, title, status, percent, commits, files, evidence, line.
Columns of reports: report, title, done, open, total, percent, stated.
Places in a template: {table}, {title}, {done}, {open}, {total}, {percent},
{summary}.

Examples:
  blockers table docs/STATUS.md --columns key,title,status,evidence
  blockers table --write README.md
  blockers table --check
  blockers table docs --into README.md --id overview --write

Exit codes:
  0  printed or written, or all tables are current
  1  with --check: a table is not current
  2  not, or not wholly, done: wrong usage, configuration or input, or a fault`;

/** Adds `table`. */
export function addTable(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("table")
    .summary("print a readiness table as markdown, or keep it in a file")
    .description("Prints the readiness table of a report, or of several, as markdown, or keeps it in a file.")
    .argument("[paths...]", "reports, or folders with reports")
    .option("--columns <names>", "these columns, with commas between them", collectNames)
    .option("--template <text>", "markdown around the table, with places such as {table}")
    .option("--write", "write the tables into the files, between their markers")
    .option("--check", "write nothing; end with exit code 1 when a table is not current")
    .option("--force", "with --write: overwrite what was changed by hand, too")
    .option("--into <file>", "with --write or --check: keep the table of these reports in this file")
    .option("--id <id>", "only the table of that ID")
    .addHelpText("after", TABLE_HELP);
  addOutputOptions(addSessionOptions(command)).action(async (paths: string[], flags: TableFlags) => {
    const { table } = await import("../commands/table.js");
    settle(await table(paths, flags, world));
  });
}
