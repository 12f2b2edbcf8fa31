import type { CommitFact, FileChange, FoundCommit } from "../model/history.js";
import type { ObjectAnswer, ObjectReader } from "./object-reader.js";
import { type CommitRecord, parseCommit } from "./parse-commit.js";
import type { Repository } from "./repository.js";

/** A cited id before its changes are known. */
export type Citation = CommitRecord | Exclude<CommitFact, FoundCommit>;

/** Looks up an id as it is written in a report. In a shallow clone an absent one is unknown: it may have been cut off. */
export async function resolveCitation(repository: Repository, reader: ObjectReader, hex: string): Promise<Citation> {
  const answer = await readCited(reader, hex);
  if (answer.state === "missing") return { state: repository.shallow ? "unknown" : "missing" };
  if (answer.state === "ambiguous") return answer;
  if (answer.type !== "commit") return { state: "not-a-commit", type: answer.type };
  return answer.content === undefined ? { state: "unknown" } : parseCommit(answer.id, answer.content);
}

/** Reads a commit a user named; undefined when there is none. */
export async function resolveRevision(reader: ObjectReader, revision: string): Promise<CommitRecord | undefined> {
  const answer = await reader.readRevision(revision);
  if (answer.state !== "found" || answer.content === undefined) return undefined;
  return parseCommit(answer.id, answer.content);
}

/** A commit by what it says of itself. */
export function plainCommit({ id, parents, authorTime, committerTime, subject }: CommitRecord): FoundCommit {
  const nothing = { changes: undefined, insertions: undefined, deletions: undefined };
  return { state: "found", id, parents, authorTime, committerTime, subject, ...nothing };
}

/** Joins what a commit says of itself with its changes. */
export function completeCommit(commit: CommitRecord, changes: readonly FileChange[]): FoundCommit {
  const sum = (key: "insertions" | "deletions"): number =>
    changes.reduce((total, change) => total + (change[key] ?? 0), 0);
  const totals = { insertions: sum("insertions"), deletions: sum("deletions") };
  return { ...plainCommit(commit), changes, ...totals };
}

/** Whether a commit's parents are there to compare it with: not at the edge of a shallow clone. */
export function hasWholeDiff(repository: Repository, commit: CommitRecord): boolean {
  return !repository.boundary.has(commit.id);
}

async function readCited(reader: ObjectReader, hex: string): Promise<ObjectAnswer> {
  const answer = await reader.read(hex);
  if (answer.state === "missing") return answer;
  const found = answer.state === "found" && answer.id.startsWith(hex);
  if (found) return answer;
  // A branch may be called like an id and git prefers it; and among objects that share a prefix only one may be a commit.
  // The form `git describe` prints names commits by id alone and settles both.
  const described = await reader.readRevision(`described-0-g${hex}`);
  if (described.state === "found" && described.id.startsWith(hex)) return described;
  return answer.state === "found" ? { state: described.state === "ambiguous" ? "ambiguous" : "missing" } : answer;
}
