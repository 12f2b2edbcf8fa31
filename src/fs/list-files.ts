import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { BlockersError } from "../errors.js";
import type { Listing } from "./file-system.js";
import { readError } from "./read-error.js";

/** A tree with more entries than this is refused rather than walked for minutes. */
const MAX_ENTRIES = 200_000;

const SKIPPED = new Set([".git", "node_modules"]);

/** All regular files below a directory; see `FileSystem.list`. */
export async function listFiles(directory: string): Promise<Listing> {
  const files: string[] = [];
  const unreadable: string[] = [];
  const waiting = [""];
  let seen = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = readFolder(directory, folder, unreadable);
    seen += entries.length;
    if (seen > MAX_ENTRIES) {
      throw new BlockersError("input", `holds more than ${MAX_ENTRIES.toLocaleString("en")} files`, [
        "Name a smaller folder, or the reports themselves.",
      ]);
    }
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      // A symbolic link is neither: what it leads to may lie outside, or above.
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && !SKIPPED.has(entry.name)) waiting.push(path);
    }
  }
  return { files: files.sort(), unreadable: unreadable.sort() };
}

/** Waits for the disk, as all reading does: Node's promises take longer to load than most folders to list. */
function readFolder(directory: string, folder: string, unreadable: string[]): readonly Dirent[] {
  try {
    return readdirSync(join(directory, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === "") throw readError(error);
    unreadable.push(folder);
    return [];
  }
}
