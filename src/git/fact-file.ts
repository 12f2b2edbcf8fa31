import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { CACHE_CAP, CACHED_FACT_CAP } from "./limits.js";
import type { PrivateFile } from "./private-file.js";

/** Facts of former runs by full id, as JSON. */
export interface FactFile {
  /** Those of these ids of which something is known. */
  load(ids: readonly string[]): ReadonlyMap<string, string>;
  /** Keeps what was found, for later runs. */
  save(found: ReadonlyMap<string, string>): void;
}

const NEWLINE = 10;
const SPACE = 32;
const CHECK_LENGTH = 22;

/**
 * Facts in a file of lines `ID CHECK JSON`. The check covers all of the line, and `setting`: what the facts depend on besides
 * the id, and how they are written. A line that is damaged, cut short, or written in another setting is no fact.
 */
export function createFactFile(file: PrivateFile, setting: string): FactFile {
  let stored: Buffer | undefined;
  const content = (): Buffer => (stored ??= file.read(CACHE_CAP) ?? Buffer.alloc(0));
  const checkOf = (id: string, json: string): string =>
    createHash("sha256").update(`${setting}\n${id}\n${json}`).digest("base64url").slice(0, CHECK_LENGTH);

  return {
    load(ids) {
      const wanted = new Set(ids);
      const found = new Map<string, string>();
      if (wanted.size === 0) return found;
      for (const line of linesOf(content())) {
        const id = idOf(line);
        if (!wanted.has(id)) continue;
        const check = line.toString("latin1", id.length + 1, id.length + 1 + CHECK_LENGTH);
        const json = line.toString("utf8", id.length + CHECK_LENGTH + 2);
        if (check === checkOf(id, json)) found.set(id, json);
      }
      return found;
    },
    save(found) {
      const lines = [...found]
        .map(([id, json]) => Buffer.from(`${id} ${checkOf(id, json)} ${json}\n`))
        .filter((line) => line.length <= CACHED_FACT_CAP);
      if (lines.length === 0) return;
      // What is new replaces what did not hold, and stands last: where there is too much, the oldest goes.
      const kept = linesOf(content()).filter((line) => !found.has(idOf(line)));
      const whole = lastOf([...kept.map((line) => Buffer.concat([line, Buffer.of(NEWLINE)])), ...lines]);
      if (file.replace(whole)) stored = whole;
    },
  };
}

function idOf(line: Buffer): string {
  return line.toString("latin1", 0, Math.max(0, line.indexOf(SPACE)));
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
