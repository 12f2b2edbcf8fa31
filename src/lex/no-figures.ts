import { lazy, lazyMap, lazySet } from "../model/lazy.js";
import { holds, LETTER, UNSPACED } from "./facts.js";
import { isNarrow, LetterPattern, narrowed } from "./letter-pattern.js";
import { Memory } from "./remembered.js";
import { everyWord, LANGUAGES, lower, others } from "./vocabulary/index.js";

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Abbreviated months that are ordinary words in another language. */
const NO_MONTH = new Set(["out."]);

/** The number of every month by its names in all languages. */
const MONTHS = lazyMap(
  () =>
    new Map(
      [...Object.values(LANGUAGES).map((l) => l.months), others.months]
        .flatMap((year) =>
          year.flatMap((names, i) =>
            names.filter((n) => !NO_MONTH.has(n)).map((name): [string, number] => [name.replace(/\.$/, ""), i + 1]),
          ),
        )
        .reverse(),
    ),
);

/** Words that make a name of the number behind them. */
const NUMBERED = lazySet(() => everyWord((l) => l.numbered));

/** What holds digits and is no figure whatever the language: times, versions, ids, ordinals, addresses, hashes. */
const ANYWHERE = [
  "https?://\\S+",
  // What is struck out is not said any more.
  "~~[^~\\n]+~~",
  "\\b\\d{4}-\\d{2}(?:-\\d{2})?(?:T[\\d:.Z+-]+)?\\b",
  "\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b",
  "(?<![\\d.])\\b\\d{1,2}\\.\\d{1,2}\\.(?=\\s|[,;)]|$)",
  "\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b",
  "\\bv\\d+(?:\\.\\d+)*\\+?",
  "\\b\\d+\\.\\d+\\.\\d+[\\w.+-]*",
  "\\b\\d+\\.x\\b",
  // 1.200 is twelve hundred here and one and a fifth there; so is 1,200 where the comma may be the decimal sign.
  "\\b[1-9]\\d{0,2}(?:\\.\\d{3})+\\b(?![.,]\\d)",
  "\\b\\d+(?:\\ue000\\d+)+",
  // "1 200" in one language, two numbers in another.
  "(?<![\\w.,])\\d{1,3}(?: \\d{3})+(?![\\w.,]*\\d)(?!\\w)",
  "\\bQ[1-4]\\b",
  "\\b\\d+(?:(?:st|nd|rd|th|er|[eè]re|[eè]me|º|ª)(?![\\p{L}\\p{N}])|\\.?[ºª°])",
  "\\b(?:24/7|n/a)\\b",
  "#\\d+(?:\\s*[-–]\\s*#?\\d+)?",
  "\\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\\d)[0-9a-f]{7,64}\\b",
  "\\b\\d+(?:\\.\\d+)?:\\d+\\b",
  "\\b[a-z]+[-_.]?[a-z]*\\d+(?:[._-]\\w+)*\\b",
];
/** Dates and ordinals of East Asia. */
const EAST_ASIAN = [
  "(?:令和|平成)?\\d{1,4}\\s?(?:年|년)(?:\\s?\\d{1,2}\\s?(?:月|월))?(?:\\s?\\d{1,2}\\s?(?:日|일))?",
  "\\d{1,2}\\s?(?:月|월)\\s?\\d{1,2}\\s?(?:日|일)",
  "\\d{1,2}(?:月|월)(?!\\p{L})",
  "(?:第|제)\\s?\\d+",
  "\\d+\\s?(?:단계|주차|번째|차(?!\\p{L})|回目|番目|日目|年目)",
];
const NO_FIGURE = lazy(() => new RegExp([...ANYWHERE, ...EAST_ASIAN].join("|"), "giu"));
const NO_EASTERN_FIGURE = lazy(() => new RegExp(ANYWHERE.join("|"), "giu"));
/** Without the flag `u`, since nothing here matches one half of a character only: that halves what compiling it takes. */
const NARROW_NO_FIGURE = lazy(() => new RegExp(narrowed(ANYWHERE.join("|")), "gi"));

function noFigureIn(text: string): RegExp {
  if (isNarrow(text)) return NARROW_NO_FIGURE();
  return holds(text, UNSPACED) ? NO_FIGURE() : NO_EASTERN_FIGURE();
}

const MORE = "(?:\\s*(?:[-–,&+]|and|to|through|und|bis|et|à|y|a|e|и|до)\\s*#?\\d+)*";
/** A word and the number behind it: "phase 2", "Schritt 3", "May 5, 2025". */
const NAMED = lazy(
  () =>
    new LetterPattern(
      `(?<![\\p{L}\\p{N}])(\\p{L}[\\p{L}\\p{M}]*(?:\\.js)?)(\\.)?[ \\u00a0.-]?(#?\\d+[a-z]?(?:[.:]\\d+)*${MORE})\\b(?!\\s*(?:/|of\\b)\\s*\\d)(?!\\s*%)(?!\\s?(?:个|個|件|つ|项|項|条|개|건|名|人))`,
      "giu",
    ),
);
/** "5 May", "5. Januar 2025", "5 de enero de 2025". */
const DAY_MONTH =
  /(?<![\w.,])\d{1,2}(?:\.|er|º)?\s+(?:de\s+)?(\p{L}[\p{L}\p{M}]{2,11})(?![\p{L}\p{M}])\.?(?:\s+(?:de\s+|del\s+)?\d{4}(?!\d))?/giu;
/** "May 5-7, 2025", "May 2025", "enero de 2025". */
const MONTH_DAY =
  /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{M}]{2,11})\.?\s+(?:de\s+|del\s+)?(?:\d{4}|\d{1,2}(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{1,2})?(?:,?\s+\d{4})?)(?!\d)\b/giu;

/** Many readers ask about one line in turn, and the patterns are the dearest of all. */
const memory = new Memory<string, readonly Stretch[]>();
const NONE: readonly Stretch[] = [];
/** Numbers and nothing else: most cells of most tables. */
const PLAIN = /^\d+\s?%?$/;

/** Ranges of a text, its numbers written the English way, that no figure may be read from. */
export function noFigureSpans(text: string): readonly Stretch[] {
  return PLAIN.test(text) ? NONE : memory.of(text, findSpans);
}

function findSpans(text: string): readonly Stretch[] {
  const plain = stretches(text, noFigureIn(text), () => true);
  if (!holds(text, LETTER)) return plain;
  return [
    ...plain,
    ...stretches(text, NAMED(), (word) => isNumbered(word)),
    ...stretches(text, DAY_MONTH, (word) => MONTHS.has(word)),
    ...stretches(text, MONTH_DAY, (word) => MONTHS.has(word)),
  ];
}

function isNumbered(word: string): boolean {
  return NUMBERED.has(word) || (word.endsWith("s") && NUMBERED.has(word.slice(0, -1)));
}

function stretches(text: string, pattern: RegExp, holds: (word: string) => boolean): Stretch[] {
  const found: Stretch[] = [];
  pattern.lastIndex = 0;
  for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) {
    if (!holds(lower(m[1] ?? ""))) continue;
    const start = m.index;
    found.push({ start, end: start + m[0].length });
  }
  return found;
}
