import type { FileResult, Severity } from "../model/diagnostic.js";
import type { Position } from "../model/range.js";
import { detailsOf, inOrder, type Placed, placedEdits } from "./findings.js";
import type { Tool } from "./options.js";
import { sanitize, sanitizeJson, wellFormed } from "./sanitize.js";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", info: "INFO" };

/** The Reviewdog Diagnostic Format, with the edits of fixes as suggestions. Paths are those on screen. Never raises. */
export function formatRdjson(results: readonly FileResult[], tool: Tool): string {
  const output = { source: { name: tool.name }, diagnostics: inOrder(results).map(diagnosticOf) };
  return `${sanitizeJson(JSON.stringify(output, null, 2))}\n`;
}

function diagnosticOf({ result, diagnostic }: Placed): object {
  const { message, severity, rule, line, column, endLine, endColumn, fix } = diagnostic;
  const range = { start: { line, column }, end: { line: endLine, column: endColumn } };
  return {
    message: [message, ...detailsOf(diagnostic).map(([label, text]) => `${label}: ${text}`)].map(sanitize).join("\n"),
    location: { path: wellFormed(result.path), range: inBytes(result, range) },
    severity: SEVERITIES[severity],
    code: { value: rule },
    ...(fix && {
      suggestions: placedEdits(result, fix).map(({ start, end, text }) => ({
        range: inBytes(result, { start, end }),
        text: wellFormed(text),
      })),
    }),
  };
}

/** Columns of this format count bytes of UTF-8. */
function inBytes(result: FileResult, { start, end }: { readonly start: Position; readonly end: Position }): object {
  const at = ({ line, column }: Position) => ({
    line,
    column: Buffer.byteLength((result.lines[line - 1] ?? "").slice(0, column - 1)) + 1,
  });
  return { start: at(start), end: at(end) };
}
