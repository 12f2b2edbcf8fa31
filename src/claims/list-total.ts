import { timeUnit } from "../lex/durations.js";
import { type Figure, figures } from "../lex/numbers.js";
import { GRAND, itemNouns } from "../lex/phrases.js";
import { everyWord } from "../lex/vocabulary/index.js";
import { WordPattern } from "../lex/word-pattern.js";
import { noun, words } from "../lex/words.js";
import type { PartialSum, TotalClaim } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { Quantity } from "../model/quantity.js";
import type { Entry, List, Report, Section, TextUnit } from "../model/report.js";
import { plainCount } from "./announced-count.js";
import { isDeduction } from "./column-sums.js";
import { looksLikeFile, tallyLine } from "./file-lists.js";

const LABEL = new WordPattern(
  () => [...everyWord((l) => l.grand), ...everyWord((l) => l.total)].filter((w) => !/^(?:sum|totals|overall)$/.test(w)),
  (words) =>
    `^[\\s\\p{Extended_Pictographic}\\ufe0f*_-]*((?:overall )?${words})([^:：\\d]{0,40}(?:\\d{1,3}(?=[\\s*_]*[:：]))?)[\\s*_]*[:：]?\\s*`,
);
/** What may follow "Total" without turning it into a figure of its own: "Total hours", "Total removed", "Total Session 7". */
const PLAIN_LABEL =
  /^(?:[\s*_()&-]|\d|lines?|loc|hours?|days?|weeks?|time|effort|estimated?|estimate|files?|tests?|removed|added|created|modified|changed|remaining|documentation|docs|session|phase|week|sprint|of|code|new|work|duration|for|this|per|module|item|all|development|implementation|cost|points?|commits?)*$/iu;
const FOREIGN_NOUNS = new WordPattern(
  () => [...itemNouns(), ...everyWord((l) => [...Object.values(l.units).flat(), ...l.numbered, ...l.articles])],
  (words) => words,
  { flags: "giu" },
);

/** A total line under a list: "- **Total**: 904 lines", "**Total Removed:** 702 lines", "Grand Total: 1,921 lines". */
export function listTotalClaims(report: Report): TotalClaim[] {
  const totals = report.units
    .filter((u) => !u.quoted && u.kind !== "cell" && u.kind !== "heading")
    .flatMap((unit) => totalLine(unit) ?? []);
  return totals.flatMap((total) => {
    const above = subtotals(total, totals);
    // "Gesamt" may sum up subtotals or entries; "Grand total" sums up subtotals only.
    const grand = /^(?:grand|overall)/iu.test(total.label) || (GRAND.test(total.label) && above.length > 0);
    const sums = grand ? above : withWider(partsOf(total, report), [...headingSums(total), ...above]);
    if (sums.length === 0) return [];
    const { unit, figure } = total;
    if (
      total.measure === "file" &&
      (figure.quantity.approximate ||
        Math.abs(figure.quantity.low - (sums[0]?.parts.length ?? 0)) > Math.max(1, figure.quantity.low * 0.25))
    )
      return [];
    const range = sourceRange(unit.text, figure.start, figure.end);
    return [{ kind: "total", unit, range, raw: figure.quantity.raw, quantity: figure.quantity, sums }];
  });
}

interface TotalLine {
  readonly unit: TextUnit;
  readonly label: string;
  readonly figure: Figure;
  readonly measure: string;
}

function totalLine(unit: TextUnit): TotalLine | undefined {
  const m = LABEL.exec(unit.text.value);
  const figure = m ? figures(unit.text.value, unit.conventions).find((f) => f.start >= m[0].length - 1) : undefined;
  if (!m || !figure || figure.percent || unit.text.value.slice(m[0].length, figure.start).trim() !== "")
    return undefined;
  if (!PLAIN_LABEL.test(FOREIGN_NOUNS.replaceIn(m[2] ?? "", ""))) return undefined;
  const measure = measureOf(unit.text.value, figure);
  return measure ? { unit, label: m[1] ?? "", figure, measure } : undefined;
}

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

/** The entries before it in its list, or the list right before it. */
function partsOf(total: TotalLine, report: Report): PartialSum[] {
  const entry = total.unit.entry;
  const own = entry?.unit === total.unit ? entry : undefined;
  const entries = own
    ? own.list.entries.slice(0, own.list.entries.indexOf(own))
    : (precedingList(total.unit, report)?.entries ?? []);
  if (entries.length < 2 || entries.some((e) => isDeduction(e.unit?.text.value ?? ""))) return [];
  if (total.measure === "file") return fileCount(entries);
  const wider = siblingLists(total, report);
  const parts = entries.map((e) => (e.unit ? partOf(e.unit, total.measure) : undefined));
  const found = parts.filter((p): p is NonNullable<typeof p> => p !== undefined);
  if (found.length < 2) return [];
  return [
    {
      parts: found,
      what: "the entries above",
      complete: found.length === entries.length && !entries.some((e) => e.unit && totalLine(e.unit)),
    },
    ...wider,
  ];
}

