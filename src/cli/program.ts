import { Command } from "commander";
import type { ExitCode } from "./exit-code.js";
import { DEFAULT_WIDTH } from "./limits.js";
import { widthFor } from "./options.js";
import { addDemo, addExplain, addInit, addMergeDriver } from "./other-commands.js";
import { addCheck, addFix, addStatus, addTable } from "./report-commands.js";
import { VERSION } from "./version.js";
import type { World } from "./world.js";

const OVERVIEW = `
Examples:
  blockers demo                       see what it does, on an invented report
  blockers status                     the readiness table of every report here
  blockers check docs/STATUS.md       where this report's numbers do not match
  blockers fix --diff docs/STATUS.md  how they would be put right
  git show HEAD:STATUS.md | blockers check --stdin-filename STATUS.md -

Exit codes:
  0  checked, nothing found
  1  checked, something found
  2  not, or not wholly, done: wrong usage, configuration or input, or a fault
  3  with --require-evidence: nothing found, but git evidence was missing`;

/** The command line, fresh for one run: `settle` gets the exit code of the command that ran. */
export function createProgram(world: World, settle: (code: ExitCode) => void): Command {
  const program = new Command("blockers")
    .description("Recomputes the numbers in markdown status reports, from the report and from git.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .addHelpText("after", OVERVIEW)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      // `main` says it, in the program's own form.
      outputError: () => undefined,
      getOutHelpWidth: () => widthFor(world, {}) ?? DEFAULT_WIDTH,
      getErrHelpWidth: () => widthFor(world, {}) ?? DEFAULT_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addCheck(program, world, settle);
  addFix(program, world, settle);
  addStatus(program, world, settle);
  addTable(program, world, settle);
  addInit(program, world, settle);
  addMergeDriver(program, world, settle);
  addExplain(program, world, settle);
  addDemo(program, world, settle);
  return program;
}
