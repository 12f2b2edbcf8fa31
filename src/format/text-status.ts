import type { Readiness } from "../model/readiness.js";
import { largest, measure, pad, wrap } from "./measure.js";
import type { FormatOptions } from "./options.js";
import { sanitize } from "./sanitize.js";
import { drawRows } from "./status-table.js";
import { plural } from "./summary.js";
import { createTheme, type Theme } from "./theme.js";

function verdict({ agrees }: Readiness, theme: Theme): string {
  if (agrees === undefined) return theme.dim("cannot tell");
  return agrees ? theme.ok("agrees") : theme.error("does not match");
}

function overall(readiness: Readiness, theme: Theme): string {
  const { stated, computed } = readiness;
  const counted = computed === undefined ? "nothing to compute" : `computed ${theme.figure(sanitize(computed))}`;
  if (stated === undefined) return `overall  ${counted}; the report states no overall figure`;
  const claim = `stated ${theme.figure(sanitize(stated.text))} ${theme.dim(`(line ${stated.line})`)}`;
  return `overall  ${claim}, ${counted}: ${verdict(readiness, theme)}`;
}

function heading({ path, title }: Readiness, theme: Theme, width: number | undefined): string {
  const [shownPath, shownTitle] = [sanitize(path), sanitize(title)];
  const repeated = shownTitle === "" || shownTitle === shownPath;
  if (repeated) return theme.path(shownPath);
  if (width === undefined || measure(shownPath) + 2 + measure(shownTitle) <= width)
    return `${theme.path(shownPath)}  ${shownTitle}`;
  return [theme.path(shownPath), ...wrap(shownTitle, width - 2).map((line) => `  ${line}`)].join("\n");
}

function formatReport(readiness: Readiness, { width }: FormatOptions, theme: Theme): string {
  const { rows, total } = readiness;
  const head = heading(readiness, theme, width);
  if (total === 0 && rows.length === 0) return `${head}\n${theme.dim("no items found")}`;
  const table = rows.length === 0 ? theme.dim("no rows to show") : drawRows(rows, width, theme);
  return [head, table, ...wrap(overall(readiness, theme), width)].join("\n");
}

function share(done: number, total: number): string {
  return total === 0 ? "no items" : `${done} of ${total} done`;
}

function percent(done: number, total: number): string {
  return total === 0 ? "" : `${Math.round((100 * done) / total)}%`;
}

/** One line for each report and one for all. */
function rollUp(readinesses: readonly Readiness[], { width }: FormatOptions, theme: Theme): string {
  const done = readinesses.reduce((sum, one) => sum + one.done, 0);
  const total = readinesses.reduce((sum, one) => sum + one.total, 0);
  const lines = [
    ...readinesses.map((one) => ({
      name: sanitize(one.path),
      share: share(one.done, one.total),
      percent: percent(one.done, one.total),
      verdict: one.stated === undefined ? "" : verdict(one, theme),
    })),
    {
      name: plural(readinesses.length, "report"),
      share: share(done, total),
      percent: percent(done, total),
      verdict: "",
    },
  ];
  const column = (of: (line: (typeof lines)[number]) => string) => largest(lines.map((line) => measure(of(line))));
  const [names, shares, percents] = [
    column((line) => line.name),
    column((line) => line.share),
    column((line) => line.percent),
  ];
  const full = names + shares + percents + column((line) => line.verdict) + 6;
  const broken = width !== undefined && full > width;
  return lines
    .map((line, index) => {
      const last = index === lines.length - 1;
      const name = last ? theme.bold(line.name) : theme.path(line.name);
      const figures = `${pad(line.share, shares)}  ${pad(line.percent, percents, "right")}  ${line.verdict}`.trimEnd();
      return broken
        ? [name, ...wrap(figures, width - 2).map((part) => `  ${part}`)].join("\n")
        : `${pad(name, names)}  ${figures}`;
    })
    .join("\n");
}

/**
 * Readiness tables for people: per report its rows and the overall figure as stated and as computed; for several
 * reports a roll-up at the end. Ends in a line end. Never raises.
 */
export function formatStatus(readinesses: readonly Readiness[], options: FormatOptions): string {
  const theme = createTheme(options.color);
  const blocks = readinesses.map((readiness) => formatReport(readiness, options, theme));
  if (readinesses.length === 0) blocks.push("no reports to show");
  if (readinesses.length > 1) blocks.push(rollUp(readinesses, options, theme));
  return `${blocks.join("\n\n")}\n`;
}