/** All lists of the section before a total, and the figures of the lines that introduce them: "Morning (10 min):". */
function siblingLists(total: TotalLine, report: Report): PartialSum[] {
  const scope = total.unit.section.depth > 2 ? (total.unit.section.parent ?? total.unit.section) : total.unit.section;
  const lists = report.blocks.filter(
    (b): b is List =>
      b.kind === "list" && !b.parent && b.range.start >= scope.range.start && b.range.start < total.unit.range.start,
  );
  const sumOf = (units: readonly (TextUnit | undefined)[], what: string): PartialSum[] => {
    const parts = units.flatMap((u) => (u && u !== total.unit ? (partOf(u, total.measure) ?? []) : []));
    return parts.length > 1 ? [{ parts, what, complete: true }] : [];
  };
  return [
    ...sumOf(
      lists.flatMap((l) => l.entries.map((e) => e.unit)),
      "the entries of all lists above",
    ),
    ...sumOf(
      lists.map((l) => l.lead),
      "the lines above the lists",
    ),
  ];
}

function partOf(
  unit: TextUnit,
  measure: string,
): { quantity: Quantity; range: ReturnType<typeof sourceRange> } | undefined {
  const fitting = figures(unit.text.value, unit.conventions).filter((f) => measureOf(unit.text.value, f) === measure);
  const [figure] = fitting;
  return figure && fitting.length === 1
    ? { quantity: figure.quantity, range: sourceRange(unit.text, figure.start, figure.end) }
    : undefined;
}

/** "Total: 9 files" under nine files. */
function fileCount(entries: readonly Entry[]): PartialSum[] {
  const named = entries.filter((e) =>
    (e.unit?.text.spans ?? []).some(
      (s) => s.kind === "code" && looksLikeFile(e.unit?.text.value.slice(s.start, s.end) ?? ""),
    ),
  );
  if (named.length !== entries.length) return [];
  const sizes = named.map((e) => tallyLine(e.unit?.text.value.replace(/^(\S+).*?(\(\d+ files?\)).*$/, "$1 $2") ?? ""));
  return [
    {
      parts: named.map((e, i) => {
        const n = Math.max(1, sizes[i]?.count ?? 1);
        const quantity = { ...plainCount(n, String(n)) };
        return { quantity, range: e.range };
      }),
      what: "files listed",
      complete: !sizes.some((s) => s.open),
    },
  ];
}

function precedingList(unit: TextUnit, report: Report): List | undefined {
  const blocks = report.blocks.filter(
    (b) => b.section === unit.section && b.range.end <= unit.range.start && (b.kind !== "list" || !b.parent),
  );
  const last = blocks.at(-1);
  return last?.kind === "list"
    ? last
    : blocks
        .filter((b): b is List => b.kind === "list")
        .findLast((l) => blocks.every((b) => b === l || b.range.start < l.range.start || b.range.end <= l.range.end));
}

/** Further readings excuse a total that does not match what stands next to it; by themselves they convict nobody. */
function withWider(own: readonly PartialSum[], wider: readonly PartialSum[]): readonly PartialSum[] {
  return own.length === 0 ? [] : [...own, ...wider];
}

/** The figures of the sibling headings before it: "### Immediate: 14 hours", "### Later: 22 hours". */
function headingSums(total: TotalLine): PartialSum[] {
  const siblings = total.unit.section.parent?.children ?? [];
  const headings = siblings.flatMap((s) =>
    s.heading && s.range.start <= total.unit.range.start ? (partOf(s.heading, total.measure) ?? []) : [],
  );
  return headings.length > 1 ? [{ parts: headings, what: "the headings above", complete: true }] : [];
}

/** A grand total sums up the totals before it under the same heading. */
function subtotals(total: TotalLine, all: readonly TotalLine[]): PartialSum[] {
  const scope: Section = total.unit.section.parent ?? total.unit.section;
  const parts = all.filter(
    (t) =>
      t !== total &&
      t.unit.range.start < total.unit.range.start &&
      t.unit.range.start >= scope.range.start &&
      t.measure === total.measure &&
      !GRAND.test(t.label),
  );
  if (parts.length < 2) return [];
  return [
    {
      parts: parts.map((t) => ({
        quantity: t.figure.quantity,
        range: sourceRange(t.unit.text, t.figure.start, t.figure.end),
      })),
      what: "the totals above",
      complete: true,
    },
  ];
}
