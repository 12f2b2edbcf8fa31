import type { Inspection } from "../model/inspection.js";
import type { FormatOptions } from "./options.js";
import { sanitize } from "./sanitize.js";
import { plural } from "./summary.js";
import { type Cell, type Column, drawTable, frameWidth, widest } from "./text-table.js";
import { createTheme, type Paint, type Theme } from "./theme.js";

const TEXT_MIN = 20;
const HEADS = ["state", "what", "what was found"] as const;

/** A table of what was looked at, with what mends it below each, and a line that sums it up. Never raises. */
export function formatDoctor(found: readonly Inspection[], { color, width }: FormatOptions): string {
  const theme = createTheme(color);
  const piped = width === undefined;
  const rows = found.map((one) => [one.state, one.name, textOf(one)] as const);
  const [state, name, text] = [0, 1, 2].map((index) =>
    widest([HEADS[index] ?? "", ...rows.map((row) => row[index] ?? "")]),
  );
  const others = (state ?? 0) + (name ?? 0);
  const room = piped ? (text ?? 0) : Math.max(TEXT_MIN, width - others - frameWidth(3, piped));
  const columns: readonly Column[] = [
    { head: HEADS[0], width: state ?? 0 },
    { head: HEADS[1], width: name ?? 0 },
    { head: HEADS[2], width: Math.min(text ?? 0, room) },
  ];
  const cells = rows.map(([first, second, third]): readonly Cell[] => [
    { text: first, paint: paintOf(theme, first) },
    { text: second },
    { text: third },
  ]);
  return `${drawTable(columns, cells, piped, theme)}\n${summary(found, theme)}\n`;
}

function textOf({ text, mend }: Inspection): string {
  return mend === undefined ? sanitize(text) : `${sanitize(text)}\nto mend it: ${sanitize(mend)}`;
}

function paintOf(theme: Theme, state: Inspection["state"]): Paint {
  return { ok: theme.ok, note: theme.info, problem: theme.error }[state];
}

function summary(found: readonly Inspection[], theme: Theme): string {
  const problems = found.filter(({ state }) => state === "problem").length;
  if (problems === 0) return theme.ok("nothing keeps reports from being checked here");
  return theme.error(`${plural(problems, "problem")} ${problems === 1 ? "limits" : "limit"} what can be checked here`);
}
