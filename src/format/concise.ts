import type { Diagnostic, FileResult } from "../model/diagnostic.js";
import { andMore, inOrder, keepWorst } from "./findings.js";
import { sanitize } from "./sanitize.js";

/**
 * `path:line:col: error RULE message`, a line for each finding, with the edit that would settle it behind a semicolon, and one
 * more line where there are more findings; never coloured.
 */
export function formatConcise(results: readonly FileResult[], maxFindings: number | undefined): string {
  const shown = keepWorst(results, maxFindings);
  const lines = inOrder(shown.results).map(
    ({ result, diagnostic }) => `${placeOf(result, diagnostic)} ${sanitize(diagnostic.message + editOf(diagnostic))}`,
  );
  return [...lines, ...(shown.omitted > 0 ? [andMore(shown.omitted)] : [])].map((line) => `${line}\n`).join("");
}

function placeOf({ path }: FileResult, { line, column, severity, rule }: Diagnostic): string {
  return `${sanitize(path)}:${line}:${column}: ${severity} ${rule}`;
}

function editOf({ fix }: Diagnostic): string {
  if (fix === null) return "";
  return fix.safety === "safe" ? `; fix: ${fix.title}` : `; unsafe fix: ${fix.title}`;
}
