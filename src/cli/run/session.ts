import { resolve } from "node:path";
import type { LoadedConfig, RuleLevels } from "../../config/config.js";
import { matchGlobs } from "../../config/globs.js";
import { levelsByPath } from "../../config/overrides.js";
import { openHistory } from "../../git/open.js";
import { ownStatuses } from "../../lex/own-statuses.js";
import type { OwnStatuses } from "../../model/conventions.js";
import type { Beginning, History } from "../../model/history.js";
import type { During } from "../../model/progress.js";
import { type Archived, frozenReports } from "../files/archive.js";
import { below, findCheckout, findNamedCheckout, type PathContext } from "../files/places.js";
import { type Kept, keepTo, type ScopeOptions, scopeOf, seenFrom } from "../files/scope.js";
import { duringOf } from "../guard/during.js";
import { note } from "../notices.js";
import { type Settings, type SettingsOptions, withSettings } from "../settings/settings.js";
import type { World } from "../world.js";

/** The options that every command on reports has. */
export interface SessionOptions extends SettingsOptions, ScopeOptions {
  /** `--no-ignore` makes it false. */
  readonly ignore?: boolean;
  /** `--repo DIR`. */
  readonly repo?: string;
  /** `--as-of REV`. */
  readonly asOf?: string;
  /** `--no-git` makes it false. */
  readonly git: boolean;
  /** `--no-cache` makes it false. */
  readonly cache?: boolean;
  readonly debug?: boolean;
  /** `--reports-only`. */
  readonly reportsOnly?: boolean;
}

/** Where a command works: the configuration, the repository, and what is called how. */
export interface Session extends Settings {
  readonly world: World;
  readonly debug: boolean;
  /** Of named files, too, only those that are reports. */
  readonly reportsOnly: boolean;
  /** Undefined with `--no-git`. */
  readonly history: History | undefined;
  readonly asOf: string | undefined;
  readonly paths: PathContext;
  /** Whether git can be asked which files there are: there is a checkout, and git reads it. */
  readonly tracked: boolean;
  /** What `--staged`, `--changed` or `--base` keep the run to; undefined for everything. */
  readonly kept: Kept | undefined;
  /** Left out by the configuration's `ignore`; the path is absolute. */
  ignores(path: string): boolean;
  /** Left out in this run: ignored, and without `--no-ignore`. What tables are made of does not follow that flag. */
  skips(path: string): boolean;
  /** Does the work on each report: what takes too long ends by an error. */
  readonly during: During;
  /** The configuration's further words and marks of status. */
  readonly statuses: OwnStatuses;
  /** Whether a report speaks of its own day only, and is never rewritten. */
  isFrozen(report: Archived): boolean;
  /** Among the configuration's `reports`; undefined where it names none. */
  readonly selects: ((path: string) => boolean) | undefined;
  /** What the configuration says of the rules for a file; the path is absolute. */
  levelsOf(path: string): RuleLevels;
}

/** Loads the configuration, opens the repository, runs the work, and closes the repository whatever happens. */
export async function withSession<T>(
  world: World,
  options: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const around = await findCheckout(world.fs, world.cwd);
  return withSettings(world, around, options, (settings) => withHistory(world, options, around, settings, work));
}

async function withHistory<T>(
  world: World,
  options: SessionOptions,
  around: string | undefined,
  { settings, trusted }: Settings,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { fs, cwd, env } = world;
  const scope = scopeOf(options);
  const repository = options.repo === undefined ? undefined : resolve(cwd, options.repo);
  const checkout = repository === undefined ? around : await findNamedCheckout(fs, repository);
  const history = options.git
    ? await openHistory({ cwd, env, repository, index: scope?.kind === "staged", cache: options.cache !== false })
    : undefined;
  try {
    const repositoryState = await askState(world, history, options.asOf);
    // A bare repository may lie inside a checkout that is not its own.
    const bare = repositoryState?.state === "present" && repositoryState.bare;
    const top = bare ? undefined : checkout;
    const kept = scope && history && (await keepTo(scope, history));
    const seen = kept && history ? seenFrom(kept, history, { fs, top }) : { history, fs };
    // They need to know what a status is, and that not every run has to.
    let own: OwnStatuses | undefined;
    if (options.debug) describe(world, settings, options.configFrom, repository ?? around);
    return await work({
      world,
      debug: options.debug === true,
      reportsOnly: options.reportsOnly === true,
      settings,
      trusted,
      history: seen.history,
      asOf: kept?.asOf ?? options.asOf,
      kept,
      paths: { fs: seen.fs, cwd, checkout: top, elsewhere: repository !== undefined },
      during: duringOf(world.guard),
      tracked: repositoryState?.state === "present" && top !== undefined,
      get statuses() {
        own ??= ownStatuses(settings.config.statuses ?? {});
        return own;
      },
      isFrozen: frozenReports(settings, cwd),
      ...matchers(settings, options),
    });
  } finally {
    await history?.close();
  }
}

/** Says why where git cannot be used although there is a repository; an unknown `--as-of` is refused here. */
async function askState(
  world: World,
  history: History | undefined,
  asOf: string | undefined,
): Promise<Beginning | undefined> {
  if (history === undefined) return undefined;
  const repository = await history.begin(asOf);
  if (repository.state === "unreadable") {
    note(world, `git cannot be asked here, so nothing is compared with it: ${repository.why}`);
  }
  return repository;
}

function matchers(
  { config, directory }: LoadedConfig,
  { ignore }: SessionOptions,
): Pick<Session, "ignores" | "skips" | "selects" | "levelsOf"> {
  const levels = levelsByPath(config);
  const test = (globs: readonly string[]) => {
    const matches = matchGlobs(globs);
    return (path: string) => matches(below(directory, path) ?? "");
  };
  const ignores = test(config.ignore ?? []);
  return {
    ignores,
    skips: ignore === false ? () => false : ignores,
    selects: config.reports === undefined ? undefined : test(config.reports),
    levelsOf: (path) => levels(below(directory, path)),
  };
}

function describe(
  world: World,
  settings: LoadedConfig,
  from: string | undefined,
  repository: string | undefined,
): void {
  note(world, `configuration: ${from === undefined ? (settings.file ?? "none") : (settings.shown ?? "none")}`);
  note(world, `repository: ${repository ?? "none"}`);
}
