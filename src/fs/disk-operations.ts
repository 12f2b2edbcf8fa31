import type { BigIntStats } from "node:fs";
import { access, type FileHandle, lstat, open, rename, unlink } from "node:fs/promises";

/**
 * What replacing a file does to the disk, as in `node:fs/promises`. Each may fail, and tests let each of them fail:
 * these five, and the methods of what `open` answers with.
 */
export interface DiskOperations {
  open(path: string, flags: number, mode?: number): Promise<FileHandle>;
  lstat(path: string): Promise<BigIntStats>;
  access(path: string, mode: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

/** The disk, by Node. */
export const nodeDisk: DiskOperations = {
  open,
  lstat: (path) => lstat(path, { bigint: true }),
  access,
  rename,
  unlink,
};
