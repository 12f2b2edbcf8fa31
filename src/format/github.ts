import type { FileResult, Severity } from "../model/diagnostic.js";
import { detailsOf, inOrder, keepWorst, type Placed } from "./findings.js";
import type { CheckFormatOptions } from "./options.js";
import { innerPath } from "./report-path.js";
import { sanitize } from "./sanitize.js";
import { plural } from "./summary.js";
import { formatCheck } from "./text-check.js";
import { withoutCommands } from "./workflow-commands.js";

/** GitHub drops what comes after ten annotations of a level; the tenth says that there are more. */
const ANNOTATIONS_PER_LEVEL = 9;

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * Text for the log of GitHub Actions, then workflow commands that put the first findings of each level beside their lines.
 * Nothing from a report, a path or git is taken for a command. Never raises.
 */
export function formatGithub(results: readonly FileResult[], options: CheckFormatOptions): string {
  const text = withoutCommands(formatCheck(results, options));
  const shown = inOrder(keepWorst(results, options.maxFindings).results);
  const commands = (["error", "warning", "info"] as const).flatMap((severity) =>
    annotations(
      shown.filter(({ diagnostic }) => diagnostic.severity === severity),
      severity,
    ),
  );
  return text + commands.map((command) => `${command}\n`).join("");
}

function annotations(found: readonly Placed[], severity: Severity): readonly string[] {
  const commands = found.slice(0, ANNOTATIONS_PER_LEVEL).map(annotation);
  const more = found.length - commands.length;
  if (more === 0) return commands;
  return [...commands, `::${LEVELS[severity]} title=blockers::${plural(more, `more ${LEVELS[severity]}`)} in the log`];
}

function annotation({ result, diagnostic }: Placed): string {
  const { severity, rule, message, line, column, endLine, endColumn } = diagnostic;
  // GitHub takes columns only within one line.
  const columns = line === endLine ? { col: column, endColumn: Math.max(column, endColumn) } : {};
  const properties = {
    ...{ file: sanitize(innerPath(result)), line, endLine: Math.max(line, endLine), ...columns },
    title: `blockers: ${sanitize(rule)}`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const lines = [message, ...detailsOf(diagnostic).map(([label, text]) => `${label}: ${text}`)];
  const data = escapeData(lines.map((text) => withoutCommands(sanitize(text))).join("\n"));
  return `::${LEVELS[severity]} ${written.join(",")}::${data}`;
}

/** What the runner turns back in the text of a command. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** What the runner turns back in the properties of a command. */
function escapeProperty(text: string): string {
  return escapeData(withoutCommands(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
