import type { LoadedConfig } from "../../config/config.js";
import {
  type ConfigFiles,
  type ConfigQuery,
  type FoundConfig,
  findConfig,
  isSameConfig,
  noConfig,
  readFound,
} from "../../config/load-config.js";
import { BlockersError } from "../../errors.js";
import { openRevision, type RevisionFiles } from "../../git/revision-files.js";
import { rules } from "../../rules/index.js";
import { below } from "../files/places.js";
import { note } from "../notices.js";
import type { World } from "../world.js";

/** The options on where the configuration is. */
export interface SettingsOptions {
  /** `--config PATH`; false for `--no-config`. */
  readonly config?: string | false;
  /** `--config-from REV`. */
  readonly configFrom?: string;
}

/** The configuration, and from where what goes with it is read, too. */
export interface Settings {
  readonly settings: LoadedConfig;
  /** The disk, or the commit of `--config-from`; by absolute paths. */
  readonly trusted: ConfigFiles;
}

/**
 * Reads the configuration for what is done with it, and closes what had to be opened. `top` is that of the checkout around
 * here. Raises config errors, and usage and git errors for a revision that cannot be read.
 */
export async function withSettings<T>(
  world: World,
  top: string | undefined,
  options: SettingsOptions,
  work: (settings: Settings) => Promise<T>,
): Promise<T> {
  const { config: named, configFrom: revision } = options;
  if (revision === undefined) return work({ settings: await readSettings(world, top, named), trusted: diskOf(world) });
  if (named !== undefined) {
    const other = named === false ? "--no-config" : "--config";
    throw new BlockersError("usage", `--config-from and ${other} exclude each other`);
  }
  const files = await openRevision(world.cwd, revision, world.env);
  try {
    return await work(await settingsAt(world, files, revision));
  } finally {
    await files.close();
  }
}

/** The configuration on the disk: the nearest one, a named one, or with `false` none. Raises config errors. */
export async function readSettings(
  world: World,
  top: string | undefined,
  named: string | false | undefined,
): Promise<LoadedConfig> {
  const query = { ...queryOf(world, top), ...(named && { file: named }) };
  return contentOf(named === false ? undefined : await findConfig(diskOf(world), query), query);
}

async function settingsAt(world: World, files: RevisionFiles, revision: string): Promise<Settings> {
  const trusted = filesOf(files, revision);
  const query = { ...queryOf(world, files.top), revision };
  const found = await findConfig(trusted, query);
  if (!found) note(world, `there is no configuration at ${revision}, so that the defaults hold`);
  // The one on the disk need not be valid, nor even readable.
  const own = await findConfig(diskOf(world), queryOf(world, files.top)).catch(() => null);
  if (own === null || !isSameConfig(found, own)) {
    note(world, `the configuration here is another than that at ${revision}, which counts`);
  }
  return { settings: contentOf(found, query), trusted };
}

function queryOf({ cwd }: World, top: string | undefined): ConfigQuery {
  return { cwd, top };
}

/** The rules are loaded only where there is something that may name them. */
function contentOf(found: FoundConfig | undefined, query: ConfigQuery): LoadedConfig {
  if (found === undefined) return noConfig(query);
  return readFound(
    found,
    rules.map((rule) => rule.id),
  );
}

/** Files on the disk, by absolute paths. */
export function diskOf({ fs }: World): ConfigFiles {
  return {
    exists: async (path) => (await fs.stat(path))?.kind === "file",
    read: (path, limit) => fs.readBytes(path, limit),
  };
}

function filesOf(files: RevisionFiles, revision: string): ConfigFiles {
  const inside = (path: string) => below(files.top, path) ?? "";
  return {
    exists: async (path) => {
      const kind = await files.kindOf(inside(path));
      if (kind !== "astray") return kind === "file";
      throw new BlockersError(
        "config",
        `${revision}:${inside(path)}: is a symbolic link that leads out of the repository`,
      );
    },
    read: (path, limit) => files.read(inside(path), limit),
  };
}
