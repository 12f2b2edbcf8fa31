import { createHash } from "node:crypto";
import type { Judgement } from "../evidence/evaluate.js";
import type { Diagnostic, Finding, Severity } from "../model/diagnostic.js";
import { oneLine } from "../model/plain-text.js";
import type { Report, Section } from "../model/report.js";
import type { Rule } from "../rules/rule.js";
import { lineOf, positionOf } from "../source/positions.js";
import { fixOf } from "./fixes.js";

/** Longest text of a related place, in characters. */
const RELATED_TEXT = 120;
/** Places named beside a finding; the derivation tells of the rest. */
const RELATED_PLACES = 8;

interface Found {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
}

/** Findings of all rules to diagnostics in file order, with places in the file's own text and stable fingerprints. */
export function settle(
  report: Report,
  found: readonly Found[],
  severities: Readonly<Record<string, Severity | "off" | undefined>>,
  judgements: readonly Judgement[],
): Diagnostic[] {
  const seen = new Map<string, number>();
  return found
    .flatMap(({ rule, findings }) => findings.map((finding) => ({ rule, finding })))
    .sort((a, b) => a.finding.range.start - b.finding.range.start || a.rule.id.localeCompare(b.rule.id))
    .filter(
      ({ rule, finding }, i, all) =>
        all.findIndex(
          (o) =>
            o.rule === rule && o.finding.message === finding.message && o.finding.range.start === finding.range.start,
        ) === i,
    )
    .map(({ rule, finding }) => ({
      ...diagnostic(report, rule, finding, severities[rule.id], seen),
      fix: fixOf(report, finding, judgements),
    }));
}

function diagnostic(
  report: Report,
  rule: Rule,
  finding: Finding,
  configured: Severity | "off" | undefined,
  seen: Map<string, number>,
): Omit<Diagnostic, "fix"> {
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
    fingerprint: fingerprint(report, rule.id, finding, seen),
  };
}

/** Rule, headings above and the claim's own words, with an ordinal for repeats: no line numbers, so that moves keep it. */
function fingerprint(report: Report, rule: string, finding: Finding, seen: Map<string, number>): string {
  const words = report.source.text.slice(finding.range.start, Math.max(finding.range.end, finding.range.start + 1));
  const identity = [rule, report.source.path, headingPath(report, finding.range.start), words].join("\u0000");
  const ordinal = seen.get(identity) ?? 0;
  seen.set(identity, ordinal + 1);
  return createHash("sha256").update(`${identity}\u0000${ordinal}`).digest("hex").slice(0, 32);
}

function headingPath(report: Report, offset: number): string {
  const section = report.sections.findLast((s) => s.range.start <= offset);
  const names: string[] = [];
  for (let s: Section | undefined = section; s; s = s.parent) names.unshift(s.heading?.text.value.trim() ?? "");
  return names.join(" > ");
}
