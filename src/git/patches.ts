import { createHash, type Hash } from "node:crypto";

/** What stands before the id of a commit, and at the start of no line of a patch. */
const MARK = "\0";

/** For `--format`: a line that tells which commit the patch below it is of. */
export const PATCH_FORMAT = "%x00%H";

/**
 * Makes a reader of patches that hands on each commit with a digest of what it changes, wherever the lines stand and however
 * they are spaced, as `git patch-id` does; the ids of blobs are to be whole. A commit without a patch is left out.
 */
export function createPatchReader(onPatch: (id: string, digest: string) => void): {
  push(chunk: Buffer): void;
  finish(): void;
} {
  let rest = "";
  let id = "";
  let hash: Hash | undefined;
  let inHunk = false;
  let blobs = "";

  const settle = (): void => {
    if (hash !== undefined) onPatch(id, hash.digest("hex"));
    hash = undefined;
  };

  const take = (line: string): void => {
    if (line.startsWith(MARK)) {
      settle();
      id = line.slice(MARK.length);
      inHunk = false;
    } else if (line.startsWith("diff --git ")) {
      inHunk = false;
      hash ??= createHash("sha1");
      hash.update(bare(line), "latin1");
    } else if (line.startsWith("@@ ")) inHunk = true;
    else if (!inHunk && line.startsWith("index ")) blobs = line;
    else if (hash !== undefined && line !== "" && !(inHunk && line.startsWith("\\"))) {
      // Of what is no text it is told only that it differs, and by the line before between which blobs.
      if (!inHunk && line.startsWith("Binary files ")) hash.update(bare(blobs), "latin1");
      hash.update(bare(line), "latin1");
    }
  };

  return {
    push(chunk) {
      const lines = (rest + chunk.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) take(line);
    },
    finish() {
      take(rest);
      rest = "";
      settle();
    },
  };
}

function bare(line: string): string {
  return `${line.replace(/[ \t\r\v\f]+/g, "")}\n`;
}
