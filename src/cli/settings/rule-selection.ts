import { BlockersError } from "../../errors.js";
import type { RuleChoice } from "../../lint/lint-report.js";
import { didYouMean } from "../../model/closest.js";
import { rules } from "../../rules/index.js";
import type { FindingOptions } from "../options.js";

/** What a run looks for. Raises a usage error for a rule that does not exist. */
export function choiceOfRules({ only, skip, inlineConfig }: FindingOptions): RuleChoice {
  return {
    only: ruleIds("--only", only),
    skip: ruleIds("--skip", skip),
    inlineConfig: inlineConfig !== false,
  };
}

/** The rules named by `--only` or `--skip`. Raises a usage error for one that does not exist. */
export function ruleIds(option: string, names: readonly string[] | undefined): readonly string[] | undefined {
  if (names === undefined) return undefined;
  for (const name of names) requireRule(name, `${option}: `);
  return names;
}

/** The rule of that name. Raises a usage error, with the nearest name, for one that does not exist. */
export function requireRule(name: string, context = ""): (typeof rules)[number] {
  const rule = rules.find((one) => one.id === name);
  if (rule) return rule;
  const ids = rules.map((one) => one.id);
  throw new BlockersError("usage", `${context}there is no rule "${name}"${didYouMean(name, ids)}`, [
    'Run "blockers explain" for the list of rules.',
  ]);
}
