import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import type { FileChange } from "../model/history.js";
import { CACHE_CAP, CACHED_FACT_CAP } from "./limits.js";
import type { PrivateFile } from "./private-file.js";

/** What commits changed, as former runs have found it. */
export interface ChangeFacts {
  /** Those of these commits that are known. */
  load(ids: readonly string[]): ReadonlyMap<string, readonly FileChange[]>;
  /** Keeps what was found, for later runs. */
  save(found: ReadonlyMap<string, readonly FileChange[]>): void;
}

/** To be raised when a line is written in another way, or git is asked in another way. */
const VERSION = 1;
const NEWLINE = 10;
const SPACE = 32;
const CHECK_LENGTH = 22;

/**
 * Makes facts out of a file of lines `ID CHECK JSON`. The check covers all of the line, and `setting`: what the comparison
 * depends on besides the commit. A line that is damaged, cut short, or written in another setting is no fact.
 */
export function createChangeFacts(file: PrivateFile, setting: string): ChangeFacts {
  let stored: Buffer | undefined;
  const content = (): Buffer => (stored ??= file.read(CACHE_CAP) ?? Buffer.alloc(0));
  const checkOf = (id: string, json: string): string =>
    createHash("sha256").update(`${VERSION}\n${setting}\n${id}\n${json}`).digest("base64url").slice(0, CHECK_LENGTH);

  const parse = (id: string, line: Buffer): readonly FileChange[] | undefined => {
    const check = line.toString("latin1", id.length + 1, id.length + 1 + CHECK_LENGTH);
    const json = line.toString("utf8", id.length + CHECK_LENGTH + 2);
    return check === checkOf(id, json) ? decode(json) : undefined;
  };

  return {
    load(ids) {
      const wanted = new Set(ids);
      const found = new Map<string, readonly FileChange[]>();
      if (wanted.size === 0) return found;
      for (const line of linesOf(content())) {
        const id = line.toString("latin1", 0, Math.max(0, line.indexOf(SPACE)));
        const changes = wanted.has(id) ? parse(id, line) : undefined;
        if (changes !== undefined) found.set(id, changes);
      }
      return found;
    },
    save(found) {
      const lines = [...found].flatMap(([id, changes]) => {
        const json = JSON.stringify(changes.map(encode));
        const line = Buffer.from(`${id} ${checkOf(id, json)} ${json}\n`);
        return line.length > CACHED_FACT_CAP ? [] : [line];
      });
      if (lines.length === 0) return;
      // What is new replaces what did not hold, and stands last: where there is too much, the oldest goes.
      const kept = linesOf(content()).filter((line) => !found.has(line.toString("latin1", 0, line.indexOf(SPACE))));
      const all = [...kept.map((line) => Buffer.concat([line, Buffer.of(NEWLINE)])), ...lines];
      const whole = lastOf(all);
      if (file.replace(whole)) stored = whole;
    },
  };
}

function linesOf(content: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < content.length; ) {
    const end = content.indexOf(NEWLINE, start);
    // One without an end is cut short.
    if (end === -1) break;
    lines.push(content.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

function lastOf(lines: readonly Buffer[]): Buffer {
  let size = 0;
  const first = lines.findLastIndex((line) => {
    size += line.length;
    return size > CACHE_CAP;
  });
  return Buffer.concat(lines.slice(first + 1));
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
  // The check holds, so that it is what was written.
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
