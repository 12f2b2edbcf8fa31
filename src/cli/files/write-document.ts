import { dirname } from "node:path";
import { BlockersError } from "../../errors.js";
import { encode } from "../../source/decode.js";
import { errorAbout } from "../error-about.js";
import type { Session } from "../run/session.js";
import { folderAround } from "./places.js";
import type { Document } from "./read-document.js";

/** Bytes that are no UTF-8 cannot be put back as they were. */
export function isWhole({ source, bytes }: Document): boolean {
  return Buffer.compare(encode(source.raw, source.bom), bytes) === 0;
}

/** Why a document cannot be written back byte for byte. */
export function notWhole({ shown }: Document): BlockersError {
  return new BlockersError("input", `${shown}: is not wholly UTF-8, so its other bytes would not stay as they are`, [
    "Save it as UTF-8 and run again; nothing was changed in it.",
  ]);
}

/**
 * Gives the file of a document new content, wholly or not at all; standard input has none. Raises an input error under the
 * document's name where the file may not be written, or is no longer what was read.
 */
export async function writeDocument(
  { paths }: Session,
  { file, shown, bytes }: Document,
  content: Uint8Array,
): Promise<void> {
  if (file === undefined) return;
  const { fs, cwd } = paths;
  const within = folderAround(paths, file) ?? cwd;
  try {
    // What a killed run left lies beside the real file.
    await fs.removeLeftovers(dirname((await fs.realPath(file)) ?? file));
    await fs.replaceFile(file, { expected: bytes, content, within });
  } catch (cause) {
    throw errorAbout(shown, cause);
  }
}
