import type { Bound, Quantity } from "../model/quantity.js";

/** A figure in a text, with the offsets of what was read. */
export interface Figure {
  readonly quantity: Quantity;
  readonly percent: boolean;
  /** Where the figure itself starts and ends, modifiers included, unit excluded (but for "%"). */
  readonly start: number;
  readonly end: number;
  /** Where the unit word ends; equals `end` without one. */
  readonly unitEnd: number;
  /** A hyphen joins figure and unit: "430-line". */
  readonly joined: boolean;
}

/** A share as "4 of 5" or "4/5". */
export interface Fraction {
  readonly part: number;
  readonly whole: number;
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10];

/** Full-width, Arabic, Persian and Devanagari digits as ASCII; the length stays the same. */
export function foldDigits(text: string): string {
  if (!/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19\uff05]/.test(text)) return text;
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (c) => {
      const code = c.charCodeAt(0);
      const zero = DIGIT_ZEROS.find((z) => code >= z && code <= z + 9) ?? code;
      return String(code - zero);
    })
    .replace(/\uff05/g, "%");
}

const HAS_DIGIT = /\p{Nd}/u;
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** What holds digits and is no figure: dates, times, versions, ids, ordinals, addresses, hashes, names with numbers. */
const NO_FIGURE = new RegExp(
  [
    "https?://\\S+",
    "\\b\\d{4}-\\d{2}(?:-\\d{2})?(?:T[\\d:.Z+-]+)?\\b",
    "\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b",
    `\\b${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:\\s*[-–]\\s*\\d{1,2})?(?:,?\\s+\\d{4})?\\b`,
    `\\b\\d{1,2}\\s+${MONTH}\\.?(?:\\s+\\d{4})?\\b`,
    `\\b${MONTH}\\s+\\d{4}\\b`,
    "\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b",
    "\\bv\\d+(?:\\.\\d+)*\\+?",
    "\\b\\d+\\.\\d+\\.\\d+[\\w.+-]*",
    "\\b\\d+\\.x\\b",
    // 1.200 is twelve hundred here and one and a fifth there.
    "\\b[1-9]\\d{0,2}(?:\\.\\d{3})+\\b(?![.,]\\d)",
    "\\bQ[1-4]\\b",
    "\\b\\d+(?:st|nd|rd|th)\\b",
    "\\b(?:24/7|n/a)\\b",
    "#\\d+(?:\\s*[-–]\\s*#?\\d+)?",
    "\\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\\d)[0-9a-f]{7,64}\\b",
    "\\b(?:phase|week|day|step|stage|part|section|sprint|milestone|session|priority|level|tier|layer|line|lines|port|page|chapter|round|version|rev|figure|table|appendix|adr|rfc|pr|issue|blocker|task|item|year|batch|iteration|epic|wave|track|option|http|https|status|code|error|python|node|node\\.js|java|postgres|postgresql|redis|react|next\\.js|php|ruby|go|ubuntu|debian|es|utf|sha|rs|hs|p|q|s|t)s?[ \\u00a0.-]?#?\\d+[a-z]?(?:[.:]\\d+)*(?:\\s*(?:[-–,&+]|and|to|through)\\s*#?\\d+)*\\b(?!\\s*(?:/|of\\b)\\s*\\d)(?!\\s*%)",
    "\\b\\d+(?:\\.\\d+)?:\\d+\\b",
    "\\b[a-z]+[-_.]?[a-z]*\\d+(?:[._-]\\w+)*\\b",
  ].join("|"),
  "giu",
);

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Many readers ask about one line in turn, and the pattern is the dearest of all; enough for the lines of one report. */
const REMEMBERED = 50_000;
const remembered = new Map<string, readonly Stretch[]>();

/** Ranges of the text that no figure may be read from. */
export function noFigureSpans(text: string): readonly Stretch[] {
  const known = remembered.get(text);
  if (known) return known;
  const spans = [...text.matchAll(NO_FIGURE)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, spans);
  return spans;
}

const NUMBER = "\\d{1,3}(?:[,\\u00a0\\u202f\\u2009]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const FRACTION = new RegExp(
  `(?<![\\w./,-])(\\d[\\d,]*)(?:\\s?/\\s?|\\s+(?:out\\s+of|of|von|sur|de|di|из)\\s+(?:the\\s+|all\\s+)?)(\\d[\\d,]*)(?![\\w]*[/.]\\w)(?!\\w)`,
  "giu",
);

