import { basename, dirname, join, resolve } from "node:path";
import { BlockersError } from "../../errors.js";
import { errorAbout } from "../error-about.js";
import { below, displayed, folderAround } from "../files/places.js";
import type { Document } from "../files/read-document.js";
import { complainOf } from "../notices.js";
import type { Session } from "../run/session.js";
import { baselinePlace } from "../settings/baseline-file.js";
import type { Output } from "./outputs.js";

/** What an earlier run left is read before it is replaced; a result is never longer. */
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;

/**
 * Refuses results that would be written over what is checked or what says how, by whatever name or link, and two results for
 * one file. Raises a usage error; asked before anything is written.
 */
export async function refuseReports(
  session: Session,
  outputs: readonly Output<string>[],
  {
    documents,
    typed,
    baseline,
  }: {
    readonly documents: Iterable<Document>;
    readonly typed: readonly string[];
    /** As a flag names it. */
    readonly baseline?: string | undefined;
  },
): Promise<void> {
  const { cwd } = session.paths;
  const placeOf = (path: string) => realPlace(session, path);
  const taken = new Map<string, string>();
  const take = async (path: string, what: string) => taken.set(await placeOf(path), what);
  await take(baselinePlace(session, baseline), "it is the place of the baseline");
  if (session.settings.file !== undefined) await take(session.settings.file, "it is the configuration");
  for (const { file } of documents) if (file !== undefined) await take(file, "it is what is checked");
  for (const path of typed) if (path !== "-") await take(resolve(cwd, path), "it is what is checked");
  for (const { path } of outputs) {
    if (path === undefined) continue;
    const place = await placeOf(resolve(cwd, path));
    const what = taken.get(place);
    if (what !== undefined) {
      throw new BlockersError("usage", `the result cannot be written to ${path}: ${what}`, [
        "Nothing was written. Name another file.",
      ]);
    }
    taken.set(place, "another result goes there, by another name");
  }
}

/** Where a path leads; of what is not there yet, where its folder leads. */
async function realPlace({ world: { fs } }: Session, path: string): Promise<string> {
  const real = await fs.realPath(path);
  if (real !== undefined) return real;
  const folder = await fs.realPath(dirname(path));
  return folder === undefined ? path : join(folder, basename(path));
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
  const { cwd } = session.paths;
  // What is judged may be the index; what is written is on the disk.
  const { fs } = session.world;
  const path = resolve(cwd, typed);
  const within = folderAround(session.paths, path);
  try {
    const found = await fs.stat(path);
    if (found !== undefined && found.kind !== "file") throw new BlockersError("input", "is not a regular file");
    const folder = await fs.realPath(dirname(path));
    if (folder === undefined || (await fs.stat(folder))?.kind !== "directory") {
      throw new BlockersError("input", "there is no such folder to write it in");
    }
    const top = within === undefined ? undefined : await fs.realPath(within);
    if (top !== undefined && below(top, folder) === undefined) {
      throw new BlockersError("input", "lies behind a symbolic link that leads elsewhere", ["Name the place itself."]);
    }
    if (found === undefined) return await fs.createFile(join(folder, basename(path)), content);
    await fs.removeLeftovers(folder);
    const expected = await fs.readBytes(path, MAX_OUTPUT_BYTES);
    await fs.replaceFile(path, { expected, content, within: within ?? folder });
  } catch (cause) {
    throw errorAbout(displayed(cwd, typed), cause);
  }
}
