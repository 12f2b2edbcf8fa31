import { z } from "zod";
import type { TableLayout } from "../model/tables.js";
import { globFault } from "./globs.js";
import { FAIL_ON, type FailOn, RULE_LEVELS, type RuleLevel } from "./levels.js";
import { tablesSchema } from "./tables.js";
import { type TeamConfig, teamSettings } from "./team.js";

/** By rule; undefined for one of which nothing is said. */
export type RuleLevels = Readonly<Record<string, RuleLevel | undefined>>;

/** What is different for the files that the globs match. */
export interface Override {
  readonly files: readonly string[];
  readonly rules: RuleLevels;
}

/** A configuration as it was written, checked; what it leaves out is undefined. */
export interface Config extends TeamConfig {
  /** Where an editor finds the schema; nothing here reads it. */
  readonly $schema?: string | undefined;
  /** Which files are reports, in place of a look at their content. */
  readonly reports?: readonly string[] | undefined;
  /** Which files are never looked at. */
  readonly ignore?: readonly string[] | undefined;
  readonly rules?: RuleLevels | undefined;
  /** What is different for some files; later ones win. */
  readonly overrides?: readonly Override[] | undefined;
  readonly failOn?: FailOn | undefined;
  /** Branches, tags or commits that speak for the project: further moments of every report. */
  readonly refs?: readonly string[] | undefined;
  /** Leading parts of paths that reports write and the repository does not have ("/workspaces/"). */
  readonly pathPrefixes?: readonly string[] | undefined;
  /** The file of findings that are known, relative to the configuration's folder. */
  readonly baseline?: string | undefined;
  /** Generated tables by their IDs. */
  readonly tables?: Readonly<Record<string, TableLayout>> | undefined;
}

/** A configuration and where it came from. */
export interface LoadedConfig {
  readonly config: Config;
  /** Absolute; the folder that globs are relative to. */
  readonly directory: string;
  /** Absolute; undefined when there is no configuration. */
  readonly file: string | undefined;
  /** What the file is called on screen. */
  readonly shown: string | undefined;
}

const MAX_ENTRIES = 100;

const glob = z
  .string()
  .superRefine((value, context) => {
    const fault = globFault(value);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
  })
  .describe(
    'As in .gitignore: without a "/" it matches in every folder, a folder stands for all in it, "!" takes back.',
  );

const globs = z.array(glob).min(1).max(MAX_ENTRIES);

const prefix = z
  .string()
  .min(1, "an empty prefix changes nothing")
  .max(200, "a prefix may have at most 200 characters");

/** Each is one more tree to look through. */
const MAX_REFS = 10;

/** Nothing that git could take for an option or a range. */
const ref = z
  .string()
  .max(200, "a ref may have at most 200 characters")
  .regex(/^[\w][\w./+@-]*$/, "a branch, a tag or a commit id is needed");

/** A file of the configuration's folder or below it. */
const file = z
  .string()
  .min(1, "a file's name is needed")
  .max(200, "a path may have at most 200 characters")
  .regex(
    /^(?![/\\~])(?![A-Za-z]:)(?!(?:.*[/\\])?\.\.(?:[/\\]|$))/,
    "the file must lie in the configuration's folder or below it",
  );

/** What is told of a rule in an editor. */
export type RuleSummaries = ReadonlyMap<string, string>;

function levels(ruleIds: readonly string[], summaries: RuleSummaries) {
  const level = z.enum(RULE_LEVELS);
  const told = (id: string) => {
    const summary = summaries.get(id);
    return [id, (summary === undefined ? level : level.describe(summary)).optional()] as const;
  };
  return z.strictObject(Object.fromEntries(ruleIds.map(told)));
}

/** The settings that there are, given the rules that there are; each says what it is for. */
function settings(ruleIds: readonly string[], summaries: RuleSummaries) {
  const rules = levels(ruleIds, summaries);
  const override = z.strictObject({
    files: globs.describe("Which files this is about."),
    rules: rules.describe("What is said of a rule here wins over what is said above."),
  });
  return {
    $schema: z.string().optional().describe("For editors: where the schema of this file is. Not read otherwise."),
    reports: globs
      .optional()
      .describe("Which files are reports. By default, those among the markdown files that read like one."),
    ignore: z.array(glob).max(MAX_ENTRIES).optional().describe("Which files are never looked at."),
    rules: rules
      .optional()
      .describe(
        'How grave the findings of a rule are, or "off". By default, each finding is as grave as its rule says.',
      ),
    overrides: z
      .array(override)
      .max(MAX_ENTRIES)
      .optional()
      .describe("What is different for some files. Of two that say something of a rule, the later one wins."),
    refs: z
      .array(ref)
      .min(1)
      .max(MAX_REFS)
      .optional()
      .describe("Branches, tags or commits that speak for the project: what holds there is not contradicted."),
    failOn: z
      .enum(FAIL_ON)
      .optional()
      .describe('From which severity on "check" ends with exit code 1; by default from "error".'),
    pathPrefixes: z
      .array(prefix)
      .max(MAX_ENTRIES)
      .optional()
      .describe('Leading parts of paths that reports write and the repository does not have, such as "/srv/app".'),
    baseline: file
      .optional()
      .describe('Where the findings stand that are known, from here; by default in "blockers-baseline.json".'),
    ...teamSettings(z.array(glob).max(MAX_ENTRIES)),
    tables: tablesSchema(globs).optional().describe("The generated tables in files, by the IDs in their markers."),
  };
}

/** The names of all settings. */
export const SETTINGS = Object.keys(settings([], new Map())) as (keyof Config)[];

/** The shape of a configuration. Nothing but what it names is allowed. */
export function configSchema(ruleIds: readonly string[], summaries: RuleSummaries = new Map()): z.ZodType<Config> {
  return z.strictObject(settings(ruleIds, summaries));
}
