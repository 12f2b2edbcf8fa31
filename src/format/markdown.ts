import type { Diagnostic, FileResult } from "../model/diagnostic.js";
import { andMore, detailsOf, inOrder } from "./findings.js";
import { sanitize, wellFormed } from "./sanitize.js";
import { plural, summarize } from "./summary.js";
import { createTheme } from "./theme.js";
import { withoutOldCommands } from "./workflow-commands.js";

/** GitHub drops a job summary of more than 1 MiB whole, and several steps share a page. */
const MOST_BYTES = 900 * 1024;

/** Left for what says that something was left out. */
const RESERVE = 4 * 1024;

/**
 * Findings for the summary of a CI job. What comes from reports, paths and git stands in code, where it is no link, image,
 * HTML or mention. Whole findings, and then whole reports, are left out past 900 KiB, which is said. Never raises.
 */
export function formatMarkdown(results: readonly FileResult[]): string {
  const head = `## blockers\n\n${code(summarize(results, createTheme(false)))}\n`;
  let room = MOST_BYTES - RESERVE - size(head);
  const sections: string[] = [];
  const told = results.filter(({ diagnostics, notes }) => diagnostics.length + notes.length > 0);
  for (const result of told) {
    const section = sectionOf(result, room);
    if (section === undefined) break;
    sections.push(section);
    room -= size(section);
  }
  const left = told.length - sections.length;
  const rest = left === 0 ? "" : `\n${plural(left, "more report")} left out: the summary would be too long.\n`;
  return [head, ...sections, rest].join("");
}

/** The section of a report, with as many of its findings as there is room for; undefined where there is room for none. */
function sectionOf(result: FileResult, room: number): string | undefined {
  const parts = [`\n### ${code(result.path)}\n\n`, ...result.notes.map((note) => `- note: ${code(note)}\n`)];
  let left = room - parts.reduce((sum, part) => sum + size(part), 0);
  const entries = inOrder([result]).map(({ diagnostic }) => entry(diagnostic));
  let shown = 0;
  for (const text of entries) {
    left -= size(text);
    if (left < 0) break;
    parts.push(text);
    shown += 1;
  }
  if (left < 0 && shown === 0) return undefined;
  const omitted = entries.length - shown;
  return parts.join("") + (omitted === 0 ? "" : `- ${andMore(omitted)}, left out: the summary would be too long\n`);
}

function entry(diagnostic: Diagnostic): string {
  const { severity, rule, line, message } = diagnostic;
  const told = detailsOf(diagnostic).map(([label, text]) => `  - ${label}: ${code(text)}\n`);
  return [`- **${severity}** ${code(rule)}, line ${line}: ${code(message)}\n`, ...told].join("");
}

/** A code span that nothing in the text ends. */
function code(text: string): string {
  const shown = withoutOldCommands(wellFormed(sanitize(text)), "\\u{5b}");
  const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  // Blanks at both ends are taken off again, and keep apart what would be read as one run of marks.
  const blank = /^[` ]|[` ]$|^$/.test(shown) ? " " : "";
  return fence + blank + shown + blank + fence;
}

function size(text: string): number {
  return Buffer.byteLength(text);
}
