import { timeUnit } from "../lex/durations.js";
import { type Figure, figures } from "../lex/numbers.js";
import { noun, words } from "../lex/words.js";
import type { PartialSum } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { TextUnit } from "../model/report.js";

/** What a figure measures: "hour", "line", ... within three words after it. */
export function measureOf(text: string, figure: Figure): string | undefined {
  const after = /^[^.,;:()/]*/.exec(text.slice(figure.end))?.[0] ?? "";
  for (const word of [figure.quantity.unit, ...words(after).slice(0, 3)]) {
    const time = timeUnit(word);
    if (time) return time;
    const n = noun(word);
    if (/^(?:loc|line|insertion|deletion)$/.test(n)) return "line";
    if (/^(?:file|test|point|commit|service|endpoint|task|item|issue)$/.test(n)) return n;
  }
  return undefined;
}

/** The one figure of a line that measures so; undefined where there is none, or more than one. */
export function measuredPart(unit: TextUnit, measure: string): PartialSum["parts"][number] | undefined {
  const fitting = figures(unit.text.value, unit.conventions).filter((f) => measureOf(unit.text.value, f) === measure);
  const [figure] = fitting;
  return figure && fitting.length === 1
    ? { quantity: figure.quantity, range: sourceRange(unit.text, figure.start, figure.end) }
    : undefined;
}