/** Every "n/m" and "n of m" with n and m whole numbers. */
export function fractions(rawText: string): Fraction[] {
  if (!HAS_DIGIT.test(rawText)) return [];
  const text = foldDigits(rawText);
  const banned = noFigureSpans(text);
  const found: Fraction[] = [];
  for (const m of text.matchAll(FRACTION)) {
    const [raw, a, b] = m;
    const start = m.index;
    const end = start + raw.length;
    if (banned.some((s) => s.start < end && start < s.end)) continue;
    const part = toNumber(a ?? "");
    const whole = toNumber(b ?? "");
    if (whole === 0) continue;
    found.push({ part, whole, start, end, raw: rawText.slice(start, end) });
  }
  return found;
}

const BEFORE =
  /(?:(~|≈|∼)|\b(about|around|approx(?:\.|imately)?|roughly|circa|ca\.|nearly|almost|some|etwa|rund|environ|около)|(<=|>=|[<>≤≥])|\b(over|more than|at least|greater than|exceeds?|less than|under|up to|below|at most|within))\s*$/iu;
const FIGURE = new RegExp(
  `(?<![\\w.,/])([+\\u2212-]?)[$€£]?(${NUMBER})(?:\\s?(?:[-–—]|to|bis|à)\\s?[$€£]?(${NUMBER}))?(\\s?%|[kKmM](?![\\w])|(?=[^\\d])|$)(\\+?)(?:(-|\\s?)(\\p{L}[\\p{L}.]*))?`,
  "gu",
);

/** Every figure that is neither part of a fraction nor of a date, a version, an id, ... */
export function figures(rawText: string): Figure[] {
  if (!HAS_DIGIT.test(rawText)) return [];
  const text = foldDigits(rawText);
  const banned = [...noFigureSpans(text), ...fractions(text)];
  const found: Figure[] = [];
  for (const m of text.matchAll(FIGURE)) {
    const figure = readMatch(text, rawText, m);
    if (!figure || banned.some((s) => s.start < figure.end && figure.start < s.end)) continue;
    found.push(figure);
  }
  return found;
}

function readMatch(text: string, rawText: string, m: RegExpMatchArray): Figure | undefined {
  const [, sign = "", first = "", second, tail = "", plus = "", joint = "", unitWord = ""] = m;
  const index = m.index ?? 0;
  const body = m[0].slice(0, m[0].length - joint.length - unitWord.length);
  if (/^[.,]\d/.test(text.slice(index + body.length))) return undefined;
  const before = BEFORE.exec(text.slice(Math.max(0, index - 20), index));
  const start = before ? index - before[0].length : index;
  const end = index + body.length;
  const scale = /^k$/i.test(tail) ? 1000 : /^m$/i.test(tail) ? 1_000_000 : 1;
  const low = toNumber(first) * scale;
  const high = second === undefined ? low : toNumber(second) * scale;
  const percent = tail.trim() === "%";
  const unit = percent ? "%" : unitWord.toLowerCase().replace(/\.$/, "");
  return {
    quantity: {
      low,
      high: Math.max(low, high),
      approximate: Boolean(before?.[1] ?? before?.[2]) || scale > 1,
      bound: boundOf(before, plus),
      sign: sign === "+" ? "+" : sign === "" ? "" : "-",
      decimals: /\.(\d+)$/.exec(first)?.[1]?.length ?? 0,
      unit,
      raw: rawText.slice(start, end).trim(),
    },
    percent,
    start,
    end,
    unitEnd: index + m[0].length,
    joined: joint === "-",
  };
}

function boundOf(before: RegExpExecArray | null, plus: string): Bound {
  const word = (before?.[3] ?? before?.[4] ?? "").toLowerCase();
  if (plus !== "" || /^(?:>|≥|over|more|at least|greater|exceed)/.test(word)) return "at-least";
  return word === "" ? "exact" : "at-most";
}

/** "1,017" and "1 017" as 1017. */
export function toNumber(digits: string): number {
  return Number(digits.replace(/[,\u00a0\u202f\u2009]/g, ""));
}
