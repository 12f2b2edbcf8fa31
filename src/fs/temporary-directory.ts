import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BlockersError } from "../errors.js";
import { errorCode } from "./read-error.js";

const TRIES = 40;
const PAUSE_IN_MS = 50;

/** A folder of our own that goes away again. */
export interface TemporaryDirectory {
  /** Absolute, links resolved. */
  readonly path: string;
  /** Deletes it with all it holds; may be called twice, and from a signal handler. */
  remove(): void;
}

/**
 * Makes an empty folder in a folder, by default the system's for such things, its name starting with `prefix`. Does not wait.
 * Raises an input error where that cannot be done; `remove` does where it cannot be deleted.
 */
export function createTemporaryDirectory(prefix: string, folder = tmpdir()): TemporaryDirectory {
  let made: string | undefined;
  try {
    made = mkdtempSync(join(folder, prefix));
    const path = realpathSync(made);
    return { path, remove: () => removeFolder(path) };
  } catch (error) {
    // Nobody else knows of it yet.
    if (made !== undefined) removeFolder(made);
    throw refused(folder, "no temporary folder can be made there", error, [
      "Set TMPDIR to a folder that can be written to.",
    ]);
  }
}

/** What the system refuses is put in words; whatever else went wrong stays itself. */
function refused(path: string, what: string, cause: unknown, hints: readonly string[]): unknown {
  const code = errorCode(cause);
  return code === undefined ? cause : new BlockersError("input", `${path}: ${what} (${code})`, hints, { cause });
}

/** A process that is about to end may still write into the folder, or hold a file in it open. */
function removeFolder(path: string): void {
  for (let tries = 1; ; tries++) {
    try {
      rmSync(path, { recursive: true, force: true });
      return;
    } catch (error) {
      if (tries === TRIES) throw refused(path, "cannot be deleted", error, ["Delete it yourself."]);
      pause(PAUSE_IN_MS);
    }
  }
}

/** Nothing else may run meanwhile: a signal handler has no later. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
