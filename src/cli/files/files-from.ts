import { resolve } from "node:path";
import { BlockersError } from "../../errors.js";
import type { Wanted } from "../run/gather.js";
import type { World } from "../world.js";
import { displayed } from "./places.js";

/** The options on which files are read. */
export interface FileOptions {
  /** `--files-from PATH`; "-" for standard input. */
  readonly filesFrom?: string;
  /** `--pass-on-no-files`. */
  readonly passOnNoFiles?: boolean;
}

const MAX_LIST_BYTES = 16 * 1024 * 1024;

/**
 * The paths that were typed, and those in the list that `--files-from` names: with NUL between them, else one a line.
 * Raises a usage error where standard input would be both, and an input error where the list cannot be read or is empty.
 */
export async function pathsOf(
  typed: readonly string[],
  { filesFrom, passOnNoFiles }: FileOptions,
  world: World,
): Promise<readonly string[]> {
  if (filesFrom === undefined) return typed;
  if (filesFrom === "-" && typed.includes("-")) {
    throw new BlockersError(
      "usage",
      'standard input cannot be the list of files ("--files-from -") and a report ("-")',
    );
  }
  const shown = filesFrom === "-" ? "the list on standard input" : displayed(world.cwd, filesFrom);
  const listed = split(await readList(world, filesFrom, shown));
  if (listed.length === 0 && typed.length === 0 && !passOnNoFiles) {
    throw new BlockersError("input", `${shown}: names no file`, ["--pass-on-no-files makes this no error."]);
  }
  return [...typed, ...listed];
}

/** What to read, given the paths that {@link pathsOf} answered with. */
export function wantedOf(
  paths: readonly string[],
  { filesFrom, passOnNoFiles, stdinFilename }: FileOptions & Pick<Wanted, "stdinFilename">,
): Wanted {
  return { paths, stdinFilename, listed: filesFrom !== undefined, passOnNoFiles };
}

async function readList(world: World, filesFrom: string, shown: string): Promise<string> {
  try {
    const bytes =
      filesFrom === "-"
        ? await world.stdin.read(MAX_LIST_BYTES)
        : await world.fs.readBytes(resolve(world.cwd, filesFrom), MAX_LIST_BYTES);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const why = cause instanceof BlockersError ? cause.message : "is not UTF-8";
    throw new BlockersError("input", `${shown}: ${why}`, [], { cause });
  }
}

function split(text: string): readonly string[] {
  const names = text.includes("\0") ? text.split("\0") : text.split(/\r?\n/);
  // In a list, "-" is a file of that name.
  return names.filter((name) => name !== "").map((name) => (name === "-" ? "./-" : name));
}
