import type { Judgement } from "../evidence/evaluate.js";
import type { Diagnostic, Finding, Severity } from "../model/diagnostic.js";
import { lazy } from "../model/lazy.js";
import { oneLine } from "../model/plain-text.js";
import type { Report } from "../model/report.js";
import type { Rule } from "../rules/rule.js";
import { lineOf, positionOf } from "../source/positions.js";
import { fingerprints } from "./fingerprints.js";
import { fixOf } from "./fixes.js";
import { Neighbours } from "./neighbours.js";

/** Longest text of a related place, in characters. */
const RELATED_TEXT = 120;
/** Places named beside a finding; the derivation tells of the rest. */
const RELATED_PLACES = 8;

/** What one rule found. */
export interface Found {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
}

/** A finding on its way to be told. */
export interface Located {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** Findings of rules in the order of the file; what a rule says twice of one place is there once. */
export function inOrder(found: readonly Found[]): Located[] {
  const said = new Set<string>();
  return found
    .flatMap(({ rule, findings }) => findings.map((finding) => ({ rule, finding })))
    .sort(byPlace)
    .filter(({ rule, finding }) => {
      const key = `${rule.id} ${finding.range.start} ${finding.message}`;
      return !said.has(key) && said.add(key);
    });
}

function byPlace(a: Located, b: Located): number {
  return a.finding.range.start - b.finding.range.start || a.rule.id.localeCompare(b.rule.id);
}

/**
 * The findings that are told, as diagnostics in file order with places in the file's own text. `hidden` are those that are
 * not told; fingerprints count them, so that hiding one leaves the others as they are.
 */
export function settle(
  report: Report,
  { told, hidden }: { readonly told: readonly Located[]; readonly hidden: readonly Located[] },
  severities: Readonly<Record<string, Severity | "off" | undefined>>,
  judgements: readonly Judgement[],
): Diagnostic[] {
  // What hashes is loaded and used for those only who ask.
  const prints = lazy(() => fingerprints(report, judgements, [...told, ...hidden].sort(byPlace)));
  const near = new Neighbours(report, judgements);
  return told.toSorted(byPlace).map(({ rule, finding }) => ({
    ...diagnostic(report, rule, finding, severities[rule.id]),
    fix: fixOf(report, finding, near),
    get fingerprint() {
      return prints().get(finding) ?? "";
    },
  }));
}

function diagnostic(
  report: Report,
  rule: Rule,
  finding: Finding,
  configured: Severity | "off" | undefined,
): Omit<Diagnostic, "fix" | "fingerprint"> {
  const { source } = report;
  const start = positionOf(source, finding.range.start);
  const end = positionOf(source, Math.max(finding.range.end, finding.range.start));
  const related = (finding.related ?? []).slice(0, RELATED_PLACES).map(({ range, text }) => ({
    line: lineOf(source, range.start),
    text: oneLine(text).slice(0, RELATED_TEXT),
  }));
  return {
    rule: rule.id,
    severity: configured && configured !== "off" ? configured : finding.severity,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message: finding.message,
    stated: finding.stated ?? null,
    computed: finding.computed ?? null,
    derivation: finding.derivation ?? null,
    proof: finding.proof ?? null,
    changesConclusion: finding.changesConclusion ?? false,
    related: related.filter((r, i) => related.findIndex((o) => o.line === r.line && o.text === r.text) === i),
  };
}
