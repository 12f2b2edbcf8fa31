import type { FileResult } from "../model/diagnostic.js";
import { inOrder, keepWorst } from "./findings.js";
import { orderDiagnostic, summaryOf } from "./json-check.js";
import type { Tool } from "./options.js";
import { sanitizeJson } from "./sanitize.js";
import type { CheckLine } from "./schema.js";

/** A line of JSON for each finding, then one that sums up, as {@link checkLineSchema} describes them. Never raises. */
export function formatJsonLines(results: readonly FileResult[], tool: Tool, maxFindings?: number): string {
  const shown = keepWorst(results, maxFindings);
  const lines: CheckLine[] = [
    ...inOrder(shown.results).map(
      ({ result: { path }, diagnostic }): CheckLine => ({ type: "diagnostic", path, ...orderDiagnostic(diagnostic) }),
    ),
    {
      type: "summary",
      schemaVersion: 1,
      tool: { name: tool.name, version: tool.version },
      files: results.length,
      ...summaryOf(results, shown.omitted),
    },
  ];
  return lines.map((line) => `${sanitizeJson(JSON.stringify(line))}\n`).join("");
}
