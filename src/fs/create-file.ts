import { mkdir, realpath, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { BlockersError } from "../errors.js";
import type { Creation } from "./file-system.js";
import { isBelow } from "./follow-links.js";
import { errorCode } from "./read-error.js";

const PLAIN = 0o666;
const EXECUTABLE = 0o777;

/** Writes a new file; see `FileSystem.createFile`. Raises an input error. */
export async function createFile(
  path: string,
  content: Uint8Array,
  { executable = false, within }: Creation = {},
): Promise<void> {
  try {
    const folder = dirname(path);
    if (within !== undefined && !isBelow(await realpath(within), await nearestReal(folder))) {
      throw new BlockersError("input", `is reached by a symbolic link that leads out of ${within}`);
    }
    await mkdir(folder, { recursive: true });
    // The user's own mask takes away what he does not want others to do.
    await writeFile(path, content, { flag: "wx", mode: executable ? EXECUTABLE : PLAIN });
  } catch (cause) {
    if (cause instanceof BlockersError) throw cause;
    throw new BlockersError("input", `cannot be written (${errorCode(cause) ?? "unknown error"})`, [], { cause });
  }
}

/** Of the folders that lead to a path the last one that is there, with its links resolved. */
async function nearestReal(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const real = await realpath(at).catch(() => undefined);
    if (real !== undefined) return real;
    if (dirname(at) === at) return at;
  }
}
