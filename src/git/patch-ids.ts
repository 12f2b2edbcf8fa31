import type { FoundCommit, Successor } from "../model/history.js";
import { isPlainPath } from "../model/path-bytes.js";
import type { ChangeReader } from "./change-reader.js";
import { GIT_STREAM_CAP } from "./limits.js";
import { createPatchReader, PATCH_FORMAT } from "./patches.js";
import type { Repository } from "./repository.js";
import { requireSound, streamGit } from "./run.js";

const PLAIN_PATCH = [
  "-p",
  "--root",
  "--no-ext-diff",
  "--no-textconv",
  "--no-renames",
  "--full-index",
  `--format=${PATCH_FORMAT}`,
];
/** More paths than this make no useful filter for a search by patch. */
const MAX_PATHS = 100;

/** Finds commits that some ref contains and that make the same change as a lost one, in two processes. */
export async function findByPatch(
  repository: Repository,
  lost: readonly FoundCommit[],
  readChanges: ChangeReader,
): Promise<ReadonlyMap<string, Successor>> {
  if (lost.length === 0 || repository.partial) return new Map();
  const changes = [...(await readChanges(lost)).values()].flat();
  const paths = [...new Set(changes.flatMap(({ path, from }) => [path, ...(from ? [from] : [])]))];
  if (paths.length === 0 || paths.length > MAX_PATHS || !paths.every(isPlainPath)) return new Map();
  const own = new Map<string, string>();
  const others = new Map<string, string>();
  await Promise.all([
    readPatches(repository, ["diff-tree", "--stdin", ...PLAIN_PATCH], lost, (id, patch) => own.set(patch, id)),
    readPatches(repository, ["log", "--all", "--no-merges", ...PLAIN_PATCH, "--", ...paths], [], (id, patch) =>
      others.set(patch, id),
    ),
  ]);
  return new Map(
    [...own].flatMap(([patch, id]) => {
      const other = others.get(patch);
      const subject = lost.find((commit) => commit.id === id)?.subject ?? "";
      return other === undefined || other === id ? [] : [[id, { id: other, subject, by: "patch" }] as const];
    }),
  );
}

async function readPatches(
  repository: Repository,
  args: readonly string[],
  commits: readonly FoundCommit[],
  onPatch: (id: string, patch: string) => void,
): Promise<void> {
  const found: [id: string, patch: string][] = [];
  const reader = createPatchReader((id, patch) => found.push([id, patch]));
  const end = await streamGit(repository.place, args, {
    input: commits.map(({ id }) => `${id}\n`).join(""),
    maxBytes: GIT_STREAM_CAP,
    dispensable: true,
    onData: (chunk) => {
      reader.push(chunk);
      return false;
    },
  });
  requireSound(repository, "compare patches", end);
  if (end.outcome !== "ended" || end.code !== 0) return;
  reader.finish();
  for (const [id, patch] of found) onPatch(id, patch);
}
