import type { Judgement } from "../evidence/evaluate.js";
import type { GitContext } from "../evidence/git-context.js";
import { MISSING_EVIDENCE } from "../model/verdict.js";
import type { TableState } from "../readiness/table-states.js";
import type { Rule } from "../rules/rule.js";
import { staleReadinessTable } from "../rules/stale-readiness-table.js";
import { staleReport } from "../rules/stale-report.js";

/** What a run had to judge one report by. */
export interface Means {
  readonly judgements: readonly Judgement[];
  readonly git: GitContext | undefined;
  readonly tables: readonly TableState[];
  readonly asOf: string | undefined;
  /** Of the report of a past day nobody asks whether it is current. */
  readonly frozen: boolean;
}

const ON_WHAT_IS_CURRENT: readonly Rule[] = [staleReport, staleReadinessTable];

/** The ids of the rules that had all they ask for, so that it says something where they find nothing. */
export function heardRules(
  ran: readonly Rule[],
  { judgements, git, tables, asOf, frozen }: Means,
): ReadonlySet<string> {
  const lacking = judgements.some(({ verdict }) => verdict.kind === "cannot-tell" && isMissing(verdict.reason));
  // As of another revision, other things are right.
  const whole = git?.survey.repository.state === "present" && asOf === undefined && !lacking;
  const judged = tables.every(({ expected }) => expected !== undefined);
  const isHeard = (rule: Rule): boolean =>
    (whole || !rule.git) && (judged || rule !== staleReadinessTable) && !(frozen && ON_WHAT_IS_CURRENT.includes(rule));
  return new Set(ran.filter(isHeard).map(({ id }) => id));
}

function isMissing(reason: (typeof MISSING_EVIDENCE)[number]): boolean {
  return MISSING_EVIDENCE.includes(reason);
}
