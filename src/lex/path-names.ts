/** Tells which paths a text names. */
export interface PathNames {
  /** The paths among those wanted that the text of the file at `from` names. */
  namedIn(text: string, from: string): ReadonlySet<string>;
}

const WORD = /[\p{L}\p{N}\p{M}_.@+~-]+/gu;
const WHOLE_WORD = /^[\p{L}\p{N}\p{M}_.@+~-]+$/u;
/** The folder that stands before a name: "src" in "../src/". */
const PARENT = /([^/\s()[\]`"'<>|,;:*\\]*)\/$/u;
/** A byte that is no UTF-8, which cannot be encoded for a link. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** So many names are looked for as they are before the words of a text are gone through. */
const FEW = 100;
const LOOK_BACK = 260;

/**
 * Makes a quick look for paths in texts: a path counts as named where its file name stands beside the folder it is in, and
 * alone where no other file has that name, or where it lies beside the text or at the top. Nothing is parsed; what is named may
 * be no claim.
 */
export function createPathNames(wanted: Iterable<string>, all: Iterable<string>): PathNames {
  const byName = new Map<string, string[]>();
  const odd: string[] = [];
  for (const path of wanted) {
    const name = nameOf(path);
    // A name with blanks or brackets is no word.
    if (WHOLE_WORD.test(name)) byName.set(name, [...(byName.get(name) ?? []), path]);
    else odd.push(path);
  }
  const counts = new Map<string, number>();
  for (const path of all) counts.set(nameOf(path), (counts.get(nameOf(path)) ?? 0) + 1);

  const means = (path: string, parent: string | undefined, from: string): boolean => {
    const folder = folderOf(path);
    if ((counts.get(nameOf(path)) ?? 0) <= 1) return true;
    if (parent === undefined || /^\.{0,2}$/.test(parent)) return folder === "" || folder === folderOf(from);
    return nameOf(folder) === parent;
  };

  return {
    namedIn(text, from) {
      const found = new Set(odd.filter((path) => isNamed(text, nameOf(path))));
      if (byName.size <= FEW && ![...byName.keys()].some((name) => text.includes(name))) return found;
      for (const { 0: word, index } of text.matchAll(WORD)) {
        const paths = byName.get(word) ?? byName.get(word.replace(/\.+$/, ""));
        if (paths === undefined) continue;
        const parent = PARENT.exec(text.slice(Math.max(0, index - LOOK_BACK), index))?.[1];
        for (const path of paths) if (means(path, parent, from)) found.add(path);
      }
      return found;
    },
  };
}

function isNamed(text: string, name: string): boolean {
  return text.includes(name) || (!LONE_SURROGATE.test(name) && text.includes(encodeURI(name)));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
