import { NO_OWN, type OwnStatuses } from "../model/conventions.js";
import type { Status } from "../model/status.js";
import { foldStatusWord, type StatusWords, startsWithMark, statusWordFault } from "../model/status-words.js";
import { SHORTCODES } from "./status-marks.js";

/** The words and marks of a team, ready to be looked for. What cannot stand for a status is left out. */
export function ownStatuses(words: StatusWords): OwnStatuses {
  const entries = Object.entries(words).flatMap(([status, list]) =>
    (list ?? [])
      .filter((word) => statusWordFault(word) === undefined)
      .map((word): [string, Status] => [foldStatusWord(withoutShortcodes(word)), status as Status]),
  );
  if (entries.length === 0) return NO_OWN;
  const marks = new Map(entries.filter(([word]) => startsWithMark(word)));
  const phrases = new Map(entries.filter(([word]) => !startsWithMark(word)));
  return { phrases, marks, pattern: marks.size === 0 ? undefined : patternOf([...marks.keys()]) };
}

/** The text of a report has the marks that they stand for. */
function withoutShortcodes(word: string): string {
  return word.replace(/:([a-z_]{1,30}):/g, (code, name: string) => SHORTCODES[name] ?? code);
}

/** Selectors may stand behind the signs of a mark; within a longer sequence it is part of another emoji. */
function patternOf(marks: readonly string[]): RegExp {
  const sources = marks.toSorted((a, b) => b.length - a.length).map(sourceOf);
  return new RegExp(`(?<!\\u200d)(?:${sources.join("|")})(?!\\u200d)`, "iu");
}

function sourceOf(mark: string): string {
  const source = Array.from(mark, (char) => {
    if (char === " ") return "\\s+";
    return /\p{S}|\p{Extended_Pictographic}/u.test(char) ? `${escaped(char)}[\\ufe0e\\ufe0f]?` : escaped(char);
  }).join("");
  return /[\p{L}\p{N}]$/u.test(mark) ? `${source}(?![\\p{L}\\p{M}\\p{N}])` : source;
}

/** A hyphen may not be escaped outside of a class, "/" need not be. */
function escaped(char: string): string {
  return /[.*+?^${}()|[\]\\]/.test(char) ? `\\${char}` : char;
}
