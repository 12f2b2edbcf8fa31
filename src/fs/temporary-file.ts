import type { BigIntStats } from "node:fs";
import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { BlockersError } from "../errors.js";
import type { DiskOperations } from "./disk-operations.js";
import { errorCode } from "./read-error.js";
import { hasSameOwner } from "./snapshot.js";
import { temporaryName } from "./temporary-name.js";
import { writeError } from "./write-error.js";

/** Permissions, and set-user-id, set-group-id and sticky. */
const MODE_BITS = 0o7777n;
const OWNER_ONLY = 0o600;

// Nothing that is there already is opened, least of all a link that somebody put in our way.
const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** A disk may not know owners or permissions, and users may not give files away. */
const REFUSALS = new Set(["EPERM", "EACCES", "EINVAL", "ENOSYS", "ENOTSUP"]);

/**
 * Writes content to a new file beside `target`, all the way to the disk, with the permissions and the owner of the
 * original. Answers with its path; raises an input error, and leaves no file, when any of that cannot be done.
 */
export async function writeTemporary(
  disk: DiskOperations,
  target: string,
  content: Uint8Array,
  original: BigIntStats,
): Promise<string> {
  const temporary = join(dirname(target), temporaryName(basename(target)));
  let created = false;
  try {
    const handle = await disk.open(temporary, CREATE, OWNER_ONLY);
    created = true;
    await fill(handle, content, original);
    return temporary;
  } catch (error) {
    if (created) await removeTemporary(disk, temporary);
    throw writeError(error);
  }
}

/** Deletes a temporary file. What cannot be deleted now is a leftover that a later run deletes. */
export async function removeTemporary(disk: DiskOperations, temporary: string): Promise<void> {
  await disk.unlink(temporary).catch(() => undefined);
}

async function fill(handle: FileHandle, content: Uint8Array, original: BigIntStats): Promise<void> {
  try {
    await handle.writeFile(content);
    // In this order: a new owner, and writing, take away the set-user-id bit.
    await keepOwner(handle, original);
    await keepMode(handle, original);
    await handle.sync();
  } catch (error) {
    // The first fault is the one to tell.
    await handle.close().catch(() => undefined);
    throw error;
  }
  await handle.close();
}

async function keepOwner(handle: FileHandle, original: BigIntStats): Promise<void> {
  const isKept = async () => hasSameOwner(await handle.stat({ bigint: true }), original);
  if (await isKept()) return;
  const refused = await refusal(handle.chown(Number(original.uid), Number(original.gid)));
  // Asked again, for some disks say yes and do nothing.
  if (refused === undefined && (await isKept())) return;
  const hints = ["Run it as the owner of the file."];
  throw new BlockersError("input", "cannot be replaced without changing its owner or group", hints, { cause: refused });
}

async function keepMode(handle: FileHandle, original: BigIntStats): Promise<void> {
  const isKept = async () => (((await handle.stat({ bigint: true })).mode ^ original.mode) & MODE_BITS) === 0n;
  if (await isKept()) return;
  const refused = await refusal(handle.chmod(Number(original.mode & MODE_BITS)));
  if (refused === undefined && (await isKept())) return;
  throw new BlockersError("input", "cannot be replaced without changing its permissions", [], { cause: refused });
}

/** The error by which the system refused; undefined when it did as asked. Raises what is a fault and no refusal. */
async function refusal(asked: Promise<void>): Promise<unknown> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (REFUSALS.has(errorCode(error) ?? "")) return error;
    throw error;
  }
}
