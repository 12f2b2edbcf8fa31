import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BlockersError } from "../errors.js";
import { type Environment, gitEnvironment } from "./environment.js";
import { notUnderstood } from "./not-understood.js";
import { gitFailure, runGit } from "./run.js";

/** Three versions of a file. */
export interface Versions {
  readonly base: Uint8Array;
  readonly ours: Uint8Array;
  readonly theirs: Uint8Array;
}

export interface MergeFileOptions {
  /** The working directory: its repository may say in which style conflicts are written. */
  readonly cwd: string;
  readonly env?: Environment | undefined;
  /** Characters in a conflict marker; git's own default where it is not given. */
  readonly markerSize?: number | undefined;
  /** Resolve conflicts to this side. */
  readonly favour?: "ours" | "theirs" | undefined;
}

/** `git merge-file` ends with the number of conflicts, up to this; more is an error. */
const MOST_CONFLICTS = 127;
const LABELS = ["ours", "base", "theirs"] as const;

/** Merges three versions line by line, as git does by itself. Raises a git error where git cannot. */
export async function mergeFile(
  versions: Versions,
  { cwd, env, markerSize, favour }: MergeFileOptions,
): Promise<{ readonly content: Uint8Array; readonly conflicts: boolean }> {
  const folder = await mkdtemp(join(tmpdir(), "blockers-merge-"));
  try {
    const files = LABELS.map((label) => join(folder, label));
    for (const [index, label] of LABELS.entries()) await writeFile(files[index] ?? "", versions[label], { flag: "wx" });
    const size = markerSize === undefined ? [] : [`--marker-size=${markerSize}`];
    const favoured = favour === undefined ? [] : [`--${favour}`];
    const labels = LABELS.flatMap((label) => ["-L", label]);
    const end = await runGit({ cwd, env: gitEnvironment(env) }, [
      "merge-file",
      "-p",
      ...favoured,
      ...size,
      ...labels,
      ...files,
    ]);
    if (end.outcome !== "ended" || end.code === undefined || end.code > MOST_CONFLICTS) throw failure(end);
    if (!isMade(end.stdout, versions)) throw notUnderstood("merging the files");
    return { content: end.stdout, conflicts: end.code > 0 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const MARKER = /^([<|=>])\1*(?: (?:ours|base|theirs))?$/;

/** Whether a merge is made of lines of its versions, and of markers between them. */
function isMade(merged: Uint8Array, { base, ours, theirs }: Versions): boolean {
  const known = new Set([base, ours, theirs].flatMap(linesOf));
  return linesOf(merged).every((line) => known.has(line) || MARKER.test(line));
}

/** Without their ends, which git adapts and adds. */
function linesOf(bytes: Uint8Array): readonly string[] {
  return Buffer.from(bytes).toString("latin1").split(/\r?\n/);
}

function failure(end: Awaited<ReturnType<typeof runGit>>): BlockersError {
  const { message } = gitFailure("merge the files", end);
  return new BlockersError("git", message, ["Resolve the file by hand, or set another merge driver for it."]);
}
