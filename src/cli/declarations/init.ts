import { type Command, Option } from "commander";
import type { InitFlags } from "../commands/init.js";
import type { ExitCode } from "../exit-code.js";
import { CI_SERVICES } from "../setup/services.js";
import type { World } from "../world.js";

const INIT_HELP = `
Without flags it writes a blockers.yaml in which everything is a comment. Files
of yours are never overwritten; its own are brought up to date, unless they were
changed by hand since: then only with --force. Each part is done on its own.

--hook installs git's own pre-commit hook, in the folder that core.hooksPath
names. Where husky, lefthook or pre-commit run the hooks, it tells what to give
to them.

--ci writes .github/workflows/blockers.yml, or a job for GitLab. The job
installs what --from names, else what the project's package-lock.json names,
else what the variable BLOCKERS_PACKAGE of the repository says.

--merge-driver enters "merge=blockers" into .gitattributes, which is to be
committed, and the driver into this clone's configuration: each clone runs this
once. Two branches that each finish another item then merge without a conflict
in the totals. Where it is not set up, git merges as it always does.

Examples:
  blockers init
  blockers init --hook --ci --dry-run
  blockers init --ci=gitlab --from ./blockers-1.0.0.tgz
  blockers init --merge-driver

Exit codes:
  0  set up, or set up already
  2  not, or not wholly, set up: a part was left to you`;

/** Adds `init`. */
export function addInit(program: Command, world: World, settle: (code: ExitCode) => void): void {
  program
    .command("init")
    .summary("set the repository up")
    .description("Sets the repository around here up for what is asked for.")
    .option("--config", "write a blockers.yaml, all comments; the default without other flags")
    .option("--hook", "check the reports of each commit, before it is made")
    .addOption(new Option("--ci [service]", "have a CI service check all reports").choices(CI_SERVICES))
    .option("--from <package>", "with --ci: what npm installs there to get blockers")
    .option("--merge-driver", "let merges recompute derived numbers instead of conflicting in them")
    .option("--dry-run", "write nothing, print what would be written")
    .option("--force", "also write anew what was changed by hand since init wrote it")
    .addHelpText("after", INIT_HELP)
    .action(async (flags: InitFlags) => {
      const { init } = await import("../commands/init.js");
      settle(await init(flags, world));
    });
}
