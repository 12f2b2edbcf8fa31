import { Command } from "commander";
import { addBaseline } from "./declarations/baseline.js";
import { addCheck } from "./declarations/check.js";
import { addCompletion } from "./declarations/completion.js";
import { addDemo } from "./declarations/demo.js";
import { addDoctor } from "./declarations/doctor.js";
import { addExplain } from "./declarations/explain.js";
import { addFix } from "./declarations/fix.js";
import { addInit } from "./declarations/init.js";
import { addMergeDriver } from "./declarations/merge-driver.js";
import { addStatus } from "./declarations/status.js";
import { addTable } from "./declarations/table.js";
import type { ExitCode } from "./exit-code.js";
import { DEFAULT_WIDTH } from "./limits.js";
import { widthFor } from "./options.js";
import { VERSION } from "./version.js";
import type { World } from "./world.js";

const OVERVIEW = `
Examples:
  blockers demo                       see what it does, on an invented report
  blockers status                     the readiness table of every report here
  blockers check docs/STATUS.md       where this report's numbers do not match
  blockers fix --diff docs/STATUS.md  how they would be put right
  git show HEAD:STATUS.md | blockers check --stdin-filename STATUS.md -

"blockers COMMAND --help" tells what can be given to a command.

Exit codes:
  0  checked, nothing found
  1  checked, something found
  2  not, or not wholly, done: wrong usage, configuration or input, or a fault
  3  with --require-evidence: nothing found, but git evidence was missing`;

/** In the order of the help. What a command does is loaded when it runs, so that help need not wait for the parsers. */
const COMMANDS = new Map([
  ["check", addCheck],
  ["fix", addFix],
  ["status", addStatus],
  ["table", addTable],
  ["baseline", addBaseline],
  ["init", addInit],
  ["doctor", addDoctor],
  ["merge-driver", addMergeDriver],
  ["explain", addExplain],
  ["completion", addCompletion],
  ["demo", addDemo],
]);

/** With one of these first, no command is run, whatever follows. */
const OVERVIEWS: ReadonlySet<string> = new Set(["--help", "-h"]);

/** A command that takes nothing in: what is declared of it takes a third of the time that the overview takes. */
class Outline extends Command {
  override option(): this {
    return this;
  }

  override addOption(): this {
    return this;
  }

  override addHelpText(): this {
    return this;
  }
}

/** They need to know the others. */
const KNOWS_ALL = "completion";

/**
 * The command line, fresh for one run: `settle` gets the exit code of the command that ran. Where the first word names a
 * command, that one is all there is.
 */
export function createProgram(world: World, settle: (code: ExitCode) => void, first?: string): Command {
  const program = new Command("blockers")
    .description("Recomputes the numbers in markdown status reports, from the report and from git.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .configureHelp({ subcommandTerm: (command) => command.name() })
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
  // The overview has of each command its name and its summary.
  if (first !== undefined && OVERVIEWS.has(first)) program.createCommand = (name) => new Outline(name);
  const named = first === undefined || first === KNOWS_ALL ? undefined : COMMANDS.get(first);
  for (const add of named ? [named] : COMMANDS.values()) add(program, world, settle);
  return program;
}
