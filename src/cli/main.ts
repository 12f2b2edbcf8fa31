import { CommanderError } from "commander";
import { ExitCode } from "./exit-code.js";
import { complain, complainOf } from "./notices.js";
import { safeForRunner } from "./outputs/safe-in-log.js";
import { createProgram } from "./program.js";
import { passingThrough } from "./run/pass-through.js";
import type { World } from "./world.js";

export { processWorld } from "./process-world.js";

/**
 * Runs one command line, given without the names of the interpreter and the script, and answers with the exit code.
 * The one place where errors end: none leaves it.
 */
export async function main(argv: readonly string[], given: World): Promise<ExitCode> {
  const world = safeForRunner(given);
  try {
    return await (handsOnDocument(argv) ? passingThrough(world, (there) => run(argv, there)) : run(argv, world));
  } catch (error) {
    say(argv, world, error);
    return ExitCode.Failed;
  }
}

/** Whether the document on standard input is to come out again, whatever is wrong with the command line. */
function handsOnDocument(argv: readonly string[]): boolean {
  const [command] = argv;
  // What follows --files-from is a list of files, and no document.
  if (
    !argv.some((word, at) => word === "-" && argv[at - 1] !== "--files-from") ||
    ["--diff", "--help", "-h"].some((flag) => argv.includes(flag))
  )
    return false;
  return command === "fix" || (command === "check" && argv.includes("--fix"));
}

async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  try {
    // A command that never says how it ended has not ended well.
    let exitCode: ExitCode = ExitCode.Failed;
    const program = createProgram(world, (code) => {
      exitCode = code;
    });
    await program.parseAsync([...settled(argv)], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return endOfParsing(error, argv, world);
    say(argv, world, error);
    return ExitCode.Failed;
  }
}

/** Commander would take the path behind a bare `--changed` for its REF, which is to be written `--changed=REF`. */
function settled(argv: readonly string[]): readonly string[] {
  const [first, command] = argv;
  // As git, npm and others have it.
  if (first === "help") return command === undefined ? ["--help"] : [command, "--help"];
  const end = argv.indexOf("--");
  return argv.map((word, at) => (word === "--changed" && (end < 0 || at < end) ? "--changed=" : word));
}

/** Where not even that can be said, the exit code has to do. */
function say(argv: readonly string[], world: World, error: unknown): void {
  try {
    complainOf(world, error, wantsDebugging(argv, world.env));
  } catch {
    // Nobody is there to hear it.
  }
}

/** Whether stacks are wanted; known even where the command line could not be read. */
function wantsDebugging(argv: readonly string[], env: World["env"]): boolean {
  return argv.includes("--debug") || env.BLOCKERS_DEBUG === "1";
}

/** Commander ends by an error for help and for the version, too; it has printed these already. */
function endOfParsing(error: CommanderError, argv: readonly string[], world: World): ExitCode {
  if (error.code === "commander.helpDisplayed" || error.code === "commander.version") return ExitCode.Clean;
  if (error.code === "commander.help") return ExitCode.Failed;
  const message = error.message
    .replace(/^error: /, "")
    .replace(/\s*\n\(Did you mean (.*)\?\)$/s, '; did you mean "$1"?');
  complain(world, message, hintsFor(error, argv));
  return ExitCode.Failed;
}

function hintsFor(error: CommanderError, argv: readonly string[]): readonly string[] {
  const [first = ""] = argv;
  if (error.code !== "commander.unknownCommand") {
    return [`Run "blockers ${/^[a-z]+$/.test(first) ? `${first} ` : ""}--help" for what can be given.`];
  }
  // Somebody who names a file wants it checked.
  if (/[./\\]/.test(first)) return [`To check a report, run "blockers check ${first}".`];
  return ['Run "blockers --help" for the commands.'];
}
