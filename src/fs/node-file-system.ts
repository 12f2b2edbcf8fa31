import { constants } from "node:fs";
import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import { platform } from "node:process";
import { BlockersError } from "../errors.js";
import { createFile } from "./create-file.js";
import type { FileStat, FileSystem } from "./file-system.js";
import { removeLeftovers } from "./leftovers.js";
import { listFiles } from "./list-files.js";
import { errorCode, readError } from "./read-error.js";
import { replaceFile } from "./replace-file.js";

// Without O_NONBLOCK, opening a pipe waits until somebody writes to it. Windows has no such flag.
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const MISSING = new Set(["ENOENT", "ENOTDIR"]);

/** The disk, by Node. */
export const nodeFileSystem: FileSystem = {
  stat: statPath,
  realPath: resolveLinks,
  readBytes: readRegularFile,
  list: listFiles,
  replaceFile: (path, replacement) => replaceFile(path, replacement),
  createFile,
  removeLeftovers,
};

async function statPath(path: string): Promise<FileStat | undefined> {
  try {
    const found = await stat(path);
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
    return await realpath(path);
  } catch {
    return undefined;
  }
}

async function readRegularFile(path: string, limit: number): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, READ_WITHOUT_WAITING);
    // Asked of the open file, not of the path: what the path leads to may have changed in between.
    const found = await handle.stat();
    if (found.isDirectory()) throw new BlockersError("input", "is a directory, not a file");
    if (!found.isFile()) throw new BlockersError("input", "is not a regular file");
    if (found.size > limit) throw tooLong(limit);
    return await readUpTo(handle, found.size, limit);
  } catch (error) {
    throw readError(error);
  } finally {
    await handle?.close();
  }
}

/** The stated size may be wrong (a growing file, `/proc`): reads to the end, or until there is too much. */
async function readUpTo(handle: FileHandle, size: number, limit: number): Promise<Uint8Array> {
  let buffer = Buffer.alloc(Math.min(size, limit) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
    if (length > limit) throw tooLong(limit);
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(buffer.length * 2 + 4096, limit + 1));
  }
}

function tooLong(limit: number): BlockersError {
  return new BlockersError("input", `is larger than ${limit.toLocaleString("en")} bytes`);
}
