import type { Judgement } from "../evidence/evaluate.js";
import type { ChangedFile } from "../evidence/staleness.js";
import type { Claim, ClaimKind } from "../model/claim.js";
import type { Correction, Finding, Severity } from "../model/diagnostic.js";
import type { Report } from "../model/report.js";
import type { SuppressionFault } from "../model/suppression.js";
import type { Verdict } from "../model/verdict.js";
import type { TableState } from "../readiness/table-states.js";

/** What a rule sees: the report and what became of its claims. No files, no git. */
export interface RuleContext {
  readonly report: Report;
  readonly judgements: readonly Judgement[];
  /** Cited files that are not what they were when the report was last written; empty where that is not known. */
  readonly changed: readonly ChangedFile[];
  /** The readiness tables that stand in it, beside what should stand there. */
  readonly tables: readonly TableState[];
  /** What is wrong with comments that suppress findings; known, and not empty, only once all other rules have spoken. */
  readonly suppressionFaults: readonly SuppressionFault[];
}

/** Policy: which verdicts are worth a word, in which words, how loudly. */
export interface Rule {
  /** Names the defect; also the name of its file and of its fixtures. */
  readonly id: string;
  /** One sentence for the table of rules. */
  readonly summary: string;
  /** Why it matters and where its limits lie. */
  readonly rationale: string;
  /** The loudest severity that the rule uses. */
  readonly severity: Severity;
  /** False for a rule that speaks only where the configuration or `--only` names it. */
  readonly onByDefault?: false;
  /** Needs a repository to say anything. */
  readonly git: boolean;
  /** Markdown that the rule speaks of, and the same put right. */
  readonly wrong: string;
  readonly right: string;
  check(context: RuleContext): Finding[];
  /** What would make a claim of its kinds hold, given what was computed. */
  correct?(claim: Claim, verdict: Contradicted, report: Report): Correction | undefined;
}

export type Contradicted = Extract<Verdict, { kind: "contradicted" }>;

interface VerdictRule<K extends ClaimKind> extends Omit<Rule, "check" | "correct"> {
  readonly kinds: readonly K[];
  readonly message: (claim: Extract<Claim, { kind: K }>, verdict: Contradicted) => string;
  /** A severity other than the rule's own, or undefined to say nothing. */
  readonly severityOf?: (claim: Extract<Claim, { kind: K }>, verdict: Contradicted) => Severity | undefined;
  /** What would settle the finding, where that is known. */
  readonly correct?: (
    claim: Extract<Claim, { kind: K }>,
    verdict: Contradicted,
    report: Report,
  ) => Correction | undefined;
}

/** A rule that speaks of every contradicted claim of some kinds. */
export function verdictRule<K extends ClaimKind>(rule: VerdictRule<K>): Rule {
  const { kinds, message, severityOf, correct, ...meta } = rule;
  return {
    ...meta,
    correct: (claim, verdict, report) => (isOneOf(claim, kinds) ? correct?.(claim, verdict, report) : undefined),
    check: ({ judgements, report }) =>
      judgements.flatMap(({ claim, verdict }): Finding[] => {
        if (verdict.kind !== "contradicted" || !isOneOf(claim, kinds)) return [];
        const severity = severityOf ? severityOf(claim, verdict) : rule.severity;
        if (!severity) return [];
        const found = finding(claim, verdict, message(claim, verdict), severity);
        return [{ ...found, correction: correct?.(claim, verdict, report) }];
      }),
  };
}

function isOneOf<K extends ClaimKind>(claim: Claim, kinds: readonly K[]): claim is Extract<Claim, { kind: K }> {
  return (kinds as readonly string[]).includes(claim.kind);
}

function finding(claim: Claim, verdict: Contradicted, message: string, severity: Severity): Finding {
  return {
    message,
    range: claim.range,
    severity,
    stated: verdict.stated,
    computed: verdict.computed,
    derivation: verdict.by.how,
    proof: verdict.by.proof,
    related: verdict.by.from,
    changesConclusion: verdict.changesConclusion,
    claim,
  };
}

export { quote } from "../model/plain-text.js";
