import type { Command } from "commander";
import type { ExitCode } from "../exit-code.js";
import type { World } from "../world.js";

const MERGE_DRIVER_HELP = `
Git runs this where "blockers init --merge-driver" has set it up.

Examples:
  git config merge.blockers.driver "blockers merge-driver -- %O %A %B %L %P"
  blockers merge-driver base.md ours.md theirs.md

Exit codes:
  0  merged
  1  merged, but for conflicts that are marked in the file
  2  not merged; the file is as it was`;

/** Adds `merge-driver`. */
export function addMergeDriver(program: Command, world: World, settle: (code: ExitCode) => void): void {
  program
    .command("merge-driver")
    .summary("merge three versions of a report, for git")
    .description("Merges as git does, but for numbers that follow from the rest: these are recomputed.")
    .usage("<base> <ours> <theirs> [marker-size] [path]")
    .argument("<base>", "the common ancestor (%O)")
    .argument("<ours>", "this side (%A); the result is written there")
    .argument("<theirs>", "the other side (%B)")
    .argument("[marker-size]", "characters in a conflict marker (%L)")
    .argument("[path]", "the report's path (%P)")
    .addHelpText("after", MERGE_DRIVER_HELP)
    .action(async (base: string, ours: string, theirs: string, markerSize?: string, path?: string) => {
      const { mergeDriver } = await import("../commands/merge-driver.js");
      settle(await mergeDriver({ base, ours, theirs, markerSize, path }, world));
    });
}
