import { lstat, realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { BlockersError } from "../errors.js";
import { readError } from "./read-error.js";

/**
 * The real path of a file, for writing: all links resolved. Links lead anywhere, and the report may be somebody else's:
 * a path in `within` must stay in it, and so must a path elsewhere that is itself a link. A path elsewhere that is
 * none was named by the user, who may have links among the folders above it. Raises an input error for a path that
 * leads out or nowhere.
 */
export async function followLinks(path: string, within: string): Promise<string> {
  try {
    const [target, top] = [await realpath(path), await realpath(within)];
    if (isBelow(top, target)) return target;
    const named = resolve(path);
    const elsewhere = !isBelow(resolve(within), named) && !isBelow(top, named);
    if (elsewhere && !(await lstat(named)).isSymbolicLink()) return target;
  } catch (error) {
    throw readError(error);
  }
  throw new BlockersError("input", `is reached by a symbolic link that leads out of ${within}`, [
    "Name the file that the link leads to, if that is the one to change.",
  ]);
}

/** Whether a path is a folder or lies in it; both are real. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
