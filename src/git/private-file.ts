import type { Buffer } from "node:buffer";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";

/** A file that can be made again at any time: whatever goes wrong with it, it is as if it were not there. */
export interface PrivateFile {
  /** Its content; undefined where there is none, where it is not ours or no plain file, and above the size. */
  read(maxBytes: number): Buffer | undefined;
  /** Puts other content in its place, at once and wholly; false where that could not be done. */
  replace(content: Uint8Array): boolean;
}

/** What a run leaves behind that was ended while it wrote. */
const UNFINISHED = ".tmp";
/** Neither a link nor a pipe is opened; Windows has no such flags. */
const PLAIN_ONLY = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * A file in a folder of its own, which is made when needed, below a folder that is there. Links are not followed, neither in
 * the folder's place nor in the file's; where the outer folder belongs to another user, nothing is read and nothing written.
 */
export function privateFile(outer: string, folder: string, name: string): PrivateFile {
  const inner = join(outer, folder);
  const path = join(inner, name);
  return {
    read: (maxBytes) => quietly(() => (isOurs(outer) && isOurs(inner) ? readPlain(path, maxBytes) : undefined)),
    replace: (content) =>
      quietly(() => {
        if (!isOurs(outer)) return false;
        makeFolder(inner);
        if (!isOurs(inner)) return false;
        write(path, content);
        for (const left of readdirSync(inner))
          if (left.endsWith(UNFINISHED)) quietly(() => unlinkSync(join(inner, left)));
        return true;
      }) ?? false,
  };
}

/**
 * What tells a folder from a copy of it, on this machine or on another: nobody can know beforehand, who hands over an archive,
 * where and when its folders will be made. Undefined where it is no folder.
 */
export function identityOf(folder: string): string | undefined {
  return quietly(() => {
    const found = lstatSync(folder, { bigint: true });
    return found.isDirectory() ? `${found.ino} ${found.birthtimeNs}` : undefined;
  });
}

function readPlain(path: string, maxBytes: number): Buffer | undefined {
  const file = openSync(path, constants.O_RDONLY | PLAIN_ONLY);
  try {
    const found = fstatSync(file);
    return found.isFile() && found.size <= maxBytes && isOwn(found.uid) ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}

/** Beside its place first: whoever reads meanwhile reads the one or the other, and of two that write, the last stays. */
function write(path: string, content: Uint8Array): void {
  const beside = `${path}.${randomBytes(6).toString("hex")}${UNFINISHED}`;
  const file = openSync(beside, "wx");
  try {
    try {
      for (let at = 0; at < content.length; ) at += writeSync(file, content, at);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    unlinkSync(beside);
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch {
    // It is there, or the next step fails.
  }
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && isOwn(found.uid);
}

/** On Windows nobody has a number. */
function isOwn(uid: number): boolean {
  const { uid: own } = userInfo();
  return own === -1 || own === uid;
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
