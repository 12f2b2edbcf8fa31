import type { Command } from "commander";
import type { InitFlags } from "./commands/init.js";
import type { ExitCode } from "./exit-code.js";
import { addOutputOptions, type OutputOptions } from "./options.js";
import type { World } from "./world.js";

// Each command is loaded when it runs, so that help and version need not wait for the parsers.

const INIT_HELP = `
--merge-driver enters "merge=blockers" into .gitattributes, which is to be
committed, and the driver into this clone's configuration: each clone runs this
once. Two branches that each finish another item then merge without a conflict
in the totals. Where it is not set up, git merges as it always does.`;

/** Adds `init`. */
export function addInit(program: Command, world: World, settle: (code: ExitCode) => void): void {
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
      const { mergeDriver } = await import("./commands/merge-driver.js");
      settle(await mergeDriver({ base, ours, theirs, markerSize, path }, world));
    });
}

/** Adds `explain`. */
export function addExplain(program: Command, world: World, settle: (code: ExitCode) => void): void {
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

/** Adds `demo`. */
export function addDemo(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("demo")
    .summary("show what this does, on an invented report")
    .description("Makes a throw-away repository with an invented report, runs status and check on it, and deletes it.");
  addOutputOptions(command).action(async (flags: OutputOptions) => {
    const { demo } = await import("./commands/demo.js");
    settle(await demo(flags, world));
  });
}
