import { isAbsolute, join, relative, sep } from "node:path";
import { BlockersError } from "../errors.js";
import type { Snapshot } from "../model/snapshot.js";
import type { FileSystem } from "./file-system.js";

/** Where the files of a snapshot belong, and how their content is had. */
export interface Store {
  /** Absolute path of the checkout. */
  readonly top: string;
  readonly snapshot: Snapshot;
  /** The content of a blob; undefined where it is absent or longer than `limit`. */
  readBlob(id: string, limit: number): Promise<Uint8Array | undefined>;
}

/**
 * A file system in which a checkout holds what a snapshot holds, whatever is on disk; outside it is the disk. Writing is the
 * disk's, too.
 */
export function storedFiles(disk: FileSystem, { top, snapshot, readBlob }: Store): FileSystem {
  const { files, links, unmerged, label } = snapshot;
  const folders = foldersOf([...files.keys(), ...links, ...unmerged]);

  /** The path below the checkout, also by links outside it; undefined elsewhere. */
  const inside = async (path: string): Promise<string | undefined> => {
    const lexical = below(top, path);
    if (lexical !== undefined) return lexical;
    const real = await disk.realPath(path);
    return real === undefined ? undefined : below(top, real);
  };
  const kindOf = (path: string) => {
    if (files.has(path) || unmerged.has(path)) return "file" as const;
    if (links.has(path)) return "other" as const;
    return folders.has(path) ? ("directory" as const) : undefined;
  };

  return {
    ...disk,
    async stat(path) {
      const stored = await inside(path);
      if (stored === undefined) return disk.stat(path);
      const kind = kindOf(stored);
      return kind === undefined ? undefined : { kind, size: 0 };
    },
    async realPath(path) {
      const stored = await inside(path);
      if (stored === undefined) return disk.realPath(path);
      return kindOf(stored) === undefined ? undefined : join(top, stored);
    },
    async readBytes(path, limit) {
      const stored = await inside(path);
      if (stored === undefined) return disk.readBytes(path, limit);
      if (unmerged.has(stored)) {
        throw new BlockersError("input", "is not merged: the index holds several versions of it", [
          "Settle the conflict and stage the file.",
        ]);
      }
      const id = files.get(stored);
      if (id === undefined) throw new BlockersError("input", `is no file in ${label}`);
      const content = await readBlob(id, limit);
      if (content === undefined) throw new BlockersError("input", `is absent in git, or larger than ${limit} bytes`);
      return content;
    },
    async list(directory) {
      const stored = await inside(directory);
      if (stored === undefined) return disk.list(directory);
      const prefix = stored === "" ? "" : `${stored}/`;
      const found = [...files.keys()].filter((path) => path.startsWith(prefix));
      return { files: found.map((path) => path.slice(prefix.length)).sort(), unreadable: [] };
    },
  };
}

/** The folders above the paths; "" is the top itself. */
function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set([""]);
  for (const path of paths) {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

function below(top: string, path: string): string | undefined {
  const way = relative(top, path);
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined;
  return sep === "/" ? way : way.split(sep).join("/");
}
