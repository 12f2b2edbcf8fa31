import { basename, dirname, join, relative, resolve } from "node:path";
import { BlockersError } from "../errors.js";
import type { LoadedConfig } from "./config.js";
import { MAX_CONFIG_BYTES, parseConfig } from "./parse-config.js";

/** Looked for in this order; the first that is there counts. */
export const CONFIG_NAMES = ["blockers.yaml", "blockers.yml", "blockers.json", "package.json"] as const;

const PACKAGE_KEY = "blockers";

/** What loading asks of the disk. */
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
  readonly ruleIds: readonly string[];
}

/**
 * The nearest configuration from `cwd` upward to `top`; an empty one when there is none. Raises a config error
 * when the file is missing, too long, or not a valid configuration.
 */
export async function loadConfig(files: ConfigFiles, query: ConfigQuery): Promise<LoadedConfig> {
  if (query.file !== undefined) return loadNamed(files, query, resolve(query.cwd, query.file));
  for (const directory of foldersUpward(query.cwd, query.top)) {
    for (const name of CONFIG_NAMES) {
      const file = join(directory, name);
      if (!(await files.exists(file))) continue;
      const loaded = await loadFile(files, query, file);
      if (loaded) return loaded;
    }
  }
  return { config: {}, directory: query.top ?? query.cwd, file: undefined };
}

async function loadNamed(files: ConfigFiles, query: ConfigQuery, file: string): Promise<LoadedConfig> {
  if (!(await files.exists(file))) {
    throw new BlockersError("config", `${query.file}: there is no such configuration file`);
  }
  const loaded = await loadFile(files, query, file);
  if (loaded) return loaded;
  throw new BlockersError("config", `${query.file}: has no "${PACKAGE_KEY}" key`);
}

/** Undefined for a package.json that does not configure this program. */
async function loadFile(files: ConfigFiles, query: ConfigQuery, file: string): Promise<LoadedConfig | undefined> {
  const shown = relative(query.cwd, file).replaceAll("\\", "/");
  const inPackage = basename(file) === "package.json";
  const text = await readText(files, file, shown);
  if (inPackage && !hasPackageKey(text)) return undefined;
  const config = parseConfig(text, shown, query.ruleIds, inPackage ? PACKAGE_KEY : undefined);
  return { config, directory: dirname(file), file };
}

async function readText(files: ConfigFiles, file: string, shown: string): Promise<string> {
  try {
    const bytes = await files.read(file, MAX_CONFIG_BYTES);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const why = cause instanceof BlockersError ? cause.message : "is not UTF-8";
    throw new BlockersError("config", `${shown}: ${why}`, [], { cause });
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
