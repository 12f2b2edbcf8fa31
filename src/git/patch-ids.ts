import type { FoundCommit, Successor } from "../model/history.js";
import { isPlainPath } from "./path-bytes.js";
import type { Repository } from "./repository.js";
import { requireSound, runGit } from "./run.js";

const PLAIN_PATCH = ["-p", "--no-ext-diff", "--no-textconv", "--no-renames", "--full-index"];
/** More paths than this make no useful filter for a search by patch. */
const MAX_PATHS = 100;

/** Finds commits that some ref contains and that make the same change as a lost one, by git's patch ids. */
export async function findByPatch(
  repository: Repository,
  lost: readonly FoundCommit[],
): Promise<ReadonlyMap<string, Successor>> {
  const { place, partial } = repository;
  const paths = [
    ...new Set(lost.flatMap(({ changes }) => changes.flatMap(({ path, from }) => [path, ...(from ? [from] : [])]))),
  ];
  if (lost.length === 0 || paths.length === 0 || paths.length > MAX_PATHS || partial) return new Map();
  if (!paths.every(isPlainPath)) return new Map();
  const ids = async (args: readonly string[], input?: string): Promise<Map<string, string>> => {
    const patches = await runGit(place, args, input);
    requireSound(repository, "compare patches", patches);
    if (patches.outcome !== "ended" || patches.code !== 0) return new Map();
    // Both sides pass through the same decoding, so that equal bytes stay equal.
    const end = await runGit(place, ["patch-id", "--stable"], patches.stdout.toString("latin1"));
    requireSound(repository, "compare patches", end);
    return new Map(
      end.stdout
        .toString("latin1")
        .split("\n")
        .flatMap((line) => (line.includes(" ") ? [line.split(" ") as [string, string]] : [])),
    );
  };
  const [own, others] = await Promise.all([
    ids(["diff-tree", "--stdin", "--root", ...PLAIN_PATCH], lost.map(({ id }) => `${id}\n`).join("")),
    ids(["log", "--all", "--no-merges", "--format=commit %H", ...PLAIN_PATCH, "--", ...paths]),
  ]);
  return new Map(
    [...own].flatMap(([patch, id]) => {
      const other = others.get(patch);
      const subject = lost.find((commit) => commit.id === id)?.subject ?? "";
      return other === undefined || other === id ? [] : [[id, { id: other, subject, by: "patch" }] as const];
    }),
  );
}
