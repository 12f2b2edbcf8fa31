import type { Diagnostic, FileResult, Severity } from "../model/diagnostic.js";
import { detailsOf, inOrder, type Placed } from "./findings.js";
import { innerPath } from "./report-path.js";
import { sanitize, sanitizeJson, wellFormed } from "./sanitize.js";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/** What GitLab reads of a code quality report; see its documentation of the format. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

/** A code quality report for GitLab. It has no place for counts, so that hidden findings are not in it. Never raises. */
export function formatGitlab(results: readonly FileResult[]): string {
  const seen = new Map<string, number>();
  const issues = inOrder(results).map((placed) => issue(placed, seen));
  return `${sanitizeJson(JSON.stringify(issues, null, 2))}\n`;
}

function issue({ result, diagnostic }: Placed, seen: Map<string, number>): Issue {
  const { rule, line, endLine } = diagnostic;
  return {
    description: sanitize(describe(diagnostic)),
    check_name: rule,
    fingerprint: unique(diagnostic.fingerprint, seen),
    severity: severityOf(diagnostic),
    location: { path: wellFormed(innerPath(result)), lines: { begin: line, end: Math.max(line, endLine) } },
  };
}

function severityOf({ severity, changesConclusion }: Diagnostic): string {
  return severity === "error" && changesConclusion ? "critical" : SEVERITIES[severity];
}

/** One line: GitLab shows no other place of an issue. */
function describe(diagnostic: Diagnostic): string {
  const told = detailsOf(diagnostic).filter(([label]) => label === "because" || label === "fix");
  return [diagnostic.message, ...told.map(([label, text]) => `${label}: ${text}`)].join("; ");
}

/** GitLab keeps one issue of each fingerprint. */
function unique(fingerprint: string, seen: Map<string, number>): string {
  const before = seen.get(fingerprint) ?? 0;
  seen.set(fingerprint, before + 1);
  return before === 0 ? fingerprint : `${fingerprint}-${before}`;
}
