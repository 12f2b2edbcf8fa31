import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { BlockersError } from "../errors.js";
import { type Environment, type GitPlace, gitEnvironment } from "./environment.js";
import { isAmongFiles, isInSubmodule, nearestBare } from "./hidden.js";
import type { Discovery, Repository } from "./repository.js";
import { nameFromConfig, nameFromFolder } from "./repository-name.js";
import { type GitEnd, gitFailure, runGit } from "./run.js";

/** What git says of where it keeps things. */
interface GitFolders {
  readonly shallow: boolean;
  readonly gitDir: string;
  readonly commonDir: string;
  readonly top: string | undefined;
}

/** A refspec that names its branches: `clone --single-branch`, and what CI services fetch. */
const FEW_BRANCHES = /^\s*fetch\s*=\s*\+?refs\/heads\/(?!\*)/im;
const THERE_OR_NOT = { throwIfNoEntry: false } as const;
const PARTIAL = /^\s*(promisor\s*(=\s*(true|yes|on|1)\s*)?$|partialclone\s*=)/im;

const ENTERED = "a bare repository is used only when it is named with --repo";

const ELSEWHERE = "its core.worktree is a folder in which there is no .git";

const NOT_CHECKED_OUT = "the submodule here is not checked out (git submodule update --init)";

/**
 * Looks for the repository around a folder, as git itself does, but never takes one that is hidden in the files of another;
 * raises a git error when git cannot be started or does not do as git does.
 */
export async function discoverFrom(folder: string, outer?: Environment): Promise<Discovery> {
  const env = gitEnvironment(outer);
  if (isApart(folder) && hasGit(env.PATH ?? "")) return { state: "absent" };
  const bare = nearestBare(folder);
  if (bare === undefined) {
    const found = await probe({ cwd: folder, env }, env);
    const isOther = "place" in found && (await isInSubmodule(found, folder));
    return isOther ? { state: "unreadable", why: NOT_CHECKED_OUT } : found;
  }
  // Hidden in the files of a checkout, it does not stand between that and what lies in it.
  const around = await discoverFrom(dirname(bare), outer);
  if ("place" in around && (await isAmongFiles(around, bare))) return around;
  const found = await probe({ cwd: folder, env }, env);
  // An old git enters it all the same.
  const isEntered = "place" in found && found.place.env.GIT_DIR === bare;
  return isEntered ? { state: "unreadable", why: ENTERED } : found;
}

/**
 * Whether there can be no repository around a folder, which is cheaper to see than to be told by a process: nothing upward is
 * called `.git`, and nothing looks like a bare one. False where it cannot be seen.
 */
function isApart(folder: string): boolean {
  try {
    for (let at = realpathSync.native(folder); ; at = dirname(at)) {
      if (lstatSync(join(at, ".git"), THERE_OR_NOT) ?? lstatSync(join(at, "HEAD"), THERE_OR_NOT)) return false;
      if (dirname(at) === at) return true;
    }
  } catch {
    return false;
  }
}

/** Whether there is a git to ask; that there is none is said, even where it would know nothing. */
function hasGit(path: string): boolean {
  return path.split(":").some((folder) => isAbsolute(folder) && statSync(join(folder, "git"), THERE_OR_NOT)?.isFile());
}

/** Opens the repository a user named: a checkout or a folder in one, its `.git`, or a bare git directory. */
export async function discoverNamed(named: string, outer?: Environment): Promise<Discovery> {
  const folder = resolve(named);
  if (!isFolder(folder)) return { state: "absent" };
  if (basename(folder) === ".git") return discoverFrom(dirname(folder), outer);
  if (!looksBare(folder)) return discoverFrom(folder, outer);
  // Naming it is the consent that safe.bareRepository=explicit asks for.
  const env = { ...gitEnvironment(outer), GIT_DIR: folder, GIT_IMPLICIT_WORK_TREE: "0" };
  return probe({ cwd: folder, env }, env);
}

