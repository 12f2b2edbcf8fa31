import { basename, dirname, join, resolve } from "node:path";
import { BlockersError } from "../errors.js";
import { errorAbout } from "./error-about.js";
import { complainOf } from "./notices.js";
import type { Output } from "./outputs.js";
import { below, displayed, folderAround } from "./places.js";
import type { Document } from "./read-document.js";
import type { Session } from "./session.js";

/** What an earlier run left is read before it is replaced; a result is never longer. */
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;

/**
 * Refuses results that would be written over what is checked, by whatever name or link. Raises a usage error; asked before
 * anything is written.
 */
export async function refuseReports(
  { paths: { fs, cwd } }: Session,
  outputs: readonly Output<string>[],
  documents: Iterable<Document>,
  typed: readonly string[],
): Promise<void> {
  const real = async (path: string) => (await fs.realPath(path)) ?? path;
  const read = new Set<string>();
  for (const { file } of documents) if (file !== undefined) read.add(await real(file));
  for (const path of typed) if (path !== "-") read.add(await real(resolve(cwd, path)));
  for (const { path } of outputs) {
    if (path === undefined || !read.has(await real(resolve(cwd, path)))) continue;
    throw new BlockersError("usage", `the result cannot be written to ${path}: it is what is checked`, [
      "Nothing was written. Name another file.",
    ]);
  }
}

/** Writes results to their files. What cannot be written is said on stderr, and does not keep the others; true if all were. */
export async function writeOutputs(
  session: Session,
  results: readonly { readonly path: string; readonly text: string }[],
): Promise<boolean> {
  let whole = true;
  for (const { path, text } of results) {
    try {
      await writeOutput(session, path, Buffer.from(text));
    } catch (error) {
      whole = false;
      complainOf(session.world, error, session.debug);
    }
  }
  return whole;
}

/**
 * Gives a file this content, whatever was in it. A link in the checkout, or the working directory, may be somebody else's,
 * so that none is followed out of it. Raises an input error under the name that was typed.
 */
async function writeOutput(session: Session, typed: string, content: Uint8Array): Promise<void> {
  const { fs, cwd } = session.paths;
  const path = resolve(cwd, typed);
  const within = folderAround(session.paths, path);
  try {
    const folder = await fs.realPath(dirname(path));
    if (folder === undefined || (await fs.stat(folder))?.kind !== "directory") {
      throw new BlockersError("input", "there is no such folder to write it in");
    }
    const top = within === undefined ? undefined : await fs.realPath(within);
    if (top !== undefined && below(top, folder) === undefined) {
      throw new BlockersError("input", "lies behind a symbolic link that leads elsewhere", ["Name the place itself."]);
    }
    const found = await fs.stat(path);
    if (found === undefined) return await fs.createFile(join(folder, basename(path)), content);
    if (found.kind !== "file") throw new BlockersError("input", "is not a regular file");
    await fs.removeLeftovers(folder);
    const expected = await fs.readBytes(path, MAX_OUTPUT_BYTES);
    await fs.replaceFile(path, { expected, content, within: within ?? folder });
  } catch (cause) {
    throw errorAbout(displayed(cwd, typed), cause);
  }
}
