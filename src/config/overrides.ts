import type { Config, RuleLevels } from "./config.js";
import { matchGlobs } from "./globs.js";

/**
 * What the configuration says of the rules for a file, by its path relative to the configuration's folder; undefined
 * for a file outside, which no override matches.
 */
export function levelsByPath({ rules = {}, overrides = [] }: Config): (path: string | undefined) => RuleLevels {
  const compiled = overrides.map((override) => ({ ...override, matches: matchGlobs(override.files) }));
  return (path) => {
    const matching = path === undefined ? [] : compiled.filter(({ matches }) => matches(path));
    return Object.assign({}, rules, ...matching.map((override) => override.rules));
  };
}
