import ignore from "ignore";

/** Bounds that keep the patterns of a configuration nobody here wrote from costing time. */
const MAX_LENGTH = 200;
const MAX_STARS_PER_SEGMENT = 4;
const MAX_DOUBLE_STARS = 3;

/** Why a glob is refused; undefined for one that may be used. */
export function globFault(glob: string): string | undefined {
  if (glob.trim() === "") return "an empty glob matches nothing";
  if (glob.length > MAX_LENGTH) return `a glob may have at most ${MAX_LENGTH} characters`;
  if (glob.startsWith("../")) return "a glob cannot lead out of the folder of its configuration";
  const doubles = glob.split("**").length - 1;
  if (doubles > MAX_DOUBLE_STARS) return `a glob may have at most ${MAX_DOUBLE_STARS} times "**"`;
  const stars = Math.max(...glob.split("/").map((segment) => segment.replaceAll("**", "").split("*").length - 1));
  if (stars > MAX_STARS_PER_SEGMENT) return `a glob may have at most ${MAX_STARS_PER_SEGMENT} "*" between two "/"`;
  return undefined;
}

/**
 * A test for paths by globs as in `.gitignore`: without a `/` they match in every folder, a folder stands for all
 * in it, `!` takes back. Paths are relative to the configuration's folder, with `/`; one outside never matches.
 */
export function matchGlobs(globs: readonly string[]): (path: string) => boolean {
  // Most runs have none, and need not load what would compile them.
  if (globs.length === 0) return () => false;
  const matcher = ignore({ ignorecase: false }).add(globs);
  return (path) => path !== "" && !path.startsWith("../") && !/^([A-Za-z]:)?\//.test(path) && matcher.ignores(path);
}
