import { lstat, readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { kill } from "node:process";
import { errorCode } from "./read-error.js";
import { temporaryNameOwner } from "./temporary-name.js";

/** No run takes this long for one file: a process that is alive has got the id of a dead one. */
const LONGEST_RUN_IN_MS = 3_600_000;

/**
 * Deletes the temporary files that killed runs left in a folder and answers with how many; see
 * `FileSystem.removeLeftovers`. What cannot be read or deleted stays, and nothing is raised.
 *
 * A run in another container may seem dead from here. It loses its temporary file, notices, and makes another one.
 */
export async function removeLeftovers(directory: string): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(directory)) {
    const owner = temporaryNameOwner(name);
    if (owner !== undefined && (await removeLeftover(join(directory, name), owner))) removed++;
  }
  return removed;
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch {
    return [];
  }
}

async function removeLeftover(path: string, owner: number): Promise<boolean> {
  try {
    const found = await lstat(path);
    if (!found.isFile()) return false;
    if (isAlive(owner) && Date.now() - found.mtimeMs < LONGEST_RUN_IN_MS) return false;
    await unlink(path);
    return true;
  } catch {
    return false;
  }
}

/** Signal 0 is never delivered. A process of somebody else's answers with an error too (EPERM), and is alive. */
function isAlive(id: number): boolean {
  try {
    return kill(id, 0);
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}
