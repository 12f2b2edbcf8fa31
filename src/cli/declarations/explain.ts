import { type Command, Option } from "commander";
import type { ExplainFlags } from "../commands/explain.js";
import type { ExitCode } from "../exit-code.js";
import { addOutputOptions } from "../options.js";
import type { World } from "../world.js";

const EXPLAIN_HELP = `
Examples:
  blockers explain
  blockers explain total-mismatch
  blockers explain --format json | jq -r '.rules[].id'

Exit codes:
  0  told
  2  wrong usage, such as a rule that does not exist, or a fault`;

/** Adds `explain`. */
export function addExplain(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("explain")
    .summary("tell what a rule looks for, and why")
    .description("Tells what a rule looks for, and why; without a rule, lists them all.")
    .argument("[rule]", "the rule's name")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json", "markdown"]).default("text"))
    .addHelpText("after", EXPLAIN_HELP);
  addOutputOptions(command).action(async (rule: string | undefined, flags: ExplainFlags) => {
    const { explain } = await import("../commands/explain.js");
    settle(explain(rule, flags, world));
  });
}
