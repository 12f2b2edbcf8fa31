import type { BaselineEntry } from "../model/baseline.js";
import { wrap } from "./measure.js";
import type { FormatOptions } from "./options.js";
import { sanitize } from "./sanitize.js";
import { plural } from "./summary.js";
import { createTheme, type Paint, type Theme } from "./theme.js";

/** What becomes of a baseline. */
export interface BaselineChange {
  /** The file, as it is called on screen. */
  readonly shown: string;
  readonly added: readonly BaselineEntry[];
  readonly removed: readonly BaselineEntry[];
  /** How many findings it holds afterwards. */
  readonly count: number;
}

export interface BaselineFormat extends FormatOptions {
  /** Nothing was written. */
  readonly dry: boolean;
}

/** What was added to a baseline and taken out of it, line by line, then one line that sums up. Never raises. */
export function formatBaselineChange(change: BaselineChange, { color, width, dry }: BaselineFormat): string {
  const theme = createTheme(color);
  const lines = [
    ...change.removed.map((entry) => entryLine("-", entry, theme.warning, theme)),
    ...change.added.map((entry) => entryLine("+", entry, theme.ok, theme)),
  ];
  const gap = lines.length > 0 ? [""] : [];
  return `${[...lines, ...gap, ...wrap(summaryOf(change, dry), width)].join("\n")}\n`;
}

function entryLine(sign: string, { path, rule, words }: BaselineEntry, paint: Paint, theme: Theme): string {
  return `${paint(sign)} ${theme.path(sanitize(path))}  ${theme.dim(sanitize(rule))}  ${sanitize(words)}`;
}

function summaryOf({ shown, added, removed, count }: BaselineChange, dry: boolean): string {
  const file = sanitize(shown);
  if (added.length + removed.length === 0) {
    return count === 0
      ? "nothing is found, so that no baseline is needed"
      : `${file} is current: ${plural(count, "finding")}`;
  }
  const parts = [
    ...(added.length === 0 ? [] : [`${plural(added.length, "finding")} ${dry ? "to be added" : "added"}`]),
    ...(removed.length === 0 ? [] : [`${plural(removed.length, "finding")} ${dry ? "to be taken out" : "taken out"}`]),
  ];
  return `${file}: ${parts.join(", ")}${dry ? "" : `; ${count} in all`}`;
}
