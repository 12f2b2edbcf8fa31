import type { Command } from "commander";
import type { BaselineFlags } from "../commands/baseline.js";
import type { ExitCode } from "../exit-code.js";
import { addFindingOptions, addOutputOptions, addSessionOptions, collectNames } from "../options.js";
import type { World } from "../world.js";

const BASELINE_HELP = `
What the baseline knows is not told of by "blockers check", nor does it count
for the exit code: only what is new does. A finding is known by its rule, its
report, the headings above, its row or line, and the words that do not match;
lines may move. Another wrong figure in its place is new, and so is everything
in a report that was renamed.

Without an option, what is found is added, and nothing taken out.

Examples:
  blockers baseline                  from here on, tell only of what is new
  blockers baseline --prune          take out what has been put right
  blockers baseline --check          in CI: is it what it would be now?

Exit codes:
  0  written, or nothing to write
  1  with --check: something is to be added or taken out
  2  not done: wrong usage, configuration or input, or a fault`;

/** Adds `baseline`. */
export function addBaseline(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("baseline")
    .summary("let check tell only of what is new from now on")
    .description("Writes what is found now into a file, blockers-baseline.json, of findings that are known.")
    .argument("[paths...]", "reports, or folders with reports")
    .option("--prune", "take out what is not found any more, and add nothing")
    .option("--check", "write nothing; exit code 1 if something is to be added or taken out")
    .option("--dry-run", "write nothing, say what would be written")
    .option("--baseline <path>", "this file instead of blockers-baseline.json")
    .option("--only <rule>", "add only what this rule finds; repeatable, commas allowed", collectNames)
    .option("--skip <rule>", "leave this rule out; repeatable, commas allowed", collectNames)
    .addHelpText("after", BASELINE_HELP);
  addOutputOptions(addFindingOptions(addSessionOptions(command))).action(
    async (paths: string[], flags: BaselineFlags) => {
      const { baseline } = await import("../commands/baseline.js");
      settle(await baseline(paths, flags, world));
    },
  );
}
