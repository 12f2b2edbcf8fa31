import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { platform } from "node:process";
import { BlockersError } from "../errors.js";
import { decodePath, encodePath, isUtf8Path } from "../model/path-bytes.js";
import { createFile } from "./create-file.js";
import type { FileStat, FileSystem } from "./file-system.js";
import { removeLeftovers } from "./leftovers.js";
import { listFiles } from "./list-files.js";
import { errorCode, readError } from "./read-error.js";
import { replaceFile } from "./replace-file.js";

// Without O_NONBLOCK, opening a pipe waits until somebody writes to it. Windows has no such flag.
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Read at once of a file whose size is not stated. */
const PIECE = 4096;

const MISSING = new Set(["ENOENT", "ENOTDIR"]);

/** The disk, by Node. */
export const nodeFileSystem: FileSystem = {
  stat: statPath,
  realPath: resolveLinks,
  readBytes: readRegularFile,
  list: listFiles,
  async replaceFile(path, replacement) {
    // What stands beside a file while it is replaced would need such a name, too.
    if (!isUtf8Path(path)) throw new BlockersError("input", "has a name that is not UTF-8, and is not written");
    return replaceFile(path, replacement);
  },
  createFile,
  removeLeftovers,
};

/*
 * These wait for the disk without a detour through other threads: thousands of small files are read in a third of the time, and
 * there is nothing to be done meanwhile.
 */

async function statPath(path: string): Promise<FileStat | undefined> {
  try {
    const found = statSync(encodePath(path));
    const executable = platform === "win32" || (found.mode & 0o111) !== 0;
    if (found.isFile()) return { kind: "file", size: found.size, executable };
    return { kind: found.isDirectory() ? "directory" : "other", size: 0 };
  } catch (error) {
    if (MISSING.has(errorCode(error) ?? "")) return undefined;
    throw readError(error);
  }
}

async function resolveLinks(path: string): Promise<string | undefined> {
  try {
    return decodePath(realpathSync.native(encodePath(path), "buffer"));
  } catch {
    return undefined;
  }
}

async function readRegularFile(path: string, limit: number): Promise<Uint8Array> {
  let file: number | undefined;
  try {
    file = openSync(encodePath(path), READ_WITHOUT_WAITING);
    // Asked of the open file, not of the path: what the path leads to may have changed in between.
    const found = fstatSync(file);
    if (found.isDirectory()) throw new BlockersError("input", "is a directory, not a file");
    if (!found.isFile()) throw new BlockersError("input", "is not a regular file");
    if (found.size > limit) throw tooLong(limit);
    return readUpTo(file, found.size, limit);
  } catch (error) {
    throw readError(error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads so much as is stated; where that is nothing (`/proc`), to the end, or until there is too much. */
function readUpTo(file: number, size: number, limit: number): Uint8Array {
  let buffer = Buffer.allocUnsafeSlow(size === 0 ? PIECE : size);
  let length = 0;
  for (;;) {
    const bytesRead = readSync(file, buffer, length, buffer.length - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length === size) return buffer.subarray(0, length);
    if (length > limit) throw tooLong(limit);
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(buffer.length * 2, limit + 1));
  }
}

function tooLong(limit: number): BlockersError {
  return new BlockersError("input", `is larger than ${limit.toLocaleString("en")} bytes`);
}
