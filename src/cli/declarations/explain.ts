import type { Command } from "commander";
import type { ExitCode } from "../exit-code.js";
import { addOutputOptions, type OutputOptions } from "../options.js";
import type { World } from "../world.js";

/** Adds `explain`. */
export function addExplain(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("explain")
    .summary("tell what a rule looks for, and why")
    .description("Tells what a rule looks for, and why; without a rule, lists them all.")
    .argument("[rule]", "the rule's name");
  addOutputOptions(command).action(async (rule: string | undefined, flags: OutputOptions) => {
    const { explain } = await import("../commands/explain.js");
    settle(explain(rule, flags, world));
  });
}
