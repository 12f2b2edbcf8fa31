import type { Severity } from "../model/diagnostic.js";
import { type Rule, rules } from "../rules/index.js";

/** SARIF has no info. */
export const SARIF_LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** The rules as SARIF describes them, in the order of the registry. */
export function ruleDescriptors(): readonly object[] {
  return rules.map(descriptor);
}

function descriptor({ id, summary, rationale, severity, onByDefault, git, wrong, right }: Rule): object {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: rationale },
    help: {
      text: `${summary}.\n\n${rationale}\n\nDoes not hold:\n\n${indented(wrong)}\n\nHolds:\n\n${indented(right)}`,
      markdown: `${rationale}\n\nDoes not hold:\n\n${fenced(wrong)}\n\nHolds:\n\n${fenced(right)}`,
    },
    defaultConfiguration: { level: SARIF_LEVELS[severity], enabled: onByDefault !== false },
    properties: { tags: git ? ["git", "report"] : ["report"] },
  };
}

function indented(markdown: string): string {
  return markdown
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n");
}

/** In a fence that nothing in the example ends. */
function fenced(markdown: string): string {
  const longest = Math.max(3, ...(markdown.match(/`+/g) ?? []).map((run) => run.length + 1));
  const fence = "`".repeat(longest);
  return `${fence}markdown\n${markdown.trimEnd()}\n${fence}`;
}
