import type { Command } from "commander";
import type { InitFlags } from "../commands/init.js";
import type { ExitCode } from "../exit-code.js";
import type { World } from "../world.js";

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
      const { init } = await import("../commands/init.js");
      settle(await init(flags, world));
    });
}
