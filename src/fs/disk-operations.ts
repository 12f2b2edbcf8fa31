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
  open,
  access,
  unlink,
  lstatSync: (path) => lstatSync(path, { bigint: true }),
  renameSync,
};
