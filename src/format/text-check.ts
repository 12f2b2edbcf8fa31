import type { Diagnostic, FileResult } from "../model/diagnostic.js";
import { codeFrame } from "./code-frame.js";
import { andMore, describeFix, keepWorst } from "./findings.js";
import { clipEnd, largest, measure, wrap } from "./measure.js";
import type { FormatOptions } from "./options.js";
import { sanitize } from "./sanitize.js";
import { summarize } from "./summary.js";
import { createTheme, type Paint, severityPaint, type Theme } from "./theme.js";

/** More lines than this say no more about where a sum came from. */
const RELATED_SHOWN = 8;

interface Layout {
  readonly theme: Theme;
  readonly width: number | undefined;
  /** Messages stand on a line of their own when one of them would not fit beside its place. */
  readonly stacked: boolean;
}

interface Detail {
  readonly label: string;
  readonly text: string;
  readonly paint?: Paint;
  /** A command is copied, so it is never broken; of a line of the report, its start will do. */
  readonly long?: "whole" | "clipped";
}

function place(path: string, { line, column, severity, rule }: Diagnostic): string {
  return `${sanitize(path)}:${line}:${column}  ${severity}  ${rule}`;
}

function header(path: string, diagnostic: Diagnostic, { theme, width, stacked }: Layout): readonly string[] {
  const { line, column, severity, rule } = diagnostic;
  const paint = severityPaint(theme, severity);
  const where = `${theme.path(sanitize(path))}${theme.dim(`:${line}:${column}`)}`;
  const head = `${where}  ${paint(theme.bold(severity))}  ${theme.dim(rule)}`;
  const message = sanitize(diagnostic.message);
  if (!stacked) return [`${head}  ${theme.bold(message)}`];
  return [head, ...wrap(message, width === undefined ? undefined : width - 2).map((line) => `  ${theme.bold(line)}`)];
}

function details(diagnostic: Diagnostic, theme: Theme): readonly Detail[] {
  const { stated, computed, derivation, proof, fix, related } = diagnostic;
  const list: Detail[] = [];
  if (stated !== null) list.push({ label: "stated", text: stated, paint: theme.figure });
  if (computed !== null) list.push({ label: "computed", text: computed, paint: theme.ok });
  if (derivation !== null) list.push({ label: "because", text: derivation });
  for (const { line, text } of related.slice(0, RELATED_SHOWN))
    list.push({ label: `line ${line}`, text: text.trim(), paint: theme.dim, long: "clipped" });
  if (related.length > RELATED_SHOWN)
    list.push({ label: "", text: `and ${related.length - RELATED_SHOWN} more lines`, paint: theme.dim });
  if (diagnostic.changesConclusion)
    list.push({ label: "note", text: "this changes the report's conclusion", paint: theme.warning });
  if (proof !== null) list.push({ label: "prove", text: proof, long: "whole" });
  if (fix !== null) list.push({ label: "fix", text: describeFix(fix) });
  return list;
}

function renderDetails(list: readonly Detail[], indent: number, { theme, width }: Layout): readonly string[] {
  const column = Math.max(8, largest(list.map(({ label }) => measure(label))));
  const margin = " ".repeat(indent);
  const room = width === undefined ? undefined : Math.max(20, width - indent - column - 2);
  return list.flatMap(({ label, text, paint, long }) => {
    const shown = long === "clipped" && room !== undefined ? clipEnd(sanitize(text), room) : sanitize(text);
    return wrap(shown, long === "whole" ? undefined : room).map((line, index) => {
      const name = theme.dim((index === 0 ? label : "").padEnd(column));
      return `${margin}${name}  ${paint === undefined ? line : paint(line)}`;
    });
  });
}

function formatDiagnostic(result: FileResult, diagnostic: Diagnostic, gutter: number, layout: Layout): string {
  const { theme, width } = layout;
  const { line, column, endLine, endColumn } = diagnostic;
  const text = result.lines[line - 1];
  const paint = severityPaint(theme, diagnostic.severity);
  const marked =
    text === undefined
      ? undefined
      : { line, text, column, endColumn: endLine === line ? endColumn : text.trimEnd().length + 1 };
  return [
    ...header(result.path, diagnostic, layout),
    ...(marked === undefined ? [] : codeFrame(marked, gutter, width, theme, paint)),
    ...renderDetails(details(diagnostic, theme), gutter + 3, layout),
  ].join("\n");
}

/** One finding of a report for people, with its line and its figure underlined; without a line end. */
export function formatFinding(result: FileResult, diagnostic: Diagnostic, options: FormatOptions): string {
  const alone = [{ ...result, diagnostics: [diagnostic] }];
  const layout: Layout = {
    theme: createTheme(options.color),
    width: options.width,
    stacked: needsStacking(alone, options.width),
  };
  return formatDiagnostic(result, diagnostic, Math.max(3, String(diagnostic.line).length + 1), layout);
}

function formatFile(result: FileResult, layout: Layout): readonly string[] {
  const sorted = result.diagnostics.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const gutter = Math.max(3, largest(sorted.map(({ line }) => String(line).length + 1)));
  const notes = result.notes.map(
    (note) => `${layout.theme.path(sanitize(result.path))}  ${layout.theme.info("note")}  ${sanitize(note)}`,
  );
  const findings = sorted.map((diagnostic) => formatDiagnostic(result, diagnostic, gutter, layout));
  return notes.length === 0 ? findings : [...findings, notes.join("\n")];
}

function needsStacking(results: readonly FileResult[], width: number | undefined): boolean {
  if (width === undefined) return false;
  return results.some(({ path, diagnostics }) =>
    diagnostics.some((one) => measure(place(path, one)) + 2 + measure(sanitize(one.message)) > width),
  );
}

function onlyErrors(result: FileResult): FileResult {
  return { ...result, diagnostics: result.diagnostics.filter(({ severity }) => severity === "error"), notes: [] };
}

/**
 * The findings of a check for people: each with its line, its figure underlined and how it was computed, then one line
 * that sums up; for clean reports only that line. Of more findings than `maxFindings` the worst are shown. Ends in a line
 * end. Never raises.
 */
export function formatCheck(
  results: readonly FileResult[],
  options: FormatOptions & { readonly maxFindings?: number | undefined },
): string {
  const theme = createTheme(options.color);
  const shown = keepWorst(options.quiet ? results.map(onlyErrors) : results, options.maxFindings);
  const layout: Layout = { theme, width: options.width, stacked: needsStacking(shown.results, options.width) };
  const blocks = shown.results.flatMap((result) => formatFile(result, layout));
  if (shown.omitted > 0) blocks.push(theme.dim(andMore(shown.omitted)));
  const summary = wrap(summarize(results, theme), options.width).join("\n");
  return `${[...blocks, summary].join("\n\n")}\n`;
}
