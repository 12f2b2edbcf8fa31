import type { Severity } from "../model/diagnostic.js";

/** What a rule may be set to. */
export type RuleLevel = Severity | "off";

/** From which severity on a finding makes `check` end with exit code 1. */
export type FailOn = Severity | "never";

export const RULE_LEVELS = ["off", "info", "warning", "error"] as const satisfies readonly RuleLevel[];
export const FAIL_ON = ["error", "warning", "info", "never"] as const satisfies readonly FailOn[];
