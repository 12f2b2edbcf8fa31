import { basename, dirname } from "node:path";

const REMOTE_URL = /^[^\S\n]*url[^\S\n]*=(.*)$/im;
const ANONYMOUS = new Set(["repo", "git"]);

/**
 * Names the repository as reports would, from a folder: its last part without `.git`. A folder called `repo` or `.git` says
 * nothing and its parent is used; of `owner+name` (a common way to file mirrors) the name.
 */
export function nameFromFolder(folder: string): string {
  const own = stripSuffix(basename(folder));
  if (own !== "" && !ANONYMOUS.has(own.replace(/^\./, ""))) return afterOwner(own);
  return afterOwner(stripSuffix(basename(dirname(folder))));
}

/** The name in the first remote URL of a repository's config file; undefined without one. */
export function nameFromConfig(config: string): string | undefined {
  const remote = config.slice(Math.max(config.search(/^[^\S\n]*\[remote /m), 0));
  const url = REMOTE_URL.exec(remote)?.[1];
  const name = stripSuffix(
    url
      ?.trim()
      .replace(/^"|"$|\/+"?$/g, "")
      .split(/[/:\\]/)
      .at(-1) ?? "",
  );
  return name === "" ? undefined : name;
}

function stripSuffix(name: string): string {
  return name === ".git" ? "" : name.replace(/\.git$/, "");
}

function afterOwner(name: string): string {
  return name.slice(name.indexOf("+") + 1) || name;
}
