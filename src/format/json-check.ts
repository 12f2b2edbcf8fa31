import type { Coverage, Diagnostic, FileResult, Fix, Hidden } from "../model/diagnostic.js";
import { keepWorst } from "./findings.js";
import type { Tool } from "./options.js";
import { sanitizeJson } from "./sanitize.js";
import type { CheckOutput } from "./schema.js";
import { countSeverity, totalCoverage, totalHidden } from "./summary.js";

type File = CheckOutput["files"][number];

function orderCoverage({ claims, consistent, contradicted, cannotTell, reasons }: Coverage): File["coverage"] {
  const sorted = Object.entries(reasons).sort(([a], [b]) => (a < b ? -1 : 1));
  return { claims, consistent, contradicted, cannotTell, reasons: Object.fromEntries(sorted) };
}

function orderFix({ title, safety, edits }: Fix): File["diagnostics"][number]["fix"] {
  return {
    title,
    safety,
    edits: edits.map(({ range, expected, newText }) => ({
      range: { start: range.start, end: range.end },
      expected,
      newText,
    })),
  };
}

export function orderDiagnostic(one: Diagnostic): File["diagnostics"][number] {
  return {
    rule: one.rule,
    severity: one.severity,
    line: one.line,
    column: one.column,
    endLine: one.endLine,
    endColumn: one.endColumn,
    message: one.message,
    stated: one.stated,
    computed: one.computed,
    derivation: one.derivation,
    proof: one.proof,
    changesConclusion: one.changesConclusion,
    related: one.related.map(({ line, text }) => ({ line, text })),
    fix: one.fix === null ? null : orderFix(one.fix),
    fingerprint: one.fingerprint,
  };
}

function orderHidden({ suppressed, baselined }: Hidden): File["hidden"] {
  return { suppressed, baselined };
}

function orderFile({ path, items, coverage, diagnostics, hidden, notes }: FileResult): File {
  return {
    path,
    items: items.map(({ key, title, status, percent, line }) => ({ key, title, status, percent, line })),
    coverage: orderCoverage(coverage),
    diagnostics: diagnostics.toSorted((a, b) => a.line - b.line || a.column - b.column).map(orderDiagnostic),
    hidden: orderHidden(hidden),
    notes: [...notes],
  };
}

/** The results of a check as plain data, as {@link checkOutputSchema} describes it; of many findings the worst. */
export function checkOutput(results: readonly FileResult[], tool: Tool, maxFindings?: number): CheckOutput {
  const shown = keepWorst(results, maxFindings);
  return {
    schemaVersion: 1,
    tool: { name: tool.name, version: tool.version },
    files: shown.results.map(orderFile),
    summary: summaryOf(results, shown.omitted),
  };
}

/** The counts are those of all findings, shown or not. */
export function summaryOf(results: readonly FileResult[], omitted: number): CheckOutput["summary"] {
  return {
    errors: countSeverity(results, "error"),
    warnings: countSeverity(results, "warning"),
    infos: countSeverity(results, "info"),
    omitted,
    hidden: orderHidden(totalHidden(results)),
    coverage: orderCoverage(totalCoverage(results)),
  };
}

/** The results of a check as JSON: keys in a fixed order, two spaces, a line end. Never raises. */
export function formatCheckJson(results: readonly FileResult[], tool: Tool, maxFindings?: number): string {
  return `${sanitizeJson(JSON.stringify(checkOutput(results, tool, maxFindings), null, 2))}\n`;
}
