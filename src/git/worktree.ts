import { closeSync, fstatSync, openSync, readFileSync, readSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { BlockersError } from "../errors.js";
import type { LineCount, Tree } from "../model/history.js";
import { decodePath, encodePath } from "../model/path-bytes.js";
import { TEXT_CAP } from "./limits.js";
import { createLineCounter } from "./line-counter.js";
import { notUnderstood } from "./not-understood.js";
import type { Repository } from "./repository.js";
import { gitFailure, runGit } from "./run.js";
import { createTokenSplitter } from "./split-tokens.js";
import { decodeText } from "./text.js";

/** What the checkout holds. */
export interface Worktree {
  /** Tracked files that are there, sorted. */
  readonly tracked: readonly string[];
  /** Tracked and untracked files, without ignored ones. */
  readonly tree: Tree;
}

const PREFIX = "worktree:";
const SUBMODULE = "160000";
const READ_SIZE = 1024 * 1024;
const ENTRY = /^(?:\? |([HSMRC]) ([0-7]{6}) ([0-9a-f]{40}|[0-9a-f]{64}) [0-3]\t)/;

/** Lists the checkout's files in one process; raises a git error when git fails. */
export async function readWorktree({ place }: Repository): Promise<Worktree> {
  const args = ["ls-files", "-z", "-t", "-s", "-c", "-o", "-d", "--exclude-standard", "--"];
  const end = await runGit(place, args);
  if (end.outcome !== "ended" || end.code !== 0) throw gitFailure("list the files of the working tree", end);
  return parseWorktree(end.stdout);
}

/** Reads the listing: tag, for tracked files mode and id, and the path. Raises a git error for anything else. */
export function parseWorktree(listing: Buffer): Worktree {
  const files = new Map<string, string>();
  const tracked = new Set<string>();
  const deleted = new Set<string>();
  const submodules = new Set<string>();
  const staged = new Map<string, string>();
  createTokenSplitter((token) => {
    const [head, tag, mode, id] = ENTRY.exec(token.toString("latin1")) ?? [];
    if (head === undefined) throw notUnderstood("listing the files of the working tree");
    const path = decodePath(token.subarray(head.length));
    if (mode === SUBMODULE) submodules.add(path);
    if (mode === SUBMODULE || path.endsWith("/")) return;
    if (tag === "R") return void deleted.add(path);
    if (tag !== undefined) tracked.add(path);
    if (id !== undefined) staged.set(path, id);
    // A sparse checkout leaves files out on purpose: the index knows them.
    files.set(path, tag === "S" && id !== undefined ? id : `${PREFIX}${path}`);
  })(listing);
  for (const path of deleted) {
    files.delete(path);
    tracked.delete(path);
  }
  return { tracked: [...tracked].sort(), tree: { files, submodules, staged } };
}

/** The path in a `worktree:PATH` id; undefined for a blob id. */
export function worktreePath(blob: string): string | undefined {
  return blob.startsWith(PREFIX) ? blob.slice(PREFIX.length) : undefined;
}

/** Counts the lines of a file on disk; undefined for a binary, an absent one, and one outside the checkout, also by a link. */
export function countFileLines(top: string, path: string): LineCount | undefined {
  return readInside(top, path, countOpenFile);
}

/** Reads a small text file on disk; undefined for a large one, for what is no UTF-8 text, and where `countFileLines` is. */
export function readFileText(top: string, path: string): string | undefined {
  return readInside(top, path, readOpenFile);
}

/** Opens a file for a reader and closes it again; undefined where it cannot be opened or must not be. Raises an input error where the disk fails. */
function readInside<T>(top: string, path: string, read: (file: number) => T): T | undefined {
  try {
    const root = realpathSync(top);
    const real = realpathSync.native(Buffer.concat([Buffer.from(join(root, sep)), encodePath(path)]), "buffer");
    if (!isInside(join(root, sep), real) || !statSync(real).isFile()) return undefined;
    const file = openSync(real, "r");
    try {
      return read(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (isFault(error))
      throw new BlockersError("input", `${path}: cannot be read (${error.code})`, [], { cause: error });
    return undefined;
  }
}

/** What the machine fails in says nothing of the file. */
const FAULTS = ["EIO", "EMFILE", "ENFILE", "ENOMEM", "ENOSPC"];

function isFault(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && FAULTS.includes(String(error.code));
}

function isInside(prefix: string, real: Buffer): boolean {
  // Read byte for byte: a name need not be UTF-8.
  const path = real.toString("latin1");
  const root = Buffer.from(prefix).toString("latin1");
  return path.startsWith(root) && !path.startsWith(`${root}.git${sep}`);
}

function countOpenFile(file: number): LineCount | undefined {
  const counter = createLineCounter();
  const buffer = Buffer.allocUnsafe(Math.min(READ_SIZE, fstatSync(file).size + 1));
  for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) {
    counter.add(buffer.subarray(0, size));
  }
  return counter.result();
}

function readOpenFile(file: number): string | undefined {
  if (fstatSync(file).size > TEXT_CAP) return undefined;
  const content = readFileSync(file);
  // It may have grown meanwhile.
  return content.length > TEXT_CAP ? undefined : decodeText(content);
}
