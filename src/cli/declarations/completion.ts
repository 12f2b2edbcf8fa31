import { Argument, type Command } from "commander";
import { SHELLS, type Shell } from "../completion/tree.js";
import type { ExitCode } from "../exit-code.js";
import type { World } from "../world.js";

const COMPLETION_HELP = `
Examples:
  source <(blockers completion bash)    # for good, put this into ~/.bashrc
  blockers completion zsh > "\${fpath[1]}/_blockers"
  blockers completion fish > ~/.config/fish/completions/blockers.fish

Exit codes:
  0  printed
  2  wrong usage, or a fault`;

/** Adds `completion`. */
export function addCompletion(program: Command, world: World, settle: (code: ExitCode) => void): void {
  program
    .command("completion")
    .summary("print a completion script for a shell")
    .description("Prints a script that makes a shell complete commands, options, their values, rules and paths.")
    .addArgument(new Argument("<shell>", "which shell").choices(SHELLS))
    .addHelpText("after", COMPLETION_HELP)
    .action(async (shell: Shell) => {
      const { completion } = await import("../commands/completion.js");
      settle(completion(shell, program, world));
    });
}
