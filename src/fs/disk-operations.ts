import { type BigIntStats, lstatSync, renameSync } from "node:fs";
import { access, type FileHandle, open, unlink } from "node:fs/promises";

/**
 * What replacing a file does to the disk, by the names of `node:fs`. Each may fail, and tests let each of them fail:
 * these five, and the methods of what `open` answers with.
 */
export interface DiskOperations {
  open(path: string, flags: number, mode?: number): Promise<FileHandle>;
  access(path: string, mode: number): Promise<void>;
  unlink(path: string): Promise<void>;
  // The last look and the renaming do not wait for a thread: what somebody saves between them is lost.
  lstatSync(path: string): BigIntStats;
  renameSync(from: string, to: string): void;
}

/** The disk, by Node. */
export const nodeDisk: DiskOperations = {
  // Called by name, so that what reads nothing and writes nothing need not load it.
  open: (path, flags, mode) => open(path, flags, mode),
  access: (path, mode) => access(path, mode),
  unlink: (path) => unlink(path),
  lstatSync: (path) => lstatSync(path, { bigint: true }),
  renameSync,
};
