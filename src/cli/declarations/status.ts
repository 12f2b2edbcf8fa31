import type { Command } from "commander";
import type { StatusFlags } from "../commands/status.js";
import type { ExitCode } from "../exit-code.js";
import { addOutputOptions, addScopeOptions, addSessionOptions } from "../options.js";
import { addFormatOptions } from "../outputs/outputs.js";
import { STATUS_FORMATS } from "../outputs/status-formats.js";
import type { World } from "../world.js";

const STATUS_HELP = `
Without paths: the reports among the markdown files that git tracks below here.

Examples:
  blockers status
  blockers status --open docs/STATUS.md
  blockers status --format markdown > READINESS.md

Exit codes:
  0  printed, whatever the reports say
  2  not, or not wholly, done: wrong usage, configuration or input, or a fault`;

/** Adds `status`. */
export function addStatus(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("status")
    .summary("print the readiness table of each report")
    .description("Prints for each report its items, with their status and the evidence in git.")
    .argument("[paths...]", "reports, or folders with reports")
    .option("--open", "only what is not finished")
    .addHelpText("after", STATUS_HELP);
  addFormatOptions(command, STATUS_FORMATS);
  addOutputOptions(addSessionOptions(addScopeOptions(command, { writes: false }))).action(
    async (paths: string[], flags: StatusFlags) => {
      const { status } = await import("../commands/status.js");
      settle(await status(paths, flags, world));
    },
  );
}
