import type { FileChange } from "../model/history.js";
import type { FactFile } from "./fact-file.js";

/** To be raised when facts are written in another way, or git is asked in another way. */
export const CHANGES_VERSION = "changes 1";

/** What commits changed, as former runs have found it; by full id. */
export function loadChanges(file: FactFile, ids: readonly string[]): ReadonlyMap<string, readonly FileChange[]> {
  return new Map([...file.load(ids)].map(([id, json]) => [id, decode(json)]));
}

/** Keeps what was found, for later runs. */
export function saveChanges(file: FactFile, found: ReadonlyMap<string, readonly FileChange[]>): void {
  file.save(new Map([...found].map(([id, changes]) => [id, JSON.stringify(changes.map(encode))])));
}

type Stored = readonly [
  path: string,
  status: FileChange["status"],
  insertions: number | null,
  deletions: number | null,
  before: string | null,
  after: string | null,
  from?: string,
];

function encode({ path, status, insertions, deletions, before, after, from }: FileChange): Stored {
  const figures = [path, status, insertions ?? null, deletions ?? null, before ?? null, after ?? null] as const;
  return from === undefined ? figures : [...figures, from];
}

function decode(json: string): readonly FileChange[] {
  // Its check holds, so that it is what was written.
  return (JSON.parse(json) as readonly Stored[]).map(([path, status, insertions, deletions, before, after, from]) => ({
    path,
    status,
    ...(from === undefined ? {} : { from }),
    before: before ?? undefined,
    after: after ?? undefined,
    insertions: insertions ?? undefined,
    deletions: deletions ?? undefined,
  }));
}
