import type { Command } from "commander";
import type { ExitCode } from "../exit-code.js";
import type { World } from "../world.js";

/** Adds `merge-driver`. */
export function addMergeDriver(program: Command, world: World, settle: (code: ExitCode) => void): void {
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
      const { mergeDriver } = await import("../commands/merge-driver.js");
      settle(await mergeDriver({ base, ours, theirs, markerSize, path }, world));
    });
}
