import type { FailOn } from "../config/levels.js";
import type { FileResult, Severity } from "../model/diagnostic.js";
import { MISSING_EVIDENCE } from "../model/verdict.js";

/** What the program's exit code says. */
export const ExitCode = {
  /** Checked, and nothing found at or above `--fail-on`. */
  Clean: 0,
  /** Checked, and something found. */
  Found: 1,
  /** Not, or not wholly, done: usage, configuration, input, git, or a fault of our own. */
  Failed: 2,
  /** With `--require-evidence`: nothing found, but evidence was missing. */
  Unverified: 3,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

export interface ExitPolicy {
  readonly failOn: FailOn;
  readonly requireEvidence: boolean;
  /** `--max-warnings`: more than these are too many, whatever `failOn` is. */
  readonly maxWarnings?: number | undefined;
}

/** The exit code of a run in which every file could be read. */
export function exitCodeOf(results: readonly FileResult[], policy: ExitPolicy): ExitCode {
  if (results.some((result) => hasFinding(result, policy.failOn)) || hasTooManyWarnings(results, policy)) {
    return ExitCode.Found;
  }
  if (policy.requireEvidence && results.some(lacksEvidence)) return ExitCode.Unverified;
  return ExitCode.Clean;
}

/** Whether there are more warnings than `--max-warnings` allows. */
export function hasTooManyWarnings(
  results: readonly FileResult[],
  { maxWarnings }: Pick<ExitPolicy, "maxWarnings">,
): boolean {
  const warnings = results.flatMap(({ diagnostics }) => diagnostics).filter(({ severity }) => severity === "warning");
  return maxWarnings !== undefined && warnings.length > maxWarnings;
}

function hasFinding(result: FileResult, failOn: FailOn): boolean {
  if (failOn === "never") return false;
  return result.diagnostics.some((diagnostic) => RANK[diagnostic.severity] >= RANK[failOn]);
}

function lacksEvidence(result: FileResult): boolean {
  return MISSING_EVIDENCE.some((reason) => (result.coverage.reasons[reason] ?? 0) > 0);
}
