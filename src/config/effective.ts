import type { Severity } from "../model/diagnostic.js";
import { type Config, type LoadedConfig, SETTINGS } from "./config.js";
import { matchGlobs } from "./globs.js";

/** What is to be known of a rule to say how it is set. */
export interface RuleDefault {
  readonly id: string;
  /** The gravest that its findings are. */
  readonly severity: Severity;
  readonly onByDefault?: false | undefined;
}

/** A setting as it holds. */
export interface Effective {
  readonly key: string;
  /** Undefined where writing one would change what holds: `remark` says what holds then. */
  readonly value: unknown;
  readonly source: string;
  readonly remark?: string;
  /** The entries of a mapping, each with a source of its own. */
  readonly entries?: readonly Effective[];
}

const DEFAULT = "default";

/** What a configuration without a word says; what is not here has no value that could be written down. */
const DEFAULTS: Partial<Config> = { ignore: [], failOn: "error", pathPrefixes: [], tables: {} };

const REMARKS: Partial<Record<keyof Config, string>> = {
  reports: "markdown files that read like a report",
  refs: "none",
};

/**
 * Every setting as it holds, and where that was said. For a file, by its path relative to the configuration's folder,
 * the overrides that match it are worked into the rules; without one they are listed.
 */
export function effectiveSettings(
  { config, shown }: Pick<LoadedConfig, "config" | "shown">,
  rules: readonly RuleDefault[],
  path?: string,
): readonly Effective[] {
  const source = shown ?? DEFAULT;
  const wanted = SETTINGS.filter((key) => key !== "$schema" && (key !== "overrides" || path === undefined));
  return wanted.flatMap((key): Effective[] => {
    if (key === "rules") return [ruleSettings(config, source, rules, path)];
    const value = config[key];
    if (value !== undefined) return [{ key, value, source }];
    const remark = REMARKS[key];
    return key in DEFAULTS || remark !== undefined
      ? [{ key, value: DEFAULTS[key], source: DEFAULT, ...(remark !== undefined && { remark }) }]
      : [];
  });
}

function ruleSettings(config: Config, file: string, rules: readonly RuleDefault[], path?: string): Effective {
  const matching = (config.overrides ?? []).flatMap((override, index) =>
    path !== undefined && matchGlobs(override.files)(path) ? [{ levels: override.rules, number: index + 1 }] : [],
  );
  const entries = rules.map((rule): Effective => {
    const key = rule.id;
    const last = matching.findLast(({ levels }) => levels[key] !== undefined);
    if (last) return { key, value: last.levels[key], source: `${file}, override ${last.number}` };
    const own = config.rules?.[key];
    if (own !== undefined) return { key, value: own, source: file };
    if (rule.onByDefault === false) return { key, value: "off", source: DEFAULT };
    // Its findings may be less grave than this, and would not be any more if it were written down.
    return { key, value: undefined, source: DEFAULT, remark: `at most ${rule.severity}` };
  });
  return { key: "rules", value: {}, source: file, entries };
}
