import { join } from "node:path";
import { BASELINE_NAME } from "../../config/baseline-name.js";
import { CONFIG_NAMES } from "../../config/config-names.js";
import { isMentioned, stagedNames } from "../../git/staged-names.js";
import { MARKDOWN, MARKDOWN_ENDINGS } from "../files/markdown-endings.js";
import { describeSelection, tellSelection } from "../files/selection.js";
import type { World } from "../world.js";

/** More names than these take longer to be looked for than the whole run does. */
const MANY = 30;

/** Names that are written in links as they are. */
const PLAIN = /^[\w.@+~/-]+$/;

/**
 * `blockers check --staged` where it plainly finds nothing to check: says so, and answers true. Most commits concern no report,
 * and to see that takes neither the command line's parser nor a session. Whatever is unusual is left to them, with nothing
 * said: somewhere within a checkout, a configuration, a baseline, another index than git's own, a git that complains.
 */
export async function nothingStaged(world: World): Promise<boolean> {
  const { cwd, env } = world;
  if (env.BLOCKERS_DEBUG === "1" || !(await isPlain(world))) return false;
  const names = stagedNames(cwd, env);
  if (names === undefined || names.length > MANY || names.some((name) => MARKDOWN.test(name) || !PLAIN.test(name)))
    return false;
  const words = names.map((name) => name.slice(name.lastIndexOf("/") + 1));
  if (words.length > 0 && isMentioned(cwd, env, { words, endings: MARKDOWN_ENDINGS }) !== false) return false;
  const selection = describeSelection(
    { kind: "staged", how: "staged" },
    { own: 0, citing: 0, total: 0, asked: "everything" },
  );
  tellSelection(world, world.stdout, selection, { format: "text", debug: false });
  return true;
}

/** Whether this is the top of a checkout as git makes it, and nothing here says how reports are read. */
async function isPlain({ fs, cwd, env: { GIT_INDEX_FILE: index } }: World): Promise<boolean> {
  try {
    // As `git commit` has it, unless it is told of files.
    if (index && index !== ".git/index" && index !== join(cwd, ".git", "index")) return false;
    if ((await fs.stat(join(cwd, ".git")))?.kind !== "directory") return false;
    for (const name of [...CONFIG_NAMES, BASELINE_NAME]) {
      if ((await fs.stat(join(cwd, name))) === undefined) continue;
      // A key may be written with escapes, too.
      if (name !== "package.json" || /blockers|\\u/.test(await textOf(fs, join(cwd, name)))) return false;
    }
    // It may lie elsewhere, or be none.
    return !/worktree|include|\bbare\b(?!\s*=\s*false\b)/i.test(await textOf(fs, join(cwd, ".git", "config")));
  } catch {
    return false;
  }
}

async function textOf(fs: World["fs"], path: string): Promise<string> {
  return Buffer.from(await fs.readBytes(path, MAX_BYTES)).toString("utf8");
}

const MAX_BYTES = 256 * 1024;
