import type { Places } from "../model/history.js";
import { readMessages } from "./messages.js";
import type { Repository } from "./repository.js";
import { requireSound, runGit } from "./run.js";

/** More names than these, and longer ones than git can store, are not looked for in messages: each is an argument of a command. */
const MAX_NAMES = 100;
const MAX_NAME_LENGTH = 255;
/** Git stores no name with such a character, and the system hands over no argument with some. */
const CONTROL = /\p{Cc}/u;

/**
 * Tells of names whether they are a branch or a tag (of any remote), or a branch that was merged and may be gone. Where not all
 * branches were fetched, what is not found is left out; so are names beyond the first hundred that are no branch.
 */
export async function findBranches(repository: Repository, names: readonly string[]): Promise<Places["branches"]> {
  const found = new Map<string, "ref" | "merged" | "absent">();
  if (names.length === 0) return found;
  const end = await runGit(repository.place, ["for-each-ref", "--format=%(refname)"]);
  requireSound(repository, "list branches and tags", end);
  if (end.outcome !== "ended" || end.code !== 0) return found;
  const refs = end.stdout.toString("utf8").split("\n");
  const short = new Set(
    refs.flatMap((ref) => [ref, ref.replace(/^refs\/(?:heads|tags|remotes\/[^/]+|pull|changes)\//, "")]),
  );
  const remote = new Set(refs.map((ref) => ref.replace(/^refs\/remotes\//, "")));
  const open = names.filter((name) => {
    const known = short.has(name) || remote.has(name) || short.has(name.replace(/^origin\//, ""));
    if (known) found.set(name, "ref");
    return !known;
  });
  const asked = open.filter((name) => name.length <= MAX_NAME_LENGTH && !CONTROL.test(name)).slice(0, MAX_NAMES);
  if (asked.length === 0 || repository.fewBranches || repository.shallow) return found;
  const messages = await readMessages(repository, { from: [], grep: asked });
  for (const name of asked) {
    if (messages === undefined) continue;
    found.set(name, messages.some(({ body }) => body.includes(name)) ? "merged" : "absent");
  }
  return found;
}
