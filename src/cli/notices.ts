import { BlockersError } from "../errors.js";
import { sanitize } from "../format/sanitize.js";
import { errorCode } from "../fs/read-error.js";
import type { World } from "./world.js";

const PREFIX = "blockers: ";

/** Says something on stderr that is no error. */
export function note(world: World, text: string): void {
  world.stderr.write(`${PREFIX}note: ${sanitize(text)}\n`);
}

/** Says on stderr what went wrong: a sentence, then the hints, each on a line. */
export function complain(world: World, message: string, hints: readonly string[] = []): void {
  const lines = [`${PREFIX}${sanitize(message)}`, ...hints.map((hint) => `  ${sanitize(hint)}`)];
  world.stderr.write(`${lines.join("\n")}\n`);
}

/** The system's own codes (EIO); those of Node's checks (ERR_INVALID_ARG_TYPE) are about the program. */
const OF_THE_SYSTEM = /^E(?!RR_)[A-Z0-9]+$/;

/** Says an error on stderr; one of ours in its own words, one of the system as such, any other as a fault of the program. */
export function complainOf(world: World, error: unknown, debug: boolean): void {
  if (error instanceof BlockersError && error.kind !== "internal") complain(world, error.message, error.hints);
  else complainOfFault(world, error, debug);
  if (debug) world.stderr.write(`${trace(error).split("\n").map(sanitize).join("\n")}\n`);
}

function complainOfFault(world: World, error: unknown, debug: boolean): void {
  const where = error instanceof BlockersError ? `${error.message}: ` : "";
  const fault = error instanceof BlockersError ? error.cause : error;
  const what = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault ?? "");
  const cause = what === "" ? "" : ` (${what.split("\n", 1)[0] ?? ""})`;
  if (OF_THE_SYSTEM.test(errorCode(fault) ?? "")) {
    complain(world, `${where}the system reports a fault${cause}`, ["Try again; --debug tells where it happened."]);
    return;
  }
  complain(world, `${where}this is a fault in blockers itself, not in your report${cause}`, [
    debug
      ? "Please report it where you got blockers from, with the lines below."
      : "Please report it where you got blockers from, with what the same command prints with --debug.",
  ]);
}

function trace(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  const cause = error instanceof Error && error.cause !== undefined ? `\ncaused by ${trace(error.cause)}` : "";
  return stack + cause;
}