async function probe(place: GitPlace, env: GitPlace["env"]): Promise<Discovery> {
  const end = await runGit(place, [
    "rev-parse",
    "--is-shallow-repository",
    "--absolute-git-dir",
    "--git-common-dir",
    "--is-bare-repository",
    "--show-toplevel",
  ]);
  const lines = end.stdout.toString("utf8").split("\n").slice(0, -1);
  const [shallow, gitDir, commonDir, bare, top] = lines;
  // A bare repository has no top level, and git ends with an error only after it has answered the rest.
  const complete = lines.length === (end.code === 0 ? 5 : 4) && /^(true|false)$/.test(bare ?? "");
  if (!complete || gitDir === undefined || commonDir === undefined) return explain(end, place.cwd);
  // Whoever packed an archive may have called any folder of this machine its checkout.
  if (bare === "false" && top !== undefined && !lstatSync(join(top, ".git"), THERE_OR_NOT))
    return { state: "unreadable", why: ELSEWHERE };
  const common = resolve(place.cwd, commonDir);
  return describe(
    { shallow: shallow === "true", gitDir, commonDir: common, top: bare === "true" ? undefined : top },
    env,
  );
}

function describe(layout: GitFolders, env: GitPlace["env"]): Repository {
  const { gitDir, commonDir, top } = layout;
  const config = readText(join(commonDir, "config"));
  const partial = hasPromisorPack(commonDir);
  const boundary = layout.shallow ? readText(join(commonDir, "shallow")) : "";
  const work = top === undefined ? { GIT_IMPLICIT_WORK_TREE: "0" } : { GIT_WORK_TREE: top };
  return {
    place: { cwd: top ?? gitDir, env: { ...env, GIT_DIR: gitDir, ...work } },
    top,
    commonDir,
    name: nameOf(layout, config),
    boundary: new Set(boundary.split("\n").filter((line) => line !== "")),
    shallow: layout.shallow,
    partial: partial || PARTIAL.test(config),
    fewBranches: FEW_BRANCHES.test(config),
  };
}

function nameOf({ gitDir, commonDir, top }: GitFolders, config: string): string {
  if (top === undefined) return nameFromConfig(config) ?? nameFromFolder(commonDir);
  // A linked worktree is often named after its branch; the main checkout's folder carries the repository's name.
  const linked = gitDir !== commonDir && basename(commonDir) === ".git";
  return nameFromFolder(linked ? dirname(commonDir) : top);
}

/** Why git trusts no repository that another user owns, and how to have it do so; undefined where it says something else. */
export function explainDistrust(complaint: string, folder: string): string | undefined {
  if (!/dubious ownership|unsafe repository/i.test(complaint)) return undefined;
  // Where we are may be a folder within: git names the repository itself.
  const named = /repository at '(.*)'/.exec(complaint)?.[1] ?? folder;
  const quoted = named.replaceAll("'", "'\\''");
  return `another user owns the repository; to trust it: git config --global --add safe.directory '${quoted}'`;
}

function explain(end: GitEnd, folder: string): Discovery {
  if (/not a git repository/i.test(end.stderr)) return { state: "absent" };
  const why = explainDistrust(end.stderr, folder);
  if (why !== undefined) return { state: "unreadable", why };
  if (/cannot use bare repository/i.test(end.stderr)) {
    return { state: "unreadable", why: ENTERED };
  }
  // Git refuses a repository by saying why; anything else is a fault, after which nobody may think that it was asked.
  if (end.outcome !== "ended" || end.code === 0) throw gitFailure("tell which repository this is", end);
  const line = end.stderr.split("\n", 1)[0]?.replace(/^(fatal|error): /, "");
  return { state: "unreadable", why: line || "git gave no answer" };
}

function looksBare(folder: string): boolean {
  const names = namesIn(folder);
  return ["HEAD", "objects", "refs"].every((name) => names.includes(name)) && !names.includes(".git");
}

/** Objects may also lie in the store of another clone (`clone --shared`), which may be the partial one. */
function hasPromisorPack(gitDir: string): boolean {
  const objects = join(gitDir, "objects");
  const alternates = readText(join(objects, "info", "alternates"))
    .split("\n")
    .filter((line) => line !== "");
  const stores = [objects, ...alternates.map((path) => resolve(objects, path))];
  return stores.flatMap((store) => namesIn(join(store, "pack"))).some((name) => name.endsWith(".promisor"));
}

function isFolder(path: string): boolean {
  return orNone(undefined, () => statSync(path).isDirectory()) ?? false;
}

function readText(path: string): string {
  return orNone("", () => readFileSync(path, "utf8"));
}

function namesIn(folder: string): readonly string[] {
  return orNone([], () => readdirSync(folder));
}

/** What is not there has an answer; what cannot be read might have said that history is missing. */
function orNone<T>(none: T, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR") return none;
    throw new BlockersError("git", `the repository's own files cannot be read (${code || "unknown error"})`, [], {
      cause,
    });
  }
}
