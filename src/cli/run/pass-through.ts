import { BlockersError } from "../../errors.js";
import type { ExitCode } from "../exit-code.js";
import type { Guard, Sink, World } from "../world.js";

/** The largest text that is passed on, although it is too long to be a report. */
const MAX_PASSED_BYTES = 256 * 1024 * 1024;

/**
 * Runs a command that writes the document from standard input to standard output. Where it writes none, whatever the
 * reason, the document goes out as it came in: whoever puts the output in the place of the input loses nothing.
 */
export async function passingThrough(world: World, work: (there: World) => Promise<ExitCode>): Promise<ExitCode> {
  const input = await world.stdin.read(MAX_PASSED_BYTES).catch((error: unknown) => ({ error }));
  let written = false;
  const stdout: Sink = {
    ...world.stdout,
    write: (text) => {
      written = true;
      world.stdout.write(text);
    },
  };
  const read = async (limit: number): Promise<Uint8Array> => {
    // What could not be read is an error where the document is wanted.
    if ("error" in input) throw input.error;
    if (input.length <= limit) return input;
    throw new BlockersError("input", `is larger than ${limit.toLocaleString("en")} bytes`);
  };
  const { guard: outer } = world;
  const guard = outer && {
    ...outer,
    // The other process hands the document on.
    startOver: async (...args: Parameters<Guard["startOver"]>) => {
      const exitCode = await outer.startOver(...args);
      written = true;
      return exitCode;
    },
  };
  try {
    return await work({ ...world, stdout, stdin: { isTTY: world.stdin.isTTY, read }, guard });
  } finally {
    if (!written && !("error" in input)) world.stdout.write(input);
  }
}
