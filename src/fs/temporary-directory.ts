import { rmSync } from "node:fs";
import { mkdtemp, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of our own that goes away again. */
export interface TemporaryDirectory {
  /** Absolute, links resolved. */
  readonly path: string;
  /** Deletes it with all it holds; may be called twice, and from a signal handler. */
  remove(): void;
}

/** Makes an empty folder in the system's temporary directory, its name starting with `prefix`. */
export async function createTemporaryDirectory(prefix: string): Promise<TemporaryDirectory> {
  const path = await realpath(await mkdtemp(join(tmpdir(), prefix)));
  // Retries: on Windows a process that has just ended may still hold a file.
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}
