import { pushTo } from "../model/grouped.js";
import type { FileChange, FoundCommit, Tree } from "../model/history.js";
import { changesOf, citedCommits, type GitContext } from "./git-context.js";

const index = new WeakMap<Tree, ReadonlyMap<string, readonly string[]>>();

/** The files of a tree that a path of a report can mean: as it stands, without its prefix, or by its end. */
export function resolveInTree(path: string, tree: Tree, git: GitContext): string[] {
  const variants = pathVariants(path, git);
  const exact = variants.find((v) => tree.files.has(v));
  if (exact !== undefined) return [exact];
  const folder = variants.find((v) => folders(tree).has(v));
  if (folder !== undefined) return [`${folder}/`];
  if (path.startsWith("/")) {
    const ends = suffixes(variants[0] ?? path).find((v) => tree.files.has(v));
    if (ends !== undefined) return [ends];
  }
  const wanted = variants[0] ?? path;
  return (byName(tree).get(wanted.split("/").at(-1) ?? "") ?? []).filter(
    (p) => p === wanted || p.endsWith(`/${wanted}`),
  );
}

/** "/Users/me/project/src/app.py": on somebody's machine the repository stood further down. */
function suffixes(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, i) => parts.slice(i + 1).join("/"));
}

/** The changes of a commit that a path can mean. */
export function resolveInCommit(path: string, commit: FoundCommit, git: GitContext): FileChange[] {
  const variants = pathVariants(path, git);
  const exact = changesOf(commit).filter(
    (c) => variants.includes(c.path) || (c.from !== undefined && variants.includes(c.from)),
  );
  if (exact.length > 0) return exact;
  // A file that is there under the very path is meant, not one that ends like it.
  if (git.moments.some((m) => variants.some((v) => m.tree.files.has(v)))) return [];
  const wanted = variants[0] ?? path;
  return changesOf(commit).filter((c) => c.path.endsWith(`/${wanted}`));
}

/** The cited commits that change a file which a path can mean. */
export function citedTouching(path: string, git: GitContext): readonly FoundCommit[] {
  const { paths, names } = citedChanges(git);
  const variants = pathVariants(path, git);
  const places = new Set(variants.flatMap((variant) => paths.get(variant) ?? []));
  for (const place of names.get(nameOf(variants[0] ?? path)) ?? []) places.add(place);
  const commits = citedCommits(git);
  const near = [...places].sort((a, b) => a - b).flatMap((place) => commits[place] ?? []);
  return near.filter((commit) => resolveInCommit(path, commit, git).length > 0);
}

/** Which of the cited commits touch a path, and which a file of that name. */
interface ChangesIndex {
  readonly paths: ReadonlyMap<string, readonly number[]>;
  readonly names: ReadonlyMap<string, readonly number[]>;
}

const changes = new WeakMap<GitContext["cited"], ChangesIndex>();

function citedChanges(git: GitContext): ChangesIndex {
  const cached = changes.get(git.cited);
  if (cached) return cached;
  const [paths, names] = [new Map<string, number[]>(), new Map<string, number[]>()];
  for (const [place, commit] of citedCommits(git).entries()) {
    for (const { path, from } of changesOf(commit)) {
      pushTo(paths, path, place);
      pushTo(names, nameOf(path), place);
      if (from !== undefined) pushTo(paths, from, place);
    }
  }
  const found = { paths, names };
  changes.set(git.cited, found);
  return found;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/**
 * How a path may have been meant: relative to the root or to the report's folder; behind a container's mount point,
 * the repository's own name or a configured prefix.
 */
export function pathVariants(path: string, git: GitContext): string[] {
  const plain = normalise(path.replace(/^\/+/, ""));
  const folder = git.reportPath.split("/").slice(0, -1).join("/");
  const repository = git.survey.repository.state === "present" ? git.survey.repository.name : "";
  const variants = [plain];
  if (plain.startsWith("../")) variants.push(plain.replace(/^(?:\.\.\/)+/, ""));
  if (folder !== "") variants.push(normalise(`${folder}/${path}`));
  const prefixes = [...git.prefixes, repository, ...(path.startsWith("/") ? containerPrefixes(plain) : [])]
    .map((p) => p.replace(/^\/+|\/+$/g, ""))
    .filter((p) => p !== "");
  for (const prefix of prefixes) {
    for (const variant of [...variants]) {
      if (variant.toLowerCase().startsWith(`${prefix.toLowerCase()}/`)) variants.push(variant.slice(prefix.length + 1));
    }
  }
  return [...new Set(variants)].filter((v) => v !== "" && !v.startsWith("../"));
}

/** True for a path that climbs out of the repository: what lies there cannot be looked up. */
export function leavesRepository(path: string, git: GitContext): boolean {
  const folder = git.reportPath.split("/").slice(0, -1).join("/");
  return normalise(`${folder}/${path}`).startsWith("../");
}

/** "/workspaces/src/x.py", "/app/src/x.py", "/workspaces/name/src/x.py". */
function containerPrefixes(path: string): string[] {
  const parts = path.split("/");
  return parts.length > 2 ? [parts[0] ?? "", `${parts[0]}/${parts[1]}`] : [parts[0] ?? ""];
}

function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "." || part === "") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

function byName(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const cached = index.get(tree);
  if (cached) return cached;
  const names = new Map<string, string[]>();
  for (const path of tree.files.keys()) {
    pushTo(names, nameOf(path), path);
  }
  index.set(tree, names);
  return names;
}

/** The name of a file or folder that is the path's but for case, or for how its accents are composed; undefined without one. */
export function differentlyWritten(path: string, git: GitContext): string | undefined {
  const wanted = pathVariants(path, git).map(folded);
  for (const { tree } of git.moments) {
    const names = foldedNames(tree);
    const twin = wanted.find((name) => names.has(name));
    if (twin !== undefined) return names.get(twin);
  }
  return undefined;
}

/** What a file system may take for the same name. */
function folded(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

const foldedIndex = new WeakMap<Tree, ReadonlyMap<string, string>>();

function foldedNames(tree: Tree): ReadonlyMap<string, string> {
  const cached = foldedIndex.get(tree);
  if (cached) return cached;
  const names = new Map([...folders(tree), ...tree.files.keys()].map((path) => [folded(path), path]));
  foldedIndex.set(tree, names);
  return names;
}

const folderIndex = new WeakMap<Tree, ReadonlySet<string>>();

function folders(tree: Tree): ReadonlySet<string> {
  const cached = folderIndex.get(tree);
  if (cached) return cached;
  const found = new Set<string>();
  for (const path of tree.files.keys()) {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
      const folder = path.slice(0, at);
      if (found.has(folder)) break;
      found.add(folder);
    }
  }
  folderIndex.set(tree, found);
  return found;
}
