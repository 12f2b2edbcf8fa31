import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { simpleGit } from "simple-git";
import { BlockersError } from "../errors.js";
import { explainDistrust } from "./discover.js";
import { type Environment, gitEnvironment } from "./environment.js";

/** Where a repository keeps what setting it up is about. All paths are absolute. */
export interface Layout {
  /** As `core.hooksPath` of whatever level says it, or git's own place. */
  readonly hooks: string;
  /** The git directory that linked worktrees share. */
  readonly common: string;
  /** What the remotes are fetched from. */
  readonly remotes: readonly string[];
}

/** Asks git for the layout around a checkout, as its user's own configuration has it. Raises a git error. */
export async function askLayout(checkout: string, outer: Environment): Promise<Layout> {
  const { PATH = "", HOME, SYSTEMROOT } = gitEnvironment(outer);
  // Not by `runGit`, which keeps git from every hook.
  const git = simpleGit({ baseDir: checkout }).env({
    PATH,
    ...(HOME === undefined ? {} : { HOME }),
    ...(SYSTEMROOT === undefined ? {} : { SYSTEMROOT }),
    LC_ALL: "C.UTF-8",
  });
  try {
    const path = async (...args: readonly string[]) => {
      const said = (await git.raw(["rev-parse", ...args])).replace(/\n$/, "");
      // A git that was killed has said nothing.
      if (said === "") throw new Error("it gave no answer");
      return resolve(checkout, said);
    };
    const hooks = await path("--git-path", "hooks");
    const common = await path("--git-common-dir");
    if (!(await isGitFolder(common))) throw new Error("its answer makes no sense");
    const remotes = await git.getRemotes(true);
    return {
      hooks,
      common,
      remotes: remotes.flatMap(({ refs }) => (refs.fetch ? [refs.fetch] : [])),
    };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : "";
    const why = explainDistrust(said, checkout) ?? (said.split("\n", 1)[0] ?? "").replace(/^(fatal|error): /i, "");
    const sentence = /^spawn git ENOENT/.test(why) ? "git is not on the PATH" : `git cannot be asked here: ${why}`;
    throw new BlockersError("git", sentence, [], { cause });
  }
}

async function isGitFolder(path: string): Promise<boolean> {
  return (await stat(join(path, "HEAD")).catch(() => undefined)) !== undefined;
}
