import { decodePath } from "../model/path-bytes.js";

/** One name in a tree object. */
export interface TreeEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "submodule";
  readonly id: string;
  /** A file whose content is a path: a symbolic link. */
  readonly link?: true;
}

const SPACE = 32;
const LINK = "120000";

/** Reads the bytes of a tree object whose ids have the given number of bytes. */
export function parseTree(content: Buffer, idBytes: number): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(SPACE, at);
    const nul = content.indexOf(0, space);
    if (space === -1 || nul === -1) break;
    const mode = content.toString("latin1", at, space);
    const name = decodePath(content.subarray(space + 1, nul));
    const id = content.toString("hex", nul + 1, nul + 1 + idBytes);
    at = nul + 1 + idBytes;
    entries.push({ name, id, kind: kindOf(mode), ...(mode === LINK && { link: true }) });
  }
  return entries;
}

function kindOf(mode: string): TreeEntry["kind"] {
  if (mode === "160000") return "submodule";
  return mode === "40000" || mode === "040000" ? "folder" : "file";
}
