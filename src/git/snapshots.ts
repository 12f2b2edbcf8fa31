import { posix } from "node:path";
import type { Tree } from "../model/history.js";
import { decodePath, isInnerPath } from "../model/path-bytes.js";
import type { Snapshot } from "../model/snapshot.js";
import { notUnderstood } from "./not-understood.js";
import type { ObjectReader } from "./object-reader.js";
import type { Repository } from "./repository.js";
import { gitFailure, runGit } from "./run.js";
import { createTokenSplitter } from "./split-tokens.js";

/** One line of a listing. */
interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
  /** Other than "0" for a file of the index whose merge is not settled. */
  readonly stage: string;
}

/** The files of a snapshot, and how they stand as evidence. */
export interface Listed {
  readonly snapshot: Snapshot;
  readonly tree: Tree;
}

const LINK = "120000";
const SUBMODULE = "160000";
const STAGED = /^([0-7]{6}) ([0-9a-f]{40}|[0-9a-f]{64}) ([0-3])\t/;
const COMMITTED = /^([0-7]{6}) [a-z]+ ([0-9a-f]{40}|[0-9a-f]{64})\t/;
/** No blob has this id, so that nothing is measured in it. */
const NO_CONTENT = "none";

/** Lists the index in one process, without `leftOut`; raises a git error when git fails. */
export async function listIndex(
  { place }: Repository,
  reader: ObjectReader,
  leftOut: (path: string, id: string) => boolean,
): Promise<Listed> {
  const end = await runGit(place, ["ls-files", "-z", "-s", "--"]);
  if (end.outcome !== "ended" || end.code !== 0) throw gitFailure("list the files of the index", end);
  const entries = parse(end.stdout, STAGED).filter(({ path, id }) => !leftOut(path, id));
  return sortOut("the index", entries, reader);
}

/** Lists the files of a commit in one process; raises a git error when git fails. */
export async function listCommit({ place }: Repository, reader: ObjectReader, id: string): Promise<Listed> {
  const end = await runGit(place, ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", id]);
  if (end.outcome !== "ended" || end.code !== 0) throw gitFailure(`list the files of ${id.slice(0, 7)}`, end);
  return sortOut(id.slice(0, 7), parse(end.stdout, COMMITTED), reader);
}

function parse(listing: Buffer, form: RegExp): Entry[] {
  const entries: Entry[] = [];
  createTokenSplitter((token) => {
    const [head, mode = "", id = "", stage = "0"] = form.exec(token.toString("latin1")) ?? [];
    if (head === undefined) throw notUnderstood("listing files");
    entries.push({ path: decodePath(token.subarray(head.length)), mode, id, stage });
  })(listing);
  return entries;
}

async function sortOut(label: string, entries: readonly Entry[], reader: ObjectReader): Promise<Listed> {
  const files = new Map<string, string>();
  const links = new Map<string, string>();
  const submodules = new Set<string>();
  const unmerged = new Set<string>();
  for (const { path, mode, id, stage } of entries) {
    if (stage !== "0") unmerged.add(path);
    else if (mode === SUBMODULE) submodules.add(path);
    else if (mode === LINK) links.set(path, id);
    else files.set(path, id);
  }
  const all = new Map(files);
  for (const path of unmerged) all.set(path, NO_CONTENT);
  const targets = await Promise.all(
    [...links].map(async ([path, id]) => [path, await target(reader, path, id)] as const),
  );
  // As on disk: a link is as long as what it leads to.
  for (const [path, to] of targets) all.set(path, (to === undefined ? undefined : files.get(to)) ?? NO_CONTENT);
  return { snapshot: { label, files, links: new Set(links.keys()), unmerged }, tree: { files: all, submodules } };
}

/** The path that a link leads to; undefined outside the repository. */
async function target(reader: ObjectReader, path: string, id: string): Promise<string | undefined> {
  const answer = await reader.read(id);
  if (answer.state !== "found" || answer.content === undefined) return undefined;
  const to = decodePath(answer.content);
  const joined = posix.normalize(posix.join(posix.dirname(path), to));
  return posix.isAbsolute(to) || !isInnerPath(joined) ? undefined : joined;
}
