import { BlockersError } from "../errors.js";
import { resolveRevision } from "./commits.js";
import type { ObjectReader } from "./object-reader.js";
import type { CommitRecord } from "./parse-commit.js";

/** The commit a user named. Raises a usage error where there is none. */
export async function requireCommit(reader: ObjectReader, revision: string): Promise<CommitRecord> {
  const commit = await resolveRevision(reader, revision);
  if (commit !== undefined) return commit;
  throw new BlockersError("usage", `"${revision}" names no commit of this repository`, [
    "give a branch, a tag or a commit id; in a shallow clone fetch the history first",
  ]);
}

/** A ref as the configuration names it; a branch may be known only as the remote's. Raises a config error. */
export async function requireRef(reader: ObjectReader, ref: string): Promise<CommitRecord> {
  const commit = await resolveHereOrThere(reader, ref);
  if (commit !== undefined) return commit;
  throw new BlockersError("config", `"refs" names "${ref}", which is no branch, tag or commit of this repository`, [
    "fetch it, or take it out of the configuration",
  ]);
}

/** A commit by its name; a branch may be known only as the remote's. */
export async function resolveHereOrThere(reader: ObjectReader, name: string): Promise<CommitRecord | undefined> {
  return (await resolveRevision(reader, name)) ?? (await resolveRevision(reader, `origin/${name}`));
}
