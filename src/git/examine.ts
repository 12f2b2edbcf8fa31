import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { discoverFrom } from "./discover.js";
import type { Environment, GitPlace } from "./environment.js";
import { gitEnvironment } from "./environment.js";
import { gitFailure, isMissingGit, runGit } from "./run.js";

/** What a clone is like, as far as it bears on what can be checked. */
export interface CloneState {
  readonly state: "present";
  /** Absolute; undefined for a bare repository. */
  readonly top: string | undefined;
  readonly linked: boolean;
  readonly submodule: boolean;
  readonly shallow: boolean;
  readonly partial: boolean;
  readonly fewBranches: boolean;
  /** No commit yet. */
  readonly unborn: boolean;
  /** Tracked files that are left out on disk. */
  readonly leftOut: number;
  readonly grafts: boolean;
  readonly replaced: number;
  readonly tags: number;
  /** Those of the asked revisions that name a commit. */
  readonly known: ReadonlySet<string>;
}

export type Examined =
  | CloneState
  | { readonly state: "absent" }
  | { readonly state: "unreadable"; readonly why: string };

/** The version of the git that is on the PATH, such as "2.39.5"; undefined where there is none. Raises git errors. */
export async function gitVersion(cwd: string, outer: Environment): Promise<string | undefined> {
  const end = await runGit({ cwd, env: gitEnvironment(outer) }, ["version"]).catch((error: unknown) => {
    if (isMissingGit(error)) return undefined;
    throw error;
  });
  if (end === undefined) return undefined;
  const version = /\d+\.\d+(?:\.\d+)*/.exec(end.stdout.toString("utf8"))?.[0];
  if (end.code !== 0 || version === undefined) throw gitFailure("say its version", end);
  return version;
}

/** Looks at the repository around a folder, and for the revisions in it. Raises git errors. */
export async function examine(folder: string, revisions: readonly string[], outer: Environment): Promise<Examined> {
  const found = await discoverFrom(folder, outer);
  if (!("place" in found)) return found;
  const { place, top, shallow, partial, fewBranches } = found;
  const [gitDir = "", common = "", superproject = ""] = await lines(place, [
    "rev-parse",
    "--absolute-git-dir",
    "--git-common-dir",
    "--show-superproject-working-tree",
  ]);
  const refs = await lines(place, ["for-each-ref", "--format=%(refname)", "refs/replace", "refs/tags"]);
  const files = top === undefined ? [] : (await text(place, ["ls-files", "-t", "-z"])).split("\0");
  const known = await Promise.all(revisions.map(async (one) => ((await isCommit(place, one)) ? [one] : [])));
  return {
    state: "present",
    top,
    linked: gitDir !== resolve(place.cwd, common),
    submodule: superproject !== "",
    shallow,
    partial,
    fewBranches,
    unborn: !(await isCommit(place, "HEAD")),
    leftOut: files.filter((entry) => entry.startsWith("S ")).length,
    grafts: (await stat(join(resolve(place.cwd, common), "info/grafts")).catch(() => undefined)) !== undefined,
    replaced: refs.filter((ref) => ref.startsWith("refs/replace/")).length,
    tags: refs.filter((ref) => ref.startsWith("refs/tags/")).length,
    known: new Set(known.flat()),
  };
}

async function isCommit(place: GitPlace, revision: string): Promise<boolean> {
  const end = await runGit(place, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (end.code !== 0 && end.code !== 1) throw gitFailure("look for a revision", end);
  return end.code === 0;
}

async function text(place: GitPlace, args: readonly string[]): Promise<string> {
  const end = await runGit(place, args);
  if (end.code !== 0) throw gitFailure("be examined", end);
  return end.stdout.toString("utf8");
}

async function lines(place: GitPlace, args: readonly string[]): Promise<readonly string[]> {
  return (await text(place, args)).split("\n").filter((line) => line !== "");
}
