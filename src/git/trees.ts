import type { Tree } from "../model/history.js";
import { MAX_TREE_DEPTH, MAX_TREE_FILES } from "./limits.js";
import type { ObjectReader } from "./object-reader.js";
import { parseTree, type TreeEntry } from "./parse-tree.js";

interface Folder {
  readonly files: readonly TreeEntry[];
  readonly submodules: readonly TreeEntry[];
  readonly folders: readonly (readonly [name: string, folder: Folder])[];
  /** Files here and below. */
  readonly count: number;
}

/** Loads a tree by its id; undefined when a part of it is absent or it is too large to unfold. */
export type TreeLoader = (id: string) => Promise<Tree | undefined>;

/** Makes a loader that reads every tree object once; the path map of a tree is built when first looked at. */
export function createTreeLoader(reader: ObjectReader): TreeLoader {
  const folders = new Map<string, Promise<Folder | undefined>>();
  const trees = new Map<string, Promise<Tree | undefined>>();

  const readFolder = async (id: string, depth: number): Promise<Folder | undefined> => {
    const answer = await reader.read(id);
    if (answer.state !== "found" || answer.type !== "tree" || answer.content === undefined) return undefined;
    const entries = parseTree(answer.content, id.length / 2);
    const files = entries.filter((entry) => entry.kind === "file");
    const submodules = entries.filter((entry) => entry.kind === "submodule");
    const names = entries.filter((entry) => entry.kind === "folder");
    const children = await Promise.all(names.map((entry) => loadFolder(entry.id, depth + 1)));
    const loaded = children.filter((child) => child !== undefined);
    const count = loaded.reduce((sum, child) => sum + child.count, files.length);
    if (loaded.length < names.length || count > MAX_TREE_FILES) return undefined;
    return {
      files,
      submodules,
      folders: loaded.map((child, index) => [names[index]?.name ?? "", child] as const),
      count,
    };
  };

  const loadFolder = (id: string, depth: number): Promise<Folder | undefined> => {
    if (depth > MAX_TREE_DEPTH) return Promise.resolve(undefined);
    return remember(folders, id, () => readFolder(id, depth));
  };

  return (id) =>
    remember(trees, id, async () => {
      const root = await loadFolder(id, 0);
      return root === undefined ? undefined : createTree(root);
    });
}

function createTree(root: Folder): Tree {
  let unfolded: Tree | undefined;
  return {
    get files() {
      unfolded ??= unfold(root);
      return unfolded.files;
    },
    get submodules() {
      unfolded ??= unfold(root);
      return unfolded.submodules;
    },
  };
}

function unfold(root: Folder): Tree {
  const files = new Map<string, string>();
  const submodules = new Set<string>();
  const visit = (folder: Folder, prefix: string): void => {
    for (const file of folder.files) files.set(prefix + file.name, file.id);
    for (const link of folder.submodules) submodules.add(prefix + link.name);
    for (const [name, child] of folder.folders) visit(child, `${prefix}${name}/`);
  };
  visit(root, "");
  return { files, submodules };
}

function remember<V>(cache: Map<string, Promise<V>>, key: string, make: () => Promise<V>): Promise<V> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
