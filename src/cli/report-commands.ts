import { type Command, Option } from "commander";
import { FAIL_ON } from "../config/levels.js";
import type { CheckFlags } from "./commands/check.js";
import type { FixFlags } from "./commands/fix.js";
import type { StatusFlags } from "./commands/status.js";
import type { ExitCode } from "./exit-code.js";
import { addOutputOptions, addSessionOptions, collectNames } from "./options.js";
import type { TableFlags } from "./table-flags.js";
import type { World } from "./world.js";

// Each command is loaded when it runs, so that help and version need not wait for the parsers.

const CHECK_HELP = `
Without paths: the reports among the markdown files that git tracks below here.
A folder stands for the reports in it. "-" stands for standard input.

--require-evidence ends with exit code 3 when nothing was found, but some figure
could not be compared because there is no repository, or because its history is
shallow, partial or was not read in time.

Examples:
  blockers check
  blockers check docs/STATUS.md --as-of v1.2.0
  blockers check --only total-mismatch,count-mismatch docs
  blockers check --format json - < STATUS.md`;

const FIX_HELP = `
Safe fixes follow from the report's own parts; parts are never changed to fit a
total. What git tells of the past is never rewritten without --unsafe. Code,
comments and quotations are left alone, and so is a file that would not be
right afterwards. With "-" the whole document goes to stdout.

Examples:
  blockers fix --diff docs/STATUS.md
  blockers fix docs/STATUS.md
  blockers fix --unsafe --interactive docs/STATUS.md
  blockers fix - < STATUS.md > STATUS.new.md`;

const STATUS_HELP = `
Without paths: the reports among the markdown files that git tracks below here.

Examples:
  blockers status
  blockers status --open docs/STATUS.md
  blockers status --format markdown > READINESS.md`;

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
  blockers table docs --into README.md --id overview --write`;

/** Adds `check`. */
export function addCheck(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("check")
    .summary("say where the numbers in reports do not match")
    .description("Recomputes what reports say of themselves and of git, and says where it does not match.")
    .argument("[paths...]", 'reports, folders with reports, or "-"')
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .option("--stdin-filename <path>", 'with "-": the report\'s path; it need not exist')
    .addOption(new Option("--fail-on <severity>", "end with exit code 1 from this severity on").choices(FAIL_ON))
    .option("--require-evidence", "end with exit code 3 when git evidence is missing")
    .option("--only <rule>", "run only this rule; repeatable, commas allowed", collectNames)
    .option("--skip <rule>", "leave this rule out; repeatable, commas allowed", collectNames)
    .option("--fix", 'first put right what the reports\' own parts imply, as "blockers fix" does')
    .option("--unsafe", "with --fix: also what git or a judgement decides")
    .option("--exit-non-zero-on-fix", "with --fix: exit code 1 if something was fixed")
    .addHelpText("after", CHECK_HELP);
  addOutputOptions(addSessionOptions(command)).action(async (paths: string[], flags: CheckFlags) => {
    const { check } = await import("./commands/check.js");
    settle(await check(paths, flags, world));
  });
}

/** Adds `fix`. */
export function addFix(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("fix")
    .summary("put right what the reports' own parts imply")
    .description("Rewrites totals, counts, percentages and damaged characters, and not a byte more.")
    .argument("[paths...]", 'reports, folders with reports, or "-"')
    .option("--unsafe", "also what git or a judgement decides: line counts, file counts, statuses")
    .option("--dry-run", "write nothing, say what would be fixed")
    .option("--diff", "write nothing, print a unified diff; exit code 1 if there is one")
    .option("--check", "write nothing; exit code 1 if something would be fixed")
    .option("--exit-non-zero-on-fix", "exit code 1 if something was fixed")
    .option("-i, --interactive", "show one finding at a time, and ask")
    .option("--stdin-filename <path>", 'with "-": the report\'s path; it need not exist')
    .option("--only <rule>", "fix only what this rule finds; repeatable, commas allowed", collectNames)
    .option("--skip <rule>", "leave alone what this rule finds; repeatable, commas allowed", collectNames)
    .addHelpText("after", FIX_HELP);
  addOutputOptions(addSessionOptions(command)).action(async (paths: string[], flags: FixFlags) => {
    const { fix } = await import("./commands/fix.js");
    settle(await fix(paths, flags, world));
  });
}

/** Adds `status`. */
export function addStatus(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("status")
    .summary("print the readiness table of each report")
    .description("Prints for each report its items, with their status and the evidence in git.")
    .argument("[paths...]", "reports, or folders with reports")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json", "markdown"]).default("text"))
    .option("--open", "only what is not finished")
    .addHelpText("after", STATUS_HELP);
  addOutputOptions(addSessionOptions(command)).action(async (paths: string[], flags: StatusFlags) => {
    const { status } = await import("./commands/status.js");
    settle(await status(paths, flags, world));
  });
}

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
    const { table } = await import("./commands/table.js");
    settle(await table(paths, flags, world));
  });
}
