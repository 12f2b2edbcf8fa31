import ignore, { type Ignore } from "ignore";
import type { Moment } from "../model/history.js";

/** The blobs of all .gitignore files of the given moments. */
export function ignoreFiles(moments: readonly Moment[]): string[] {
  return moments.flatMap((m) => [...m.tree.files].filter(([path]) => isIgnoreFile(path)).map(([, blob]) => blob));
}

/** Tells whether a path is left out of the repository on purpose at any of the moments: its absence then proves nothing. */
export function ignoredPaths(
  moments: readonly Moment[],
  texts: ReadonlyMap<string, string>,
): (path: string) => boolean {
  const matchers = moments.flatMap((m) =>
    [...m.tree.files].flatMap(([path, blob]): { folder: string; rules: Ignore }[] => {
      const text = isIgnoreFile(path) ? texts.get(blob) : undefined;
      return text === undefined ? [] : [{ folder: path.slice(0, -".gitignore".length), rules: ignore().add(text) }];
    }),
  );
  return (path) =>
    matchers.some(({ folder, rules }) => {
      const inside = path.startsWith(folder) ? path.slice(folder.length) : "";
      return inside !== "" && ignore.isPathValid(inside) && rules.ignores(inside);
    });
}

function isIgnoreFile(path: string): boolean {
  return path === ".gitignore" || path.endsWith("/.gitignore");
}
