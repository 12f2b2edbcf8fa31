import type { ListCountClaim, ListSize } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { Quantity } from "../model/quantity.js";
import { cover } from "../model/range.js";
import type { Entry, Fence, Report, Table, TextUnit } from "../model/report.js";
import { figures, fractions } from "../lex/numbers.js";
import { firstMark, phraseAt } from "../lex/status.js";
import { noun, words } from "../lex/words.js";
import { looksLikeFile, statedGroupSize, tallyLine, tallyLines } from "./file-lists.js";
import { type Introductions, type Listing, listingsBelow } from "./introduced.js";
import { countsInEntries } from "./entry-counts.js";
import { isMeasure } from "./nouns.js";

/** The list goes on beyond what is shown, or shows a choice. */
const SELECTION = /\b(?:includ(?:es|ing)|such as|e\.g\.|for example|top|key|main|some|first|sample|highlights?|examples?|notably|among|selected|major|remaining|estimated?|target|planned|needed|out of|up to)\b|\.\.\.|…/iu;
const PREPOSITION = /^(?:of|from|across|in|with|for|to|by|at|on|per|over|before|after|reveal|claim|total|parallel|high|low|medium|critical|priority|each|time)$/;
/** What the list nested in an entry may enumerate without a colon. */
const COUNTABLE = /^(?:file|script|item|task|blocker|feature|component|step|phase|pr|milestone|deliverable|document|module|endpoint|route|service|requirement|criterion)$/;
/** Nouns that lists describe rather than enumerate. */
const NOT_ENTRIES = /^(?:test|failure|error|line|change|issue|bug|warning|case|assertion|point|commit|check|hour|user|record|row|package|dependency|finding|property|question|char|character|domain|gate)$/;
const OPEN_END = /^\s*(?:\.{3}|…|etc\b|and (?:more|others?|\d+)|\+\s*\d+ more)|\b(?:and (?:many )?more|and others|etc\.?)\s*$/iu;
const DECORATION = /[\s:*_`✅✔☑✓⏳❌⚠️🟡\p{Extended_Pictographic}\ufe0f]+$/u;

interface Announced {
  readonly quantity: Quantity;
  readonly whole: number | undefined;
  readonly noun: string;
  readonly start: number;
  readonly end: number;
}

/** Every line that says how many things the list, table or fence under it holds. */
export function listCountClaims(report: Report, introduced: Introductions): ListCountClaim[] {
  const lines = report.units.filter((u) => u.kind !== "cell" && !u.quoted).flatMap((unit) => announcedList(unit, introduced) ?? []);
  const groups = report.blocks.filter((b): b is Fence => b.kind === "fence").flatMap(groupClaims);
  return [...lines, ...groups];
}

function announcedList(unit: TextUnit, introduced: Introductions): ListCountClaim | undefined {
  const announced = announcedCount(unit);
  if (unit.kind === "entry" && announced && announced.noun !== "" && !/[:：]\s*$/.test(unit.text.value) && !COUNTABLE.test(announced.noun)) return undefined;
  if (!announced || SELECTION.test(unit.text.value)) return undefined;
  const listings = introduced.listings(unit);
  const below = unit.kind === "heading" && listings.length === 0 ? listingsBelow(unit.section) : [];
  const counted = [...sizes(listings, announced), ...(below.length > 0 ? nestedSizes(unit, below) : [])];
  if (counted.length === 0) return undefined;
  const range = sourceRange(unit.text, announced.start, announced.end);
  return { kind: "list-count", unit, range, raw: unit.text.value.slice(announced.start, announced.end), ...pick(announced), counted };
}

function pick({ quantity, whole, noun: n }: Announced): Pick<ListCountClaim, "quantity" | "whole" | "noun"> {
  return { quantity, whole, noun: n };
}

/** "(11 files)" or "(12/35)" at the end of a line, "7 alias methods:", "14 Routers" as a heading. */
function announcedCount(unit: TextUnit): Announced | undefined {
  const value = unit.text.value.replace(DECORATION, "");
  const bracket = /\(([^()]*)\)(?:\s*[-–—]\s*\d+\s?%)?$/.exec(value);
  if (bracket) {
    const from = bracket.index + 1;
    const inner = bracket[1] ?? "";
    const share = fractions(inner)[0];
    if (share) {
      const rest = inner.slice(share.end).trim();
      if (share.start > 0 || (rest !== "" && !/^[\p{L} ]{1,30}$/u.test(rest))) return undefined;
      return { quantity: plainCount(share.part, share.raw), whole: share.whole, noun: sharedNoun(rest), start: from + share.start, end: from + share.end };
    }
    const only = figures(inner);
    const figure = only[0];
    if (!figure || only.length > 1 || figure.start > 0 || figure.percent || figure.quantity.low !== figure.quantity.high) return undefined;
    return counted(figure.quantity, inner.slice(figure.end), from + figure.start, from + figure.end);
  }
  if (!/[:：]\s*$/.test(unit.text.value) && unit.kind !== "heading") return undefined;
  const last = figures(value).at(-1);
  if (!last || last.percent || last.quantity.low !== last.quantity.high) return undefined;
  if (unit.kind === "heading" && !/[:：]\s*$/.test(unit.text.value) && last.start > 0) return undefined;
  if (/[:：]/.test(value.slice(last.end))) return undefined;
  const rest = value.slice(last.end);
  return words(rest).length >= 1 && words(rest).length <= 4 ? counted(last.quantity, rest, last.start, last.end) : undefined;
}

function counted(quantity: Quantity, rest: string, start: number, end: number): Announced | undefined {
  const nouns = words(rest).map(noun);
  const n = nouns.includes("file") ? "file" : (nouns[0] !== undefined && NOT_ENTRIES.test(nouns[0]) ? nouns[0] : headNoun(rest));
  if (nouns.some(isMeasure) || nouns.some((w) => PREPOSITION.test(w))) return undefined;
  if (!/^[\x00-\u024f]*$/.test(rest) || /^0\d/.test(quantity.raw) || quantity.sign !== "" || quantity.decimals > 0 || isMeasure(n) || !/^[\s-]*[\p{L}\p{N}\s/&'-]*$/u.test(rest)) return undefined;
  return { quantity, whole: undefined, noun: n, start, end };
}

function headNoun(text: string): string {
  return noun(words(text).at(-1) ?? "");
}

/** "62/62 tests passing": the noun before the word of status. */
function sharedNoun(text: string): string {
  return noun(words(text).find((w) => phraseAt(w, 0) === undefined) ?? "");
}

function plainCount(n: number, raw: string): Quantity {
  return { low: n, high: n, approximate: false, bound: "exact", sign: "", decimals: 0, unit: "", raw };
}

function sizes(listings: readonly Listing[], announced: Announced): ListSize[] {
  const [first] = listings;
  if (!first) return [];
  if (first.kind === "table") return tableSizes(first);
  if (first.kind === "fence") return fenceSizes(first, announced);
  const entries = listings.flatMap((l) => (l.kind === "list" ? l.entries : []));
  return entrySizes(entries, announced);
}

function tableSizes(table: Table): ListSize[] {
  const rows = table.rows.filter((r) => !r.total);
  return rows.length === 0 ? [] : [{ size: rows.length, what: "rows listed", open: rows.some((r) => OPEN_END.test(r.cells[0]?.text.value ?? "")), range: table.range }];
}

function fenceSizes(fence: Fence, announced: Announced): ListSize[] {
  const tally = tallyLines(fence.lines);
  if (tally.count === 0 || (announced.noun !== "file" && announced.noun !== "script" && announced.noun !== "")) return [];
  const stated = tally.groups.map((g) => statedGroupSize(g.header));
  const known = stated.filter((n): n is number => n !== undefined);
  if (known.length > 1 && known.length === stated.length) {
    const sum = known.reduce((a, b) => a + b, 0);
    return [{ size: sum, what: `files in its groups (${known.join(" + ")})`, open: false, range: fence.range, strong: true }, { size: tally.count, what: "files listed", open: false, range: fence.range }];
  }
  return [{ size: tally.count, what: "files listed", open: tally.open, range: fence.range }];
}

/** Entries count as what is announced if they have no noun of their own to miss, or if they are the files announced. */
function entrySizes(entries: readonly Entry[], announced: Announced): ListSize[] {
  const texts = entries.map((e) => e.unit?.text.value ?? "");
  const [first] = entries;
  if (entries.length === 0 || !first || countsInEntries(entries, announced.noun)) return [];
  const range = cover(first.range, entries.at(-1)?.range ?? first.range);
  const open = texts.some((t) => OPEN_END.test(t));
  const files = texts.filter((t) => looksLikeFile((t.replace(/^[^\w./]+/, "").split(/[\s:,]+/)[0] ?? "")));
  const aboutFiles = announced.noun === "file" || announced.noun === "script";
  if (aboutFiles && files.length < texts.length * 0.7) return [];
  if (!aboutFiles && announced.noun !== "" && !enumerates(entries, announced.noun)) return [];
  const result: ListSize[] = [{ size: entries.length, what: "entries listed", open, range }];
  if (aboutFiles) {
    const tallies = texts.map((t) => tallyLine(t.replace(/\s[-–—:].*$/, "")));
    result.push({ size: tallies.reduce((n, t) => n + Math.max(1, t.count), 0), what: "files listed", open: open || tallies.some((t) => t.open), range });
  }
  const nested = entries.reduce((n, e) => n + leaves(e), 0);
  if (nested !== entries.length) result.push({ size: nested, what: "entries with those nested in them", open, range });
  const done = entries.filter((e) => e.checked === true || (e.checked === undefined && firstMark(e.unit?.text.value ?? "")?.status === "done"));
  if (done.length !== entries.length) {
    result.push({ size: done.length, what: "entries marked done", open, range }, { size: entries.length - done.length, what: "entries not marked done", open, range });
  }
  return result;
}

/** "7 alias methods:" over short, alike entries; "Fix failing tests (16 failures)" over steps is none. */
function enumerates(entries: readonly Entry[], n: string): boolean {
  if (NOT_ENTRIES.test(n)) return false;
  if (/^(?:method|function|class|endpoint|route|table|column|field|variable|parameter|option|command|event|hook|model)$/.test(n)) {
    return entries.every((e) => e.unit?.text.spans.some((s) => s.start <= 3 && (s.kind === "code" || s.kind === "link")) === true);
  }
  return entries.length > 1;
}

function leaves(entry: Entry): number {
  const lists = entry.blocks.filter((b) => b.kind === "list");
  return lists.length === 0 ? 1 : lists.flatMap((l) => l.entries).reduce((n, e) => n + leaves(e), 0);
}

/** A heading over sub-headings: all entries below, and the sub-headings themselves. */
function nestedSizes(unit: TextUnit, below: readonly Listing[]): ListSize[] {
  const entries = below.flatMap((l) => (l.kind === "list" ? l.entries : []));
  const range = unit.section.range;
  const marked = entries.filter((e) => e.checked === true || firstMark(e.unit?.text.value ?? "")?.status === "done");
  return [
    { size: entries.length, what: "entries in the sections below", open: true, range },
    { size: marked.length, what: "entries marked done in the sections below", open: true, range },
    { size: unit.section.children.length, what: "sections below", open: true, range },
  ];
}

/** "API Routers (14):" inside a fence, over lines of files. */
function groupClaims(fence: Fence): ListCountClaim[] {
  return tallyLines(fence.lines).groups.flatMap((group): ListCountClaim[] => {
    const size = statedGroupSize(group.header);
    if (size === undefined || group.count === 0) return [];
    const value = group.header.text.value;
    const start = value.lastIndexOf(String(size));
    const last = group.lines.at(-1)?.range ?? group.header.range;
    return [
      {
        kind: "list-count",
        unit: group.header,
        range: sourceRange(group.header.text, start, start + String(size).length),
        raw: String(size),
        quantity: plainCount(size, String(size)),
        whole: undefined,
        noun: "file",
        counted: [{ size: group.count, what: "files listed", open: group.open, range: cover(group.header.range, last) }],
      },
    ];
  });
}
