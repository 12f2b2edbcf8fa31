import type { Rule } from "../rules/rule.js";

/** All rules as a table. */
export function formatRulesMarkdown(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => {
    const { id, summary, severity, onByDefault, git } = rule;
    const level = `${severity}${onByDefault === false ? " (off)" : ""}`;
    return `| \`${id}\` | ${summary.replaceAll("|", "\\|")} | ${level} | ${git ? "yes" : ""} |`;
  });
  return ["| rule | says | at most | needs git |", "|---|---|---|---|", ...rows, ""].join("\n");
}

/** One rule as a page. */
export function formatRuleMarkdown({ id, summary, rationale, severity, onByDefault, git, wrong, right }: Rule): string {
  const level = [severity, ...(git ? ["needs git"] : []), ...(onByDefault === false ? ["off by default"] : [])];
  return [
    `# ${id}`,
    `${summary}. At most: ${level.join(", ")}.`,
    rationale,
    "## This does not match",
    fenced(wrong, "markdown"),
    "## This does",
    fenced(right, "markdown"),
    "## To switch it off, in blockers.yaml",
    fenced(`rules:\n  ${id}: off`, "yaml"),
  ]
    .map((block) => `${block}\n`)
    .join("\n");
}

/** The fence is longer than any within. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
