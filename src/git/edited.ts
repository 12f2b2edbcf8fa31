import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { encodePath } from "../model/path-bytes.js";

const CARRIAGE_RETURN = 13;
/** Larger files are not compared, and count as edited. */
const COMPARE_CAP = 64 * 1024 * 1024;

/**
 * Whether a file on disk differs from its blob in the index. Git's own commands for it may run filters that a repository
 * names, so the content is hashed here, as it is and with the line ends that git stores.
 */
export function isEdited(top: string, path: string, blob: string): boolean {
  try {
    const file = Buffer.concat([Buffer.from(join(top, "/")), encodePath(path)]);
    const found = lstatSync(file);
    if (found.isSymbolicLink()) return hash(readlinkSync(file, { encoding: "buffer" }), blob) !== blob;
    if (!found.isFile() || found.size > COMPARE_CAP) return true;
    const content = readFileSync(file);
    if (hash(content, blob) === blob) return false;
    return !content.includes(CARRIAGE_RETURN) || hash(withStoredLineEnds(content), blob) !== blob;
  } catch {
    return true;
  }
}

function hash(content: Buffer, like: string): string {
  return createHash(like.length === 64 ? "sha256" : "sha1")
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest("hex");
}

function withStoredLineEnds(content: Buffer): Buffer {
  return Buffer.from(content.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}
