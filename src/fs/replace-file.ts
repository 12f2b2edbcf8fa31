import type { BigIntStats } from "node:fs";
import { constants } from "node:fs";
import { dirname } from "node:path";
import { BlockersError } from "../errors.js";
import { type DiskOperations, nodeDisk } from "./disk-operations.js";
import type { Replaced, Replacement } from "./file-system.js";
import { followLinks } from "./follow-links.js";
import { errorCode, readError } from "./read-error.js";
import { isSameFile, isUntouched, type Snapshot, takeSnapshot } from "./snapshot.js";
import { removeTemporary, writeTemporary } from "./temporary-file.js";
import { writeError } from "./write-error.js";

/** How often a new temporary file is made after somebody deleted the one before. */
const TRIES = 5;

const ANY_WRITE_BIT = 0o222n;

const DENIED = new Set(["EACCES", "EPERM"]);

/** What the system says of a file that has just been there: deleted, or a link now. */
const GONE = new Set(["ENOENT", "ENOTDIR", "ELOOP"]);

/** The file now, or the moment when it turned out to hold the new content. */
type Found = Snapshot | "unchanged";

/**
 * Replaces the content of a file, wholly or not at all; see `FileSystem.replaceFile`. The new content is written to a
 * temporary file in the same folder, which then takes the file's name: whoever reads, and whatever kills the program,
 * there is the old file or the new one. A killed run may leave its temporary file; see `removeLeftovers`.
 *
 * Permissions, owner and group are kept. Access control lists and extended attributes are not, for Node cannot read
 * them: what a list denied to the file's group is then ruled by the mode alone.
 */
export async function replaceFile(
  path: string,
  { expected, content, within }: Replacement,
  disk: DiskOperations = nodeDisk,
): Promise<Replaced> {
  if (isEqual(content, expected)) return "unchanged";
  const target = await followLinks(path, within);
  const look = () => lookAt(disk, target, expected, content);
  const before = await look().catch((error) => {
    throw readError(error);
  });
  if (before === "unchanged") return "unchanged";
  await refuseUnwritable(disk, target, before.stat);
  for (let tries = 1; tries <= TRIES; tries++) {
    const replaced = await replaceOnce(disk, target, content, before.stat, look);
    if (replaced !== "lost") return replaced;
  }
  throw new BlockersError("input", "cannot be replaced: another program deletes the temporary file beside it");
}

/** The file as it is. Raises an input error when it holds neither what is expected nor the new content. */
async function lookAt(disk: DiskOperations, target: string, expected: Uint8Array, content: Uint8Array): Promise<Found> {
  // One byte more than both tells a longer file from either.
  const now = await takeSnapshot(disk, target, Math.max(expected.length, content.length) + 1);
  if (isEqual(now.bytes, content)) return "unchanged";
  if (!isEqual(now.bytes, expected)) throw changedOnDisk();
  return now;
}

/** The last look before the new file takes the name. Raises an input error when anything but the new content came up. */
async function lookAgain(
  disk: DiskOperations,
  target: string,
  before: BigIntStats,
  look: () => Promise<Found>,
): Promise<"as before" | "unchanged"> {
  try {
    const now = await look();
    if (now === "unchanged") return "unchanged";
    // Reading takes its time, so the disk is asked once more whether anybody wrote meanwhile.
    if (isSameFile(now.stat, before) && isUntouched(disk.lstatSync(target), now.stat)) return "as before";
    // Another run with the same new content may have been faster.
    if ((await look()) === "unchanged") return "unchanged";
  } catch (error) {
    throw GONE.has(errorCode(error) ?? "") ? changedOnDisk(error) : readError(error);
  }
  throw changedOnDisk();
}

/** Raises an input error for a file that must not get new content, though its folder may allow a new file. */
async function refuseUnwritable(disk: DiskOperations, target: string, stat: BigIntStats): Promise<void> {
  // Asked of the mode too: the superuser has access to everything.
  const writable = (stat.mode & ANY_WRITE_BIT) !== 0n && (await mayWrite(disk, target));
  if (!writable) throw new BlockersError("input", "is read-only", ["Make it writable first, if it may be changed."]);
  if (stat.nlink > 1n) {
    throw new BlockersError("input", `is one file with ${stat.nlink} names (hard links)`, [
      "Replacing it would leave the old content under the other names: edit it by hand, or make a copy of it.",
    ]);
  }
}

async function mayWrite(disk: DiskOperations, target: string): Promise<boolean> {
  try {
    await disk.access(target, constants.W_OK);
    return true;
  } catch (error) {
    const code = errorCode(error) ?? "";
    if (DENIED.has(code)) return false;
    throw GONE.has(code) ? changedOnDisk(error) : writeError(error);
  }
}

/** One try; "lost" when the temporary file went away. In any other case it is gone again too when this ends. */
async function replaceOnce(
  disk: DiskOperations,
  target: string,
  content: Uint8Array,
  before: BigIntStats,
  look: () => Promise<Found>,
): Promise<Replaced | "lost"> {
  const temporary = await writeTemporary(disk, target, content, before);
  try {
    if ((await lookAgain(disk, target, before, look)) === "as before") {
      disk.renameSync(temporary, target);
      await syncFolder(disk, dirname(target));
      return "written";
    }
  } catch (error) {
    await removeTemporary(disk, temporary);
    if (errorCode(error) === "ENOENT") return "lost";
    throw writeError(error);
  }
  // Another run has written the same.
  await removeTemporary(disk, temporary);
  return "unchanged";
}

/** Makes the new name survive a power cut, where the disk offers that: Windows does not open folders. */
async function syncFolder(disk: DiskOperations, folder: string): Promise<void> {
  try {
    const handle = await disk.open(folder, constants.O_RDONLY);
    await handle.sync().finally(() => handle.close());
  } catch {
    // The file is replaced all the same.
  }
}

function changedOnDisk(cause?: unknown): BlockersError {
  const hints = ["Nothing was written. Run it again."];
  return new BlockersError("input", "changed on disk while it was being checked", hints, { cause });
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
