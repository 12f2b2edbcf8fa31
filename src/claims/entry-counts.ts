import { figures } from "../lex/numbers.js";
import { noun, words } from "../lex/words.js";
import { sourceRange } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { Entry } from "../model/report.js";

/** A number of things that one entry of a list states. */
export interface EntryCount {
  readonly count: number;
  readonly range: Range;
}

/**
 * How many of the noun each entry speaks of ("4 basic validation tests", "`a.test.ts` (12 tests)"), if all of
 * them do and there are two at least; undefined otherwise.
 */
export function countsInEntries(entries: readonly Entry[], wanted: string): readonly EntryCount[] | undefined {
  if (wanted === "" || wanted === "file") return undefined;
  const counts = entries.map((entry) => countIn(entry, wanted));
  const found = counts.filter((c): c is EntryCount => c !== undefined);
  return found.length === entries.length && found.length > 1 ? found : undefined;
}

function countIn(entry: Entry, wanted: string): EntryCount | undefined {
  const text = entry.unit?.text;
  if (!text) return undefined;
  for (const figure of figures(text.value, entry.unit?.conventions)) {
    if (figure.percent || figure.quantity.low !== figure.quantity.high || figure.quantity.sign !== "") continue;
    const after = /^[^.,;()]*/.exec(text.value.slice(figure.end))?.[0] ?? "";
    if (words(after).slice(0, 5).map(noun).includes(wanted)) {
      return { count: figure.quantity.low, range: sourceRange(text, figure.start, figure.end) };
    }
  }
  return undefined;
}
