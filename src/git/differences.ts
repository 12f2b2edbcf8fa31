import type { FileChange } from "../model/history.js";
import type { Changes } from "../model/snapshot.js";
import { RENAME_LIMIT } from "./limits.js";
import { createChangesParser } from "./parse-changes.js";
import type { Repository } from "./repository.js";
import { type GitEnd, gitFailure, runGit } from "./run.js";

const PLAIN = ["-r", "-z", "--raw", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none"];
const RENAMES = ["-M", `-l${RENAME_LIMIT}`];

/** By the number of digits of an id: the tree without files, which git knows without storing it, and the empty file. */
const EMPTY_TREE: Readonly<Record<number, string>> = {
  40: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  64: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
};
const EMPTY_FILES: ReadonlySet<string | undefined> = new Set([
  "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
  "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
]);

/** The files that the index has otherwise than a commit, and those that it only announces (`git add --intent-to-add`). */
export interface IndexDifference {
  readonly changes: Changes;
  readonly announced: ReadonlySet<string>;
}

/** Compares the index with a commit, before the first one with nothing; raises a git error when git fails. */
export async function compareIndex(repository: Repository, commit: string | undefined): Promise<IndexDifference> {
  const from = commit ?? (await emptyTree(repository));
  const ask = (visible: string) =>
    compare(repository, ["diff-index", "--cached", visible], [from], "compare the index with the last commit");
  const all = await ask("--ita-visible-in-index");
  const mayBeAnnounced = all.some(({ status, after }) => status === "added" && EMPTY_FILES.has(after));
  if (!mayBeAnnounced) return { changes: changesOf(all), announced: new Set() };
  // Git calls an announced file an empty one, unless it is told to leave such out.
  const real = await ask("--ita-invisible-in-index");
  const known = new Set(real.map(({ path }) => path));
  const announced = all.filter(({ path }) => !known.has(path)).map(({ path }) => path);
  return { changes: changesOf(real), announced: new Set(announced) };
}

/** Compares two commits; raises a git error when git fails. */
export async function compareCommits(repository: Repository, base: string, head: string): Promise<Changes> {
  return changesOf(await compare(repository, ["diff-tree"], [base, head], "compare the two commits"));
}

async function compare(
  repository: Repository,
  verb: readonly string[],
  commits: readonly string[],
  task: string,
): Promise<readonly FileChange[]> {
  const run = (renames: readonly string[]) =>
    runGit(repository.place, [...verb, ...PLAIN, ...renames, "--end-of-options", ...commits, "--"]);
  let end: GitEnd & { readonly stdout: Buffer } = await run(RENAMES);
  // Renames are found by content, which a partial clone may lack.
  if (end.outcome === "ended" && end.code !== 0 && repository.partial) end = await run(["--no-renames"]);
  if (end.outcome !== "ended" || end.code !== 0) throw gitFailure(task, end);
  const found: FileChange[] = [];
  const parser = createChangesParser({ onCommit: () => undefined, onChange: (change) => found.push(change) });
  parser.push(end.stdout);
  parser.finish();
  return found;
}

function changesOf(list: readonly FileChange[]): Changes {
  const there = list.filter(({ status }) => status !== "deleted");
  const renamed = new Map(list.flatMap(({ path, from }) => (from === undefined ? [] : [[path, from] as const])));
  return {
    changed: new Set(there.map(({ path }) => path)),
    gone: new Set([...list.filter(({ status }) => status === "deleted").map(({ path }) => path), ...renamed.values()]),
    renamed,
  };
}

async function emptyTree({ place }: Repository): Promise<string> {
  const end = await runGit(place, ["rev-parse", "--show-object-format"]);
  const known = EMPTY_TREE[end.stdout.toString("latin1").trim() === "sha256" ? 64 : 40];
  if (end.outcome !== "ended" || end.code !== 0 || known === undefined)
    throw gitFailure("tell the form of its ids", end);
  return known;
}
