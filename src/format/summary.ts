import type { Coverage, FileResult, Hidden, Severity } from "../model/diagnostic.js";
import { sanitize } from "./sanitize.js";
import { severityPaint, type Theme } from "./theme.js";

/** "1 error", "3 errors". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export function countSeverity(results: readonly FileResult[], severity: Severity): number {
  return results.reduce(
    (sum, { diagnostics }) => sum + diagnostics.filter((one) => one.severity === severity).length,
    0,
  );
}

/** The coverage of several reports together. */
export function totalCoverage(results: readonly FileResult[]): Coverage {
  const reasons: Record<string, number> = {};
  const sum = { claims: 0, consistent: 0, contradicted: 0, cannotTell: 0 };
  for (const { coverage } of results) {
    sum.claims += coverage.claims;
    sum.consistent += coverage.consistent;
    sum.contradicted += coverage.contradicted;
    sum.cannotTell += coverage.cannotTell;
    for (const [reason, count] of Object.entries(coverage.reasons)) reasons[reason] = (reasons[reason] ?? 0) + count;
  }
  return { ...sum, reasons };
}

/** The findings that are hidden in several reports together. */
export function totalHidden(results: readonly FileResult[]): Hidden {
  const sum = (of: keyof Hidden) => results.reduce((total, { hidden }) => total + hidden[of], 0);
  return { suppressed: sum("suppressed"), baselined: sum("baselined") };
}

/** "; hidden: 2 by comments, 1 by the baseline"; "" where nothing is. */
function describeHidden(results: readonly FileResult[]): string {
  const { suppressed, baselined } = totalHidden(results);
  const parts = [
    ...(suppressed === 0 ? [] : [`${suppressed} by comments`]),
    ...(baselined === 0 ? [] : [`${baselined} by the baseline`]),
  ];
  return parts.length === 0 ? "" : `; hidden: ${parts.join(", ")}`;
}

function checked({ coverage }: { readonly coverage: Coverage }): number {
  return coverage.consistent + coverage.contradicted;
}

function explainReasons({ reasons }: Coverage): string {
  const known = Object.entries(reasons).filter(([, count]) => count > 0);
  known.sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return known.length === 0
    ? ""
    : ` (${known.map(([reason, count]) => `${count} ${sanitize(reason).replaceAll("-", " ")}`).join(", ")})`;
}

/** "checked 41 of 57 figures, 16 cannot tell (12 no subject, 4 no repository)". */
export function describeCoverage(coverage: Coverage): string {
  if (coverage.claims === 0) return "no figures found to check";
  const done = checked({ coverage });
  if (done === 0) return `none of ${plural(coverage.claims, "figure")} could be checked${explainReasons(coverage)}`;
  const rest = coverage.cannotTell === 0 ? "" : `, ${coverage.cannotTell} cannot tell${explainReasons(coverage)}`;
  return `checked ${done} of ${plural(coverage.claims, "figure")}${rest}`;
}

function describeFindings(results: readonly FileResult[], theme: Theme): string {
  const counts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = countSeverity(results, severity);
    const text = severity === "info" ? `${count} info` : plural(count, severity);
    return count === 0 ? [] : [severityPaint(theme, severity)(theme.bold(text))];
  });
  const files = results.filter(({ diagnostics }) => diagnostics.length > 0).length;
  const where = files === results.length ? plural(files, "report") : `${files} of ${plural(results.length, "report")}`;
  return `${counts.join(", ")} in ${where}; ${describeCoverage(totalCoverage(results))}${describeFixes(results)}`;
}

/** Fixes that git or a judgement decides are not offered here. */
function describeFixes(results: readonly FileResult[]): string {
  const safe = results.flatMap(({ diagnostics }) => diagnostics).filter(({ fix }) => fix?.safety === "safe").length;
  return safe === 0 ? "" : `; "blockers fix" puts ${safe} right`;
}

/** Why nothing was found where something does not match; what is hidden is told beside. */
function explainSilence(results: readonly FileResult[], contradicted: number): string {
  const { suppressed, baselined } = totalHidden(results);
  if (suppressed + baselined > 0) return "";
  return `; ${contradicted} ${contradicted === 1 ? "does" : "do"} not match, but no rule that is on says so`;
}

function describeAgreement(results: readonly FileResult[], theme: Theme): string {
  const coverage = describeCoverage(totalCoverage(results));
  const agreeing = results.filter((result) => checked(result) > 0).length;
  const [only] = results;
  const subject =
    results.length === 1 && only !== undefined ? theme.path(sanitize(only.path)) : plural(results.length, "report");
  if (agreeing === 0) return `${subject}: ${theme.warning(coverage)}`;
  const { contradicted } = totalCoverage(results);
  if (contradicted > 0) return `${subject}: ${coverage}${explainSilence(results, contradicted)}`;
  if (results.length === 1) return `${subject} ${theme.ok("agrees")}: ${coverage}`;
  if (agreeing === results.length) return `${subject} ${theme.ok("agree")}: ${coverage}`;
  const verb = agreeing === 1 ? "agrees" : "agree";
  return `${agreeing} of ${subject} ${theme.ok(verb)}, nothing could be checked in ${results.length - agreeing}: ${coverage}`;
}

/** One line that ends the output of a check: what was found, and how much of what could be found was looked at. */
export function summarize(results: readonly FileResult[], theme: Theme): string {
  if (results.length === 0) return "no reports to check";
  const clean = results.every(({ diagnostics }) => diagnostics.length === 0);
  return (clean ? describeAgreement(results, theme) : describeFindings(results, theme)) + describeHidden(results);
}
