import { Command, Option } from "commander";
import { FAIL_ON } from "../config/levels.js";
import type { CheckFlags } from "./commands/check.js";
import type { FixFlags } from "./commands/fix.js";
import type { InitFlags } from "./commands/init.js";
import type { StatusFlags } from "./commands/status.js";
import type { ExitCode } from "./exit-code.js";
import { DEFAULT_WIDTH } from "./limits.js";
import { addOutputOptions, addSessionOptions, collectNames, type OutputOptions, widthFor } from "./options.js";
import { VERSION } from "./version.js";
import type { World } from "./world.js";

const OVERVIEW = `
Examples:
  blockers demo                       see what it does, on an invented report
  blockers status                     the readiness table of every report here
  blockers check docs/STATUS.md       where this report's numbers do not match
  blockers fix --diff docs/STATUS.md  how they would be put right
  git show HEAD:STATUS.md | blockers check --stdin-filename STATUS.md -

Exit codes:
  0  checked, nothing found
  1  checked, something found
  2  not, or not wholly, done: wrong usage, configuration or input, or a fault
  3  with --require-evidence: nothing found, but git evidence was missing`;

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

const INIT_HELP = `
--merge-driver enters "merge=blockers" into .gitattributes, which is to be
committed, and the driver into this clone's configuration: each clone runs this
once. Two branches that each finish another item then merge without a conflict
in the totals. Where it is not set up, git merges as it always does.`;

const STATUS_HELP = `
Without paths: the reports among the markdown files that git tracks below here.

Examples:
  blockers status
  blockers status --open docs/STATUS.md
  blockers status --format markdown > READINESS.md`;

/** The command line, fresh for one run: `settle` gets the exit code of the command that ran. */
export function createProgram(world: World, settle: (code: ExitCode) => void): Command {
  const program = new Command("blockers")
    .description("Recomputes the numbers in markdown status reports, from the report and from git.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .addHelpText("after", OVERVIEW)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      // `main` says it, in the program's own form.
      outputError: () => undefined,
      getOutHelpWidth: () => widthFor(world, {}) ?? DEFAULT_WIDTH,
      getErrHelpWidth: () => widthFor(world, {}) ?? DEFAULT_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addCheck(program, world, settle);
  addFix(program, world, settle);
  addStatus(program, world, settle);
  addInit(program, world, settle);
  addMergeDriver(program, world, settle);
  addExplain(program, world, settle);
  addDemo(program, world, settle);
  return program;
}

// The commands are loaded when they run, so that help and version need not wait for the parsers.

function addCheck(program: Command, world: World, settle: (code: ExitCode) => void): void {
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

function addFix(program: Command, world: World, settle: (code: ExitCode) => void): void {
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

function addStatus(program: Command, world: World, settle: (code: ExitCode) => void): void {
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

function addInit(program: Command, world: World, settle: (code: ExitCode) => void): void {
  program
    .command("init")
    .summary("set the repository up")
    .description("Sets the repository around here up for what is asked for.")
    .option("--merge-driver", "let merges recompute derived numbers instead of conflicting in them")
    .addHelpText("after", INIT_HELP)
    .action(async (flags: InitFlags) => {
      const { init } = await import("./commands/init.js");
      settle(await init(flags, world));
    });
}

function addMergeDriver(program: Command, world: World, settle: (code: ExitCode) => void): void {
  program
    .command("merge-driver")
    .summary("merge three versions of a report, for git")
    .description("Merges as git does, but for numbers that follow from the rest: these are recomputed.")
    .argument("<base>", "the common ancestor (%O)")
    .argument("<ours>", "this side (%A); the result is written there")
    .argument("<theirs>", "the other side (%B)")
    .argument("[marker-size]", "characters in a conflict marker (%L)")
    .argument("[path]", "the report's path (%P)")
    .action(async (base: string, ours: string, theirs: string, markerSize?: string, path?: string) => {
      const { mergeDriver } = await import("./commands/merge-driver.js");
      settle(await mergeDriver({ base, ours, theirs, markerSize, path }, world));
    });
}

function addExplain(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("explain")
    .summary("tell what a rule looks for, and why")
    .description("Tells what a rule looks for, and why; without a rule, lists them all.")
    .argument("[rule]", "the rule's name");
  addOutputOptions(command).action(async (rule: string | undefined, flags: OutputOptions) => {
    const { explain } = await import("./commands/explain.js");
    settle(explain(rule, flags, world));
  });
}

function addDemo(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("demo")
    .summary("show what this does, on an invented report")
    .description("Makes a throw-away repository with an invented report, runs status and check on it, and deletes it.");
  addOutputOptions(command).action(async (flags: OutputOptions) => {
    const { demo } = await import("./commands/demo.js");
    settle(await demo(flags, world));
  });
}
