import type { Diagnostic } from "../model/diagnostic.js";
import { wrap } from "./measure.js";
import type { FormatOptions } from "./options.js";
import { sanitize } from "./sanitize.js";
import { plural } from "./summary.js";
import { createTheme, type Theme } from "./theme.js";

/** What became of one report, for people. */
export interface FixOutcome {
  readonly path: string;
  /** As they were found. */
  readonly fixed: readonly Diagnostic[];
  readonly skipped: readonly { readonly diagnostic: Diagnostic; readonly why: string }[];
  /** What is still found. */
  readonly remaining: readonly Diagnostic[];
}

export interface FixFormat extends FormatOptions {
  /** Nothing was written. */
  readonly dry: boolean;
  /** Fixes that git or a judgement decides were among those applied. */
  readonly unsafe: boolean;
}

const WHY: Readonly<Record<string, string>> = {
  overlaps: "another fix changes the same text",
  stale: "the text is no longer what it was",
  "brings-new-findings": "something else would no longer match",
  "does-not-settle": "it would not settle the matter",
};

/** What was fixed, line by line, then one line that sums up, and one on what is left. Ends in a line end. Never raises. */
export function formatFixes(outcomes: readonly FixOutcome[], format: FixFormat): string {
  const theme = createTheme(format.color);
  const lines = outcomes.flatMap((outcome) => [
    ...outcome.fixed.map((d) => fixedLine(outcome.path, d, theme)),
    ...outcome.skipped.map(({ diagnostic, why }) => skippedLine(outcome.path, diagnostic, why, theme)),
  ]);
  const summary = wrap(summaryOf(outcomes, format, theme), format.width);
  return `${[...lines, ...(lines.length > 0 ? [""] : []), ...summary].join("\n")}\n`;
}

function place(path: string, { line, column, rule }: Diagnostic, theme: Theme): string {
  return `${theme.path(sanitize(path))}${theme.dim(`:${line}:${column}`)}  ${theme.dim(rule)}`;
}

function fixedLine(path: string, diagnostic: Diagnostic, theme: Theme): string {
  return `${place(path, diagnostic, theme)}  ${sanitize(diagnostic.fix?.title ?? "")}`;
}

function skippedLine(path: string, diagnostic: Diagnostic, why: string, theme: Theme): string {
  return `${place(path, diagnostic, theme)}  ${theme.warning("left alone")}: ${WHY[why] ?? why}`;
}

function summaryOf(outcomes: readonly FixOutcome[], { dry, unsafe }: FixFormat, theme: Theme): string {
  const fixed = outcomes.reduce((n, { fixed }) => n + fixed.length, 0);
  const files = outcomes.filter(({ fixed }) => fixed.length > 0).length;
  const left = outcomes.flatMap(({ remaining }) => remaining);
  const did = dry ? "would fix" : "fixed";
  const head =
    fixed === 0
      ? `nothing ${dry ? "would be" : "was"} fixed in ${plural(outcomes.length, "report")}`
      : theme.ok(`${did} ${plural(fixed, "finding")} in ${plural(files, "report")}`);
  if (left.length === 0) return `${head}; nothing is left`;
  const judged = unsafe ? 0 : left.filter((d) => d.fix?.safety === "unsafe").length;
  const hint = judged === 0 ? "" : `, ${judged} of them with a fix to check yourself (--unsafe)`;
  return `${head}; ${plural(left.length, "finding")} ${left.length === 1 ? "is" : "are"} left${hint}`;
}
