import type { Command } from "commander";
import type { ExitCode } from "../exit-code.js";
import { addOutputOptions, type OutputOptions } from "../options.js";
import type { World } from "../world.js";

const DEMO_HELP = `
Examples:
  blockers demo

Exit codes:
  0  shown
  2  not, or not wholly, shown`;

/** Adds `demo`. */
export function addDemo(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("demo")
    .summary("show what this does, on an invented report")
    .description("Makes a throw-away repository with an invented report, runs status and check on it, and deletes it.")
    .addHelpText("after", DEMO_HELP);
  addOutputOptions(command).action(async (flags: OutputOptions) => {
    const { demo } = await import("../commands/demo.js");
    settle(await demo(flags, world));
  });
}
