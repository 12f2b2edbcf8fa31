import { basename, dirname, join, relative, resolve } from "node:path";
import { BlockersError } from "../errors.js";
import type { LoadedConfig } from "./config.js";
import { CONFIG_NAMES } from "./config-names.js";
import { parseConfig } from "./parse-config.js";

/** Longer configurations are refused unread. */
const MAX_CONFIG_BYTES = 256 * 1024;

const PACKAGE_KEY = "blockers";

/** What loading asks of the disk, or of a commit. */
export interface ConfigFiles {
  /** False where there is no regular file. */
  exists(path: string): Promise<boolean>;
  /** Raises an input error that says why the file cannot be read, or that it is longer than `limit` bytes. */
  read(path: string, limit: number): Promise<Uint8Array>;
}

export interface ConfigQuery {
  /** Absolute: where the search starts, and what paths in errors are relative to. */
  readonly cwd: string;
  /** The last folder that is searched, absolute; only `cwd` itself when undefined. */
  readonly top: string | undefined;
  /** `--config PATH`: this file and no other. */
  readonly file?: string | undefined;
  /** `--config-from REV`: where the files are read; they are named as git names them, relative to `top`. */
  readonly revision?: string | undefined;
}

/** A configuration that was found, and not read yet for what it says. */
export interface FoundConfig {
  /** Absolute. */
  readonly file: string;
  /** What it is called on screen. */
  readonly shown: string;
  readonly text: string;
  /** The key of a package.json that holds it. */
  readonly key: string | undefined;
}

/**
 * The nearest configuration from `cwd` upward to `top`; undefined where there is none. Raises a config error when the file
 * is missing or too long, and an input error when it cannot be read.
 */
export async function findConfig(files: ConfigFiles, query: ConfigQuery): Promise<FoundConfig | undefined> {
  if (query.file !== undefined) return findNamed(files, query, resolve(query.cwd, query.file));
  for (const directory of foldersUpward(query.cwd, query.top)) {
    for (const name of CONFIG_NAMES) {
      const file = join(directory, name);
      if (!(await files.exists(file))) continue;
      const found = await readFile(files, query, file);
      if (found) return found;
    }
  }
  return undefined;
}

/** What holds where there is no configuration. */
export function noConfig({ cwd, top }: Pick<ConfigQuery, "cwd" | "top">): LoadedConfig {
  return { config: {}, directory: top ?? cwd, file: undefined, shown: undefined };
}

/** What a configuration that was found says. Raises a config error where it is not a valid one. */
export function readFound({ file, shown, text, key }: FoundConfig, ruleIds: readonly string[]): LoadedConfig {
  return { config: parseConfig(text, shown, ruleIds, key), directory: dirname(file), file, shown };
}

/** Whether two configurations stand in the same file and say the same, whatever their line ends. */
export function isSameConfig(one: FoundConfig | undefined, other: FoundConfig | undefined): boolean {
  return one?.file === other?.file && contentOf(one) === contentOf(other);
}

function contentOf(found: FoundConfig | undefined): string | undefined {
  if (found?.key === undefined) return found?.text.replaceAll("\r\n", "\n");
  return JSON.stringify((JSON.parse(found.text) as Readonly<Record<string, unknown>>)[found.key]);
}

async function findNamed(files: ConfigFiles, query: ConfigQuery, file: string): Promise<FoundConfig> {
  if (!(await files.exists(file))) {
    throw new BlockersError("config", `${query.file}: there is no such configuration file`);
  }
  const found = await readFile(files, query, file);
  if (found) return found;
  throw new BlockersError("config", `${query.file}: has no "${PACKAGE_KEY}" key`);
}

/** Undefined for a package.json that does not configure this program. */
async function readFile(files: ConfigFiles, query: ConfigQuery, file: string): Promise<FoundConfig | undefined> {
  const shown = nameOf(file, query);
  const inPackage = basename(file) === "package.json";
  const text = await readText(files, file, shown);
  if (inPackage && !hasPackageKey(text)) return undefined;
  return { file, shown, text, key: inPackage ? PACKAGE_KEY : undefined };
}

/** "../blockers.yaml", or "main:blockers.yaml". */
function nameOf(file: string, { cwd, top, revision }: ConfigQuery): string {
  const from = (folder: string) => relative(folder, file).replaceAll("\\", "/");
  return revision === undefined ? from(cwd) : `${revision}:${from(top ?? cwd)}`;
}
async function readText(files: ConfigFiles, file: string, shown: string): Promise<string> {
  const bytes = await files.read(file, MAX_CONFIG_BYTES).catch((cause: unknown) => {
    if (!(cause instanceof BlockersError)) throw cause;
    // What is wrong with the file is the configuration's fault; that the disk does not give it out is not.
    const kind = cause.cause === undefined ? "config" : cause.kind;
    throw new BlockersError(kind, `${shown}: ${cause.message}`, cause.hints, { cause });
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BlockersError("config", `${shown}: is not UTF-8`, [], { cause });
  }
}

/** A package.json that is no JSON at the moment is npm's business, not ours. */
function hasPackageKey(text: string): boolean {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === "object" && content !== null && Object.hasOwn(content, PACKAGE_KEY);
  } catch {
    return false;
  }
}

function foldersUpward(from: string, top: string | undefined): readonly string[] {
  const folders = [from];
  if (top === undefined) return folders;
  for (let folder = from; folder !== top; ) {
    const parent = dirname(folder);
    // `top` does not lie above: nothing beyond `from` may be read.
    if (parent === folder) return [from];
    folders.push(parent);
    folder = parent;
  }
  return folders;
}
