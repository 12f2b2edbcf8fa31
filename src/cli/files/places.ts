import { basename, dirname, isAbsolute, join, normalize, relative, resolve, sep } from "node:path";
import { BlockersError } from "../../errors.js";
import type { FileSystem } from "../../fs/file-system.js";
import { errorCode } from "../../fs/read-error.js";

/** What standard input is called when no `--stdin-filename` says so; no file can have this name in a repository. */
export const STDIN_NAME = "<stdin>";

/** With `/` between the parts, whatever the platform writes. */
export function posix(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

/** The path below the folder, "" for the folder itself; undefined outside it. */
export function below(folder: string, path: string): string | undefined {
  const way = relative(folder, path);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : posix(way);
}

/** The top of the checkout that holds the folder: the nearest one upward with a `.git`; undefined without one. */
export async function findCheckout(fs: FileSystem, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await fs.stat(join(at, ".git")).catch(orClosed);
    if (found) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** A folder above that may not be looked into holds no checkout of ours, for git neither. */
function orClosed(error: unknown): undefined {
  const cause = error instanceof BlockersError ? error.cause : undefined;
  if (["EACCES", "EPERM"].includes(errorCode(cause) ?? "")) return undefined;
  throw error;
}

/** The top of the checkout that `--repo` names, by its folder, one within, or its `.git`; undefined for a bare one. */
export function findNamedCheckout(fs: FileSystem, repository: string): Promise<string | undefined> {
  return findCheckout(fs, basename(repository) === ".git" ? dirname(repository) : repository);
}

/** How a path is called on screen: relative to the working directory when below it, else as it was typed. */
export function displayed(cwd: string, typed: string): string {
  const inside = below(cwd, resolve(cwd, typed));
  return inside === undefined || inside === "" ? posix(normalize(typed)) : inside;
}

export interface PathContext {
  readonly fs: FileSystem;
  readonly cwd: string;
  /** The checkout's top, where there is one. */
  readonly checkout: string | undefined;
  /** `--repo` was given: a relative path outside its checkout is meant relative to its top. */
  readonly elsewhere: boolean;
}

/** The folder that a link in the place of a file may not lead out of; undefined for a file elsewhere. */
export function folderAround({ checkout, cwd }: PathContext, file: string): string | undefined {
  return [checkout, cwd].find((folder) => folder !== undefined && below(folder, file) !== undefined);
}

/** A path as git may know it. */
export interface RepositoryPath {
  readonly path: string;
  /** It lies outside the checkout around here, and nobody said that it belongs to it. */
  readonly foreign: boolean;
}

/** The path as git knows it, relative to the checkout's top; as displayed for a file outside any repository. */
export async function repositoryPath(context: PathContext, typed: string): Promise<RepositoryPath> {
  const { fs, cwd, checkout, elsewhere } = context;
  const path = resolve(cwd, typed);
  if (checkout !== undefined) {
    const inside = below(checkout, path) ?? (await belowResolved(fs, checkout, path));
    if (inside !== undefined) return { path: inside, foreign: false };
  }
  if (elsewhere && !isAbsolute(typed)) {
    const plain = posix(normalize(typed));
    if (!plain.startsWith("../")) return { path: plain, foreign: false };
  }
  return { path: displayed(cwd, typed), foreign: !elsewhere && checkout !== undefined };
}

/** A path may lead into the checkout by a symbolic link ("/tmp" on a Mac). */
async function belowResolved(fs: FileSystem, checkout: string, path: string): Promise<string | undefined> {
  const [folder, target] = [await fs.realPath(checkout), await fs.realPath(path)];
  return folder === undefined || target === undefined ? undefined : below(folder, target);
}
