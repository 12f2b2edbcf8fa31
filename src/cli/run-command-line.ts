import { CommanderError } from "commander";
import { ExitCode } from "./exit-code.js";
import { complain } from "./notices.js";
import { createProgram } from "./program.js";
import type { World } from "./world.js";

/** Has Commander read one command line and run what it names; answers with the exit code. Raises what the command raises. */
export async function runCommandLine(argv: readonly string[], world: World): Promise<ExitCode> {
  try {
    // A command that never says how it ended has not ended well.
    let exitCode: ExitCode = ExitCode.Failed;
    const words = settled(argv);
    const settle = (code: ExitCode): void => {
      exitCode = code;
    };
    const program = createProgram(world, settle, words[0] ?? "--help");
    await program.parseAsync([...words], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return endOfParsing(error, argv, world);
    throw error;
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
