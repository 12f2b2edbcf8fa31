import { spawnSync } from "node:child_process";
import { type Environment, FIXED_ARGUMENTS, gitEnvironment } from "./environment.js";

/** What is looked for among the files of the index. */
export interface Mention {
  readonly words: readonly string[];
  /** In files with these endings, in whatever case. */
  readonly endings: readonly string[];
}

/** Longer answers are left to whom reads them piece by piece. */
const MAX_BYTES = 65_536;
const TIMEOUT_MS = 2_000;

/**
 * What is staged at the top of a checkout, by one process that is waited for: to be called back would take longer than git
 * does. Names that are only announced are among them. Undefined where git fails, or does not say it at once.
 */
export function stagedNames(top: string, outer: Environment): readonly string[] | undefined {
  const args = ["diff-index", "--cached", "--name-only", "-z", "--no-ext-diff", "--no-renames"];
  const said = ask(top, outer, [...FIXED_ARGUMENTS, ...args, "--ignore-submodules=none", "HEAD", "--"]);
  return said?.code === 0 ? said.text.split("\0").slice(0, -1) : undefined;
}

/** Whether some file of the index holds one of the words; undefined where git fails. */
export function isMentioned(top: string, outer: Environment, { words, endings }: Mention): boolean | undefined {
  const fixed = FIXED_ARGUMENTS.filter((argument) => argument !== "--literal-pathspecs");
  const files = endings.map((ending) => `:(icase)*.${ending}`);
  const args = ["grep", "--cached", "-q", "-a", "-F", "--no-recurse-submodules", "-f", "-", "--", ...files];
  const said = ask(top, outer, [...fixed, ...args], `${words.join("\n")}\n`);
  return said?.code === 0 || said?.code === 1 ? said.code === 0 : undefined;
}

function ask(
  cwd: string,
  outer: Environment,
  args: readonly string[],
  input = "",
): { readonly code: number | null; readonly text: string } | undefined {
  const ended = spawnSync("git", args, {
    cwd,
    env: gitEnvironment(outer),
    input,
    maxBuffer: MAX_BYTES,
    timeout: TIMEOUT_MS,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  // Whoever asks thoroughly hears of what git has to say.
  if (ended.error !== undefined || ended.stderr.length > 0) return undefined;
  return { code: ended.status, text: ended.stdout.toString("latin1") };
}
