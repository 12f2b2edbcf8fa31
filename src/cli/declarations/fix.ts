import type { Command } from "commander";
import type { FixFlags } from "../commands/fix.js";
import type { ExitCode } from "../exit-code.js";
import {
  addFileOptions,
  addFindingOptions,
  addOutputOptions,
  addScopeOptions,
  addSessionOptions,
  collectNames,
} from "../options.js";
import type { World } from "../world.js";

const FIX_HELP = `
Safe fixes follow from the report's own parts; parts are never changed to fit a
total. What git tells of the past is never rewritten without --unsafe. Code,
comments and quotations are left alone, and so is a file that would not be
right afterwards. With "-" the whole document goes to stdout.

--staged fixes staged reports on disk and leaves the index alone: the exit code
is 1 until they are staged again. A partly staged report is refused.

Examples:
  blockers fix --diff docs/STATUS.md
  blockers fix docs/STATUS.md
  blockers fix --unsafe --interactive docs/STATUS.md
  blockers fix - < STATUS.md > STATUS.new.md

Exit codes:
  0  put right, or nothing to put right
  1  something to put right, or put right, with an option that asks for it
  2  not, or not wholly, done; a file is as it was, or wholly put right`;

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
    .option("--reports-only", "leave out named files that are no reports")
    .option("--only <rule>", "fix only what this rule finds; repeatable, commas allowed", collectNames)
    .option("--skip <rule>", "leave alone what this rule finds; repeatable, commas allowed", collectNames)
    .addHelpText("after", FIX_HELP);
  addSessionOptions(addScopeOptions(addFileOptions(command), { writes: true }));
  addOutputOptions(addFindingOptions(command)).action(async (paths: string[], flags: FixFlags) => {
    const { fix } = await import("../commands/fix.js");
    settle(await fix(paths, flags, world));
  });
}
