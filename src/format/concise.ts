import type { FileResult } from "../model/diagnostic.js";
import { andMore, inOrder, keepWorst } from "./findings.js";
import { sanitize } from "./sanitize.js";

/** `path:line:col: error RULE message`, a line for each finding, and one more where there are more; never coloured. */
export function formatConcise(results: readonly FileResult[], maxFindings: number | undefined): string {
  const shown = keepWorst(results, maxFindings);
  const lines = inOrder(shown.results).map(
    ({ result, diagnostic: { line, column, severity, rule, message } }) =>
      `${sanitize(result.path)}:${line}:${column}: ${severity} ${rule} ${sanitize(message)}`,
  );
  return [...lines, ...(shown.omitted > 0 ? [andMore(shown.omitted)] : [])].map((line) => `${line}\n`).join("");
}
