import { posix } from "node:path";
import { BlockersError } from "../errors.js";
import { discoverFrom } from "./discover.js";
import type { Environment } from "./environment.js";
import { ObjectReader } from "./object-reader.js";
import { parseTree, type TreeEntry } from "./parse-tree.js";
import { resolveHereOrThere } from "./revisions.js";

/** What a path leads to in a commit. `astray`: a symbolic link that leads out of the repository, or in a circle. */
export type RevisionEntry = "file" | "folder" | "submodule" | "astray";

/** The files of one commit, by paths relative to the top with `/`. Symbolic links within the repository are followed. */
export interface RevisionFiles {
  /** Absolute: the top of the checkout. */
  readonly top: string;
  /** Undefined where nothing is. Raises a git error where that cannot be told. */
  kindOf(path: string): Promise<RevisionEntry | undefined>;
  /** The content of a file. Raises an input error that says only why, also past `limit` bytes. */
  read(path: string, limit: number): Promise<Uint8Array>;
  /** Ends the process. */
  close(): Promise<void>;
}

/** Nothing that git takes for an option, a range, a path or a search; "HEAD~2" and "v1^" are fine. */
const REVISION = /^(?!-)(?!.*\.\.)[^\s\p{C}:?*[\]{}\\]{1,200}$/u;

const MOST_LINKS = 10;
const LONGEST_LINK = 4096;

/**
 * The files as they are at a revision of the repository around a folder; a branch may be known only as the remote's. Raises a
 * usage error for a revision that is not there, and a git error where there is no checkout to ask.
 */
export async function openRevision(cwd: string, revision: string, env?: Environment): Promise<RevisionFiles> {
  if (!REVISION.test(revision)) throw new BlockersError("usage", `"${revision}" is no branch, tag or commit`);
  const found = await discoverFrom(cwd, env);
  if (!("place" in found) || found.top === undefined) {
    const why = "place" in found ? "it has no checkout" : found.state === "absent" ? "there is none" : found.why;
    throw new BlockersError("git", `"${revision}" cannot be looked up in a repository around here: ${why}`);
  }
  const reader = new ObjectReader(found.place);
  try {
    const commit = await resolveHereOrThere(reader, revision);
    if (commit) return filesOf(reader, commit.tree, found.top);
    throw new BlockersError("usage", `"${revision}" names no commit of this repository`, [
      "Fetch it first; a CI service has to check out the history, too (fetch-depth: 0).",
    ]);
  } catch (error) {
    await reader.close();
    throw error;
  }
}

type Found = TreeEntry | { readonly kind: "astray" } | undefined;

function filesOf(reader: ObjectReader, tree: string, top: string): RevisionFiles {
  const entriesOf = async (id: string): Promise<readonly TreeEntry[]> => {
    const answer = await reader.read(id);
    if (answer.state === "found" && answer.type === "tree" && answer.content)
      return parseTree(answer.content, id.length / 2);
    throw new BlockersError("git", "a folder of that revision cannot be read: it is missing here, or far too large");
  };

  const find = async (path: string, links: number): Promise<Found> => {
    const whole = posix.normalize(path);
    if (posix.isAbsolute(path) || whole.startsWith("../") || links > MOST_LINKS) return { kind: "astray" };
    const parts = whole.split("/");
    let folder = tree;
    for (const [depth, part] of parts.entries()) {
      const entry = (await entriesOf(folder)).find(({ name }) => name === part);
      const rest = parts.slice(depth + 1);
      if (entry?.link) {
        const target = await targetOf(entry);
        if (target === undefined || posix.isAbsolute(target)) return { kind: "astray" };
        return find([...parts.slice(0, depth), target, ...rest].join("/"), links + 1);
      }
      if (rest.length === 0 || entry?.kind !== "folder") return rest.length === 0 ? entry : undefined;
      folder = entry.id;
    }
    return undefined;
  };

  const targetOf = async ({ id }: TreeEntry): Promise<string | undefined> => {
    const answer = await reader.read(id, LONGEST_LINK);
    return answer.state === "found" ? answer.content?.toString("utf8") : undefined;
  };

  return {
    top,
    kindOf: async (path) => (await find(path, 0))?.kind,
    read: async (path, limit) => {
      const entry = await find(path, 0);
      if (entry?.kind !== "file") throw new BlockersError("input", "is not a regular file");
      const answer = await reader.read(entry.id, limit);
      if (answer.state !== "found")
        throw new BlockersError("input", "is missing in this clone, which is a partial one");
      if (answer.content) return answer.content;
      throw new BlockersError("input", `is larger than ${limit.toLocaleString("en")} bytes`);
    },
    close: () => reader.close(),
  };
}
