import type { FoundCommit, Successor } from "../model/history.js";
import type { ChangeReader } from "./change-reader.js";
import { type Message, readMessages } from "./messages.js";
import { findByPatch } from "./patch-ids.js";
import type { Repository } from "./repository.js";

/** Shorter subjects ("fix", "wip") name nothing. */
const SHORTEST_SUBJECT = 10;

/**
 * Looks for commits that some ref contains and that stand for lost ones: with their subject, alone or as a line of a squash
 * message, or with the same patch. Keyed by the lost commit's id and by the subjects asked for.
 */
export async function findSuccessors(
  repository: Repository,
  { lost, subjects }: { readonly lost: readonly FoundCommit[]; readonly subjects: readonly string[] },
  readChanges: ChangeReader,
): Promise<ReadonlyMap<string, Successor>> {
  const found = new Map<string, Successor>();
  const wanted = new Map<string, string[]>();
  const want = (subject: string, key: string): void => {
    const name = normalSubject(subject);
    if (name.length >= SHORTEST_SUBJECT) wanted.set(name, [...(wanted.get(name) ?? []), key]);
  };
  for (const { id, subject } of lost) want(subject, id);
  for (const subject of subjects) want(subject, subject);
  if (lost.length === 0 && wanted.size === 0) return found;
  const messages = wanted.size > 0 ? await readMessages(repository, { from: [] }) : [];
  for (const message of messages ?? []) {
    for (const name of subjectsIn(message)) {
      for (const key of wanted.get(name) ?? []) {
        if (key !== message.id && !found.has(key))
          found.set(key, { id: message.id, subject: message.subject, by: "subject" });
      }
    }
  }
  const open = lost.filter(({ id }) => !found.has(id));
  for (const [id, successor] of await findByPatch(repository, open, readChanges)) found.set(id, successor);
  return found;
}

/** A forge puts "(#12)" behind a squashed subject, and each commit of the branch as "* subject" below. */
function subjectsIn({ body }: Message): string[] {
  return body.split("\n").map(normalSubject);
}

/** A subject as it survives a squash: without the number of its pull request, bullets, case. */
export function normalSubject(line: string): string {
  return line
    .replace(/^\s*[*-]\s+/, "")
    .replace(/\s*\(#\d+\)\s*$/, "")
    .trim()
    .toLowerCase();
}
