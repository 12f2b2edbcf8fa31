import type { BigIntStats } from "node:fs";
import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { BlockersError } from "../errors.js";
import type { DiskOperations } from "./disk-operations.js";

// Windows has neither of these flags. Without O_NONBLOCK, opening a pipe waits until somebody writes to it.
const READ_NO_LINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A regular file at one moment. */
export interface Snapshot {
  readonly stat: BigIntStats;
  /** No more than was asked for; a longer file is cut. */
  readonly bytes: Uint8Array;
}

/**
 * Reads up to `most` bytes of a regular file, and what the disk says of it. Raises an input error for what is no
 * regular file, and the system's error for what cannot be read.
 */
export async function takeSnapshot(disk: DiskOperations, path: string, most: number): Promise<Snapshot> {
  const handle = await disk.open(path, READ_NO_LINK);
  try {
    const stat = await handle.stat({ bigint: true });
    if (stat.isDirectory()) throw new BlockersError("input", "is a directory, not a file");
    if (!stat.isFile()) throw new BlockersError("input", "is not a regular file");
    return { stat, bytes: await readAtMost(handle, most) };
  } finally {
    await handle.close();
  }
}

/** Whether nobody replaced the file, or wrote to it, since. */
export function isUntouched(now: BigIntStats, before: BigIntStats): boolean {
  return isSameFile(now, before) && now.size === before.size && now.mtimeNs === before.mtimeNs;
}

/** Whether the same file is still there, with the same permissions, the same owner and no further name. */
export function isSameFile(a: BigIntStats, b: BigIntStats): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.nlink === b.nlink && hasSameOwner(a, b) && a.mode === b.mode;
}

export function hasSameOwner(a: BigIntStats, b: BigIntStats): boolean {
  return a.uid === b.uid && a.gid === b.gid;
}

async function readAtMost(handle: FileHandle, most: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(most);
  let length = 0;
  while (length < most) {
    const { bytesRead } = await handle.read(buffer, length, most - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}
