import { readStatus } from "../lex/status.js";
import { SHORTCODES, STATUS_MARKS } from "../lex/status-marks.js";
import { everyWord } from "../lex/vocabulary/index.js";
import { labelPattern, WordPattern } from "../lex/word-pattern.js";
import { NO_OWN, type OwnStatuses, USUAL } from "../model/conventions.js";
import { lazy, lazySet } from "../model/lazy.js";
import type { Range } from "../model/range.js";
import type { Status } from "../model/status.js";

/** What a report says its marks mean, and where it says so. */
export interface Legend {
  readonly marks: ReadonlyMap<string, Status>;
  readonly ranges: readonly Range[];
}

interface Line {
  readonly text: string;
  readonly start: number;
}

interface Pair {
  readonly mark: string;
  readonly meaning: string;
}

const LABEL = new WordPattern(
  () => everyWord((l) => l.labels.legend),
  (words) =>
    `^\\s*(?:#{1,6}\\s+|[-*+]\\s+|>\\s*)?[*_\\p{Extended_Pictographic}\\ufe0f\\s]*${words}[*_]*\\s*(?:[:：][*_]*(.*)|#*\\s*)$`,
);
const MARK_SOURCE = `:(?:${Object.keys(SHORTCODES).join("|")}):|${Object.keys(STATUS_MARKS).join("|")}|(?![\\d#*©®™])\\p{Extended_Pictographic}(?:\\u200d\\p{Extended_Pictographic})*`;
const MARK = lazy(() => new RegExp(`(?:${MARK_SOURCE})[\\ufe0e\\ufe0f]?`, "gu"));
const EQUATION = lazy(() => new RegExp(`^(?:${MARK_SOURCE})[\\ufe0e\\ufe0f]?\\s*=`, "u"));
const MARK_ALONE = lazy(() => new RegExp(`^[*_\`]*(?:${MARK_SOURCE})[\\ufe0e\\ufe0f]?[*_\`]*$`, "u"));
const ENTRY = /^\s*(?:[-*+]|\d+[.)])?\s*(?=\S)/;
const ROW = /^\s*\|.*\|?\s*$/;
const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const FENCE = /^\s*(?:`{3,}|~{3,})/;
const EDGES = /^[\s=:：→|*_`,;，；、(（-]+|[\s,;，；、|/*_`)）·•.–—-]+$/gu;
const MARKS_HEADER = labelPattern(() => everyWord((l) => l.marks));
const MEANING_HEADER = labelPattern(() => everyWord((l) => l.meaning));
/** A legend is at most this many lines long. */
const LONGEST = 30;

/** The legends of a report: "Legend: 🟢 = done, 🔴 = blocked", a list or a table under such a label, a table of symbols. */
export function readLegend(source: string, own: OwnStatuses = NO_OWN): Legend {
  const marks = new Map<string, Status>();
  const ranges: Range[] = [];
  const lines = split(source);
  let fenced = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (maybeFence(line.text) && FENCE.test(line.text)) fenced = !fenced;
    if (fenced) continue;
    const found = legendAt(lines, i);
    if (!found) continue;
    const last = lines[found.last] as Line;
    ranges.push({ start: line.start, end: last.start + last.text.length });
    for (const { mark, meaning } of found.pairs) {
      const status = readStatus(meaning, { ...USUAL, own })?.status ?? "unknown";
      const before = marks.get(mark);
      marks.set(mark, before === undefined || before === status ? status : "unknown");
    }
    i = found.last;
  }
  return { marks, ranges };
}

function maybeFence(text: string): boolean {
  return text.includes("```") || text.includes("~~~");
}

const FIRST_RUN = /[\p{L}\p{N}]+/u;
const FIRST_RUNS = lazySet(() => everyWord((l) => l.labels.legend).map((word) => FIRST_RUN.exec(word)?.[0] ?? ""));

/** Nothing but signs stands before the label: hardly any line starts with a word of one. */
function mayBeLabel(text: string): boolean {
  const first = FIRST_RUN.exec(text)?.[0];
  return first !== undefined && (FIRST_RUNS.has(first.toLowerCase()) || /[^\p{ASCII}]/u.test(first));
}

function split(source: string): Line[] {
  let start = 0;
  return source.split("\n").map((text) => {
    const line = { text: text.endsWith("\r") ? text.slice(0, -1) : text, start };
    start += text.length + 1;
    return line;
  });
}

function legendAt(lines: readonly Line[], at: number): { pairs: Pair[]; last: number } | undefined {
  const text = lines[at]?.text ?? "";
  if (text.length > 1000) return undefined;
  const label = mayBeLabel(text) ? LABEL.exec(text) : null;
  if (label) {
    const rest = label[1] ?? "";
    const own = pairsOf(rest);
    if (own.length > 0) return { pairs: own, last: at };
    return rest.trim() === "" ? below(lines, at + 1) : undefined;
  }
  if (text.includes("|") && ROW.test(text)) return isLegendTable(lines, at) ? below(lines, at) : undefined;
  if (!text.includes("=")) return undefined;
  // Without a label only what leaves no doubt: two or more "✅ = done".
  const alone = equations(text);
  if (alone.length > 1) return { pairs: alone, last: at };
  if (alone.length === 0) return undefined;
  let last = at;
  const pairs = [...alone];
  for (
    let next = equations(lines[last + 1]?.text ?? "");
    next.length > 0;
    next = equations(lines[last + 1]?.text ?? "")
  ) {
    pairs.push(...next);
    last++;
  }
  return pairs.length > 1 ? { pairs, last } : undefined;
}

/** Pairs of a line that consists of nothing but "MARK = meaning". */
function equations(text: string): Pair[] {
  const bare = text.replace(ENTRY, "");
  const marks = bare.match(MARK())?.length ?? 0;
  const signs = bare.match(/=/g)?.length ?? 0;
  return marks > 0 && marks === signs && EQUATION().test(bare) ? pairsOf(bare) : [];
}

/** The list or table of marks that starts here, a blank line allowed before it. */
function below(lines: readonly Line[], from: number): { pairs: Pair[]; last: number } | undefined {
  const pairs: Pair[] = [];
  let last = -1;
  let table = false;
  for (let i = from; i < Math.min(lines.length, from + LONGEST); i++) {
    const text = lines[i]?.text ?? "";
    if (text.trim() === "") {
      if (pairs.length > 0) break;
      continue;
    }
    const row = ROW.test(text) && text.includes("|");
    const head = row && !table;
    if (row) table = true;
    const found = text.length > 1000 ? [] : pairsOf(text.replace(ENTRY, "").replace(/^\s*\|/, ""));
    if (found.length === 0 && !(row && (head || RULE.test(text)))) break;
    pairs.push(...found);
    last = i;
  }
  return pairs.length > 0 ? { pairs, last } : undefined;
}

/** "Symbol | Meaning" over rows whose first cell is a mark and nothing else. */
function isLegendTable(lines: readonly Line[], at: number): boolean {
  const cells = (i: number): string[] =>
    (lines[i]?.text ?? "")
      .trim()
      .replace(/^\||\|$/g, "")
      .split("|")
      .map((c) => c.trim());
  if (!RULE.test(lines[at + 1]?.text ?? "")) return false;
  const header = cells(at);
  const column = header.findIndex((h) => MARKS_HEADER.test(h));
  if (column < 0 || !header.some((h, i) => i !== column && MEANING_HEADER.test(h))) return false;
  let rows = 0;
  for (let i = at + 2; i < at + LONGEST && ROW.test(lines[i]?.text ?? ""); i++) {
    if (!MARK_ALONE().test(cells(i)[column] ?? "")) return false;
    rows++;
  }
  return rows > 0;
}

/** "🟢 = done, 🟡 in review" and "done: 🟢, in review: 🟡" as pairs; nothing if some mark has no meaning. */
function pairsOf(text: string): Pair[] {
  const hits = [...text.matchAll(MARK())];
  const [first] = hits;
  if (!first) return [];
  const behind = text.slice(0, first.index).replace(EDGES, "") === "";
  // "done: 🟢"; a mark behind a word alone says how far that is: "Roof 🟢".
  if (!behind && !hits.every((hit) => /[=:：→|–—-][\s*_`]*$/u.test(text.slice(0, hit.index)))) return [];
  const pairs = hits.map((hit, i): Pair => {
    const from = behind ? hit.index + hit[0].length : (hits[i - 1]?.index ?? 0) + (hits[i - 1]?.[0].length ?? 0);
    const to = behind ? (hits[i + 1]?.index ?? text.length) : hit.index;
    const name = hit[0].replace(/[\ufe0e\ufe0f]/, "").replace(/^:|:$/g, "");
    return { mark: SHORTCODES[name] ?? name, meaning: text.slice(from, to).replace(EDGES, "") };
  });
  return pairs.every((p) => /\p{L}/u.test(p.meaning) && p.meaning.length <= 80) ? pairs : [];
}
