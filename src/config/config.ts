import { z } from "zod";
import type { TableLayout } from "../model/tables.js";
import { globFault } from "./globs.js";
import { FAIL_ON, type FailOn, RULE_LEVELS, type RuleLevel } from "./levels.js";
import { tablesSchema } from "./tables.js";

/** A configuration as it was written, checked; what it leaves out is undefined. */
export interface Config {
  /** Which files are reports, in place of a look at their content. */
  readonly reports?: readonly string[] | undefined;
  /** Which files are never looked at. */
  readonly ignore?: readonly string[] | undefined;
  readonly rules?: Readonly<Record<string, RuleLevel | undefined>> | undefined;
  readonly failOn?: FailOn | undefined;
  /** Branches, tags or commits that speak for the project: further moments of every report. */
  readonly refs?: readonly string[] | undefined;
  /** Leading parts of paths that reports write and the repository does not have ("/workspaces/"). */
  readonly pathPrefixes?: readonly string[] | undefined;
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
}

const MAX_ENTRIES = 100;

const glob = z.string().superRefine((value, context) => {
  const fault = globFault(value);
  if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
});

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

/** The settings that there are, given the rules that there are. */
function settings(ruleIds: readonly string[]) {
  const level = z.enum(RULE_LEVELS).optional();
  return {
    reports: z.array(glob).min(1).max(MAX_ENTRIES).optional(),
    ignore: z.array(glob).max(MAX_ENTRIES).optional(),
    rules: z.strictObject(Object.fromEntries(ruleIds.map((id) => [id, level]))).optional(),
    refs: z.array(ref).min(1).max(MAX_REFS).optional(),
    failOn: z.enum(FAIL_ON).optional(),
    pathPrefixes: z.array(prefix).max(MAX_ENTRIES).optional(),
    tables: tablesSchema(z.array(glob).min(1).max(MAX_ENTRIES)).optional(),
  };
}

/** Their names, for whoever mistypes one. */
export const SETTINGS: readonly string[] = Object.keys(settings([]));

/** The shape of a configuration. Nothing but what it names is allowed. */
export function configSchema(ruleIds: readonly string[]): z.ZodType<Config> {
  return z.strictObject(settings(ruleIds));
}
