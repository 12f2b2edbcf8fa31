import { type Command, Option } from "commander";
import { FAIL_ON } from "../../config/levels.js";
import type { CheckFlags } from "../commands/check.js";
import type { ExitCode } from "../exit-code.js";
import {
  addBaselineOptions,
  addFileOptions,
  addFindingOptions,
  addLimitOption,
  addOutputOptions,
  addScopeOptions,
  addSessionOptions,
  collectNames,
  parseCount,
} from "../options.js";
import { CHECK_FORMATS } from "../outputs/check-formats.js";
import { addFormatOptions } from "../outputs/outputs.js";
import type { World } from "../world.js";

const CHECK_HELP = `
Without paths: the reports among the markdown files that git tracks below here.
A folder stands for the reports in it. "-" stands for standard input.

--staged, --changed and --base keep to the reports that changed, and to those
that name a file that changed; of paths that are given, to those that changed.
With --staged the index is judged, with --base the head's commit: nothing is
read from the files on disk but the configuration. Where no report is concerned,
one line says so, and the exit code is 0.

--require-evidence ends with exit code 3 when nothing was found, but some figure
could not be compared because there is no repository, or because its history is
shallow, partial or was not read in time.

Examples:
  blockers check
  blockers check docs/STATUS.md --as-of v1.2.0
  blockers check --staged
  blockers check --changed=origin/main
  blockers check --base origin/main --head HEAD
  blockers check --only total-mismatch,count-mismatch docs
  blockers check --config-from origin/main
  git ls-files -z docs | blockers check --files-from -
  blockers check --format json - < STATUS.md
  blockers check --format github --output sarif=blockers.sarif

Exit codes:
  0  checked, nothing found at or above --fail-on
  1  checked, something found; or fixed, with --exit-non-zero-on-fix or --staged
  2  not, or not wholly, done: wrong usage, configuration or input, or a fault
  3  with --require-evidence: nothing found, but git evidence was missing`;

/** Adds `check`. */
export function addCheck(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("check")
    .summary("say where the numbers in reports do not match")
    .description("Recomputes what reports say of themselves and of git, and says where it does not match.")
    .argument("[paths...]", 'reports, folders with reports, or "-"')
    .option("--stdin-filename <path>", 'with "-": the report\'s path; it need not exist')
    .addOption(new Option("--fail-on <severity>", "end with exit code 1 from this severity on").choices(FAIL_ON))
    .option("--max-warnings <count>", "end with exit code 1 when there are more warnings than these", parseCount)
    .option("-q, --quiet", "with --format text: show errors only; the summary counts the rest, too")
    .option("--require-evidence", "end with exit code 3 when git evidence is missing")
    .option("--reports-only", "leave out named files that are no reports")
    .option("--only <rule>", "run only this rule; repeatable, commas allowed", collectNames)
    .option("--skip <rule>", "leave this rule out; repeatable, commas allowed", collectNames)
    .option("--fix", 'first put right what the reports\' own parts imply, as "blockers fix" does')
    .option("--unsafe", "with --fix: also what git or a judgement decides")
    .option("--exit-non-zero-on-fix", "with --fix: exit code 1 if something was fixed")
    .option("--print-config", "print the configuration that holds for a file, and check nothing")
    .addHelpText("after", CHECK_HELP);
  addLimitOption(addFormatOptions(command, CHECK_FORMATS));
  addSessionOptions(addScopeOptions(addFileOptions(command), { writes: false }));
  addOutputOptions(addBaselineOptions(addFindingOptions(command))).action(
    async (paths: string[], flags: CheckFlags) => {
      const { check } = await import("../commands/check.js");
      settle(await check(paths, flags, world));
    },
  );
}
