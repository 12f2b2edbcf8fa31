import { ExitCode } from "./exit-code.js";
import { StartOver } from "./guard/start-over.js";
import { complainOf } from "./notices.js";
import { safeForRunner } from "./outputs/safe-in-log.js";
import { nothingStaged } from "./run/nothing-staged.js";
import { passingThrough } from "./run/pass-through.js";
import { VERSION } from "./version.js";
import type { World } from "./world.js";

/**
 * Runs one command line, given without the names of the interpreter and the script, and answers with the exit code.
 * The one place where errors end: none leaves it.
 */
export async function main(argv: readonly string[], given: World): Promise<ExitCode> {
  const world = safeForRunner(given);
  try {
    if (asksForVersion(argv)) return sayVersion(world);
    return await (handsOnDocument(argv) ? passingThrough(world, (there) => run(argv, there)) : run(argv, world));
  } catch (error) {
    say(argv, world, error);
    return ExitCode.Failed;
  } finally {
    given.progress?.clear();
  }
}

/** What ends a run may have been told of under another name. */
function startingOver(error: unknown): StartOver | undefined {
  if (error instanceof StartOver) return error;
  return error instanceof Error ? startingOver(error.cause) : undefined;
}

/** The one thing that is known without reading the command line. */
function asksForVersion(argv: readonly string[]): boolean {
  return argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V");
}

function sayVersion({ stdout }: World): ExitCode {
  stdout.write(`${VERSION}\n`);
  return ExitCode.Clean;
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
    if (argv.join(" ") === "check --staged" && (await nothingStaged(world))) return ExitCode.Clean;
    const { runCommandLine } = await import("./run-command-line.js");
    return await runCommandLine(argv, world);
  } catch (error) {
    const anew = startingOver(error);
    if (anew && world.guard) return world.guard.startOver(argv, world, anew.further);
    say(argv, world, error);
    return ExitCode.Failed;
  }
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
