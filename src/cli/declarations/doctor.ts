import { type Command, Option } from "commander";
import type { DoctorFlags } from "../commands/doctor.js";
import type { ExitCode } from "../exit-code.js";
import { addOutputOptions } from "../options.js";
import type { World } from "../world.js";

const DOCTOR_HELP = `
It looks at Node, git, the clone (shallow, partial, tags, refs), the
configuration, the reports, and at what "blockers init" sets up.

Examples:
  blockers doctor
  blockers doctor --format json

Exit codes:
  0  nothing keeps figures from being checked
  1  something does; what mends it stands below it
  2  not, or not wholly, done: wrong usage, or a fault`;

/** Adds `doctor`. */
export function addDoctor(program: Command, world: World, settle: (code: ExitCode) => void): void {
  const command = program
    .command("doctor")
    .summary("say what can be checked here, and what cannot")
    .description("Says what it can and cannot see here, and how to mend that.")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .addHelpText("after", DOCTOR_HELP);
  addOutputOptions(command).action(async (flags: DoctorFlags) => {
    const { doctor } = await import("../commands/doctor.js");
    settle(await doctor(flags, world));
  });
}
