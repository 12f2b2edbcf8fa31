import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of our own that goes away again. */
export interface TemporaryDirectory {
  /** Absolute, links resolved. */
  readonly path: string;
  /** Deletes it with all it holds; may be called twice, and from a signal handler. */
  remove(): void;
}

/**
 * Makes an empty folder in the system's temporary directory, its name starting with `prefix`. Does not wait, so that
 * no signal can come between making it and seeing to its removal.
 */
export function createTemporaryDirectory(prefix: string): TemporaryDirectory {
  const path = realpathSync(mkdtempSync(join(tmpdir(), prefix)));
  // Retries: on Windows a process that has just ended may still hold a file.
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}
