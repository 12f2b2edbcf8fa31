import { formatExplainJson } from "../../format/json-explain.js";
import { formatRuleMarkdown, formatRulesMarkdown } from "../../format/markdown-explain.js";
import { measure, wrap } from "../../format/measure.js";
import { sanitize } from "../../format/sanitize.js";
import { createTheme, type Theme } from "../../format/theme.js";
import { type Rule, rules } from "../../rules/index.js";
import { ExitCode } from "../exit-code.js";
import { DEFAULT_WIDTH } from "../limits.js";
import { colourFor, type OutputOptions, widthFor } from "../options.js";
import { requireRule } from "../settings/rule-selection.js";
import type { World } from "../world.js";

export interface ExplainFlags extends OutputOptions {
  readonly format: "text" | "json" | "markdown";
}

/** `blockers explain`: prints what a rule looks for, or all rules. Raises a usage error for a rule that is unknown. */
export function explain(id: string | undefined, flags: ExplainFlags, world: World): ExitCode {
  world.stdout.write(render(id === undefined ? undefined : requireRule(id), flags, world));
  return ExitCode.Clean;
}

/** Of one rule, or of all. */
function render(rule: Rule | undefined, flags: ExplainFlags, world: World): string {
  if (flags.format === "json") return formatExplainJson(rule ? [rule] : rules);
  if (flags.format === "markdown") return rule ? formatRuleMarkdown(rule) : formatRulesMarkdown(rules);
  const theme = createTheme(colourFor(world, world.stdout, flags));
  const width = widthFor(world, flags) ?? DEFAULT_WIDTH;
  return `${(rule ? explainRule(rule, theme, width) : listRules(theme, width)).join("\n")}\n`;
}

function listRules(theme: Theme, width: number): readonly string[] {
  const column = Math.max(...rules.map(({ id }) => measure(id)));
  const listed = rules.flatMap(({ id, summary }) =>
    wrap(sanitize(summary), width - column - 2).map((line, index) => {
      const name = index === 0 ? id : "";
      return `${theme.bold(name.padEnd(column))}  ${line}`;
    }),
  );
  return [...listed, "", 'Run "blockers explain RULE" for one of them.'];
}

function explainRule(rule: Rule, theme: Theme, width: number): readonly string[] {
  const { id, summary, rationale, severity, git, onByDefault, wrong, right } = rule;
  const level = `${severity}${git ? ", needs git" : ""}${onByDefault === false ? ", off by default" : ""}`;
  return [
    `${theme.bold(id)}  ${theme.dim(level)}`,
    ...wrap(`${summary}.`, width),
    "",
    ...wrap(rationale, width),
    "",
    "This does not match:",
    "",
    ...indented(wrong),
    "",
    "This does:",
    "",
    ...indented(right),
    "",
    "To switch it off, in blockers.yaml:",
    "",
    ...indented(`rules:\n  ${id}: off`),
  ];
}

function indented(text: string): readonly string[] {
  const lines = text.trimEnd().split("\n");
  return lines.map((line) => (line === "" ? "" : `    ${sanitize(line)}`));
}
