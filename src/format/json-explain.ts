import type { Rule } from "../rules/rule.js";
import { sanitizeJson } from "./sanitize.js";
import type { ExplainOutput } from "./schema.js";

/** Rules as plain data, as {@link explainOutputSchema} describes it. */
export function explainOutput(rules: readonly Rule[]): ExplainOutput {
  return {
    schemaVersion: 1,
    rules: rules.map(({ id, summary, rationale, severity, onByDefault, git, wrong, right }) => ({
      id,
      summary,
      rationale,
      severity,
      onByDefault: onByDefault !== false,
      git,
      wrong,
      right,
    })),
  };
}

/** Rules as JSON: keys in a fixed order, two spaces, a line end. Never raises. */
export function formatExplainJson(rules: readonly Rule[]): string {
  return `${sanitizeJson(JSON.stringify(explainOutput(rules), null, 2))}\n`;
}
