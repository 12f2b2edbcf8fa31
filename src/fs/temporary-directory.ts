import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TRIES = 40;
const PAUSE_IN_MS = 50;

/** A folder of our own that goes away again. */
export interface TemporaryDirectory {
  /** Absolute, links resolved. */
  readonly path: string;
  /** Deletes it with all it holds; may be called twice, and from a signal handler. */
  remove(): void;
}

/** Makes an empty folder in a folder, by default the system's for such things, its name starting with `prefix`. Does not wait. */
export function createTemporaryDirectory(prefix: string, folder = tmpdir()): TemporaryDirectory {
  const made = mkdtempSync(join(folder, prefix));
  try {
    const path = realpathSync(made);
    return { path, remove: () => removeFolder(path) };
  } catch (error) {
    // Nobody else knows of it yet.
    removeFolder(made);
    throw error;
  }
}

/** A process that is about to end may still write into the folder, or hold a file in it open. */
function removeFolder(path: string): void {
  for (let tries = 1; ; tries++) {
    try {
      rmSync(path, { recursive: true, force: true });
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
      pause(PAUSE_IN_MS);
    }
  }
}

/** Nothing else may run meanwhile: a signal handler has no later. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
