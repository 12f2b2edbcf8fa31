import { unitMark, unitStatus } from "../lex/status.js";
import type { ListSize } from "../model/claim.js";
import { cover } from "../model/range.js";
import type { Entry, Fence, Table, TextUnit } from "../model/report.js";
import { isOpen } from "../model/status.js";
import { type Announced, NOT_ENTRIES } from "./announced-count.js";
import { countsInEntries } from "./entry-counts.js";
import { looksLikeFile, statedGroupSize, tallyLine, tallyLines } from "./file-lists.js";
import type { Listing } from "./introduced.js";

const OPEN_END =
  /^\s*plus \d+|^\s*(?:\.{3}|…|etc\b|and (?:more|others?|\d+)|\+\s*\d+ more)|\b(?:and (?:many )?more|and others|etc\.?)\s*$/iu;

/** An entry that by itself stands for several things: "12 tests - sorted imports", "(L8, L31)". */
const SEVERAL =
  /^\W*[1-9]\d+\s+(?:\p{L}+\s+)?\p{L}+s\b|\bL\d+\s*[,&]\s*L\d+|\blines? \d+(?:-\d+)?\s*(?:,|and|&)\s*\d+/iu;

/** A list of what there is to say about the things that are counted, not of the things. */
const DESCRIBES =
  /^[\s*_]*(?:files?|location|impact|problem|issue|(?:root )?cause|solution|fix|status|results?|benefits?|before|after|notes?|priority|effort|time|why|how|action)[\s*_]*[:：]/iu;

/** "B01 Dragon", "Stage 2", "#7": an entry of a numbering, beside which others may stand. */
const KEYED = /^[^\p{L}\p{N}#]*(?:[A-Z]{1,5}-?\d+|\p{Lu}\p{L}+\s+\d+|#\d+)(?![\p{L}\p{N}])/u;

/** Listed for completeness: "(no changes needed)", "(this file)". */
const UNCHANGED =
  /\((?:[^()]*\b)?(?:no changes?|unchanged|already (?:there|exists?|working|done)|existing|this (?:file|document|report)|reference)\b[^()]*\)/iu;

export function sizes(listings: readonly Listing[], announced: Announced): ListSize[] {
  const [first] = listings;
  if (!first) return [];
  if (first.kind === "table") return tableSizes(first);
  if (first.kind === "fence") return fenceSizes(first, announced);
  const entries = listings.flatMap((l) => (l.kind === "list" ? l.entries : []));
  return entrySizes(entries, announced);
}

function tableSizes(table: Table): ListSize[] {
  const rows = table.rows.filter((r) => !r.total);
  if (rows.length === 0) return [];
  const open = rows.some((r) => OPEN_END.test(r.cells[0]?.text.value ?? ""));
  const all: ListSize = { size: rows.length, what: "rows listed", open, range: table.range };
  const status = table.roles.indexOf("status");
  // A chain of drawn boxes has no header: its first box is one of them.
  if (table.origin === "box") return [all, { ...all, size: rows.length + 1, what: "boxes drawn" }];
  if (status < 0) return [all];
  const statuses = rows.map((r) => unitStatus(r.cells[status])?.status);
  const done = statuses.filter((one) => one === "done").length;
  const told = !statuses.includes(undefined);
  return [
    all,
    { ...all, size: done, what: "rows marked done", byMark: true, done: told },
    { ...all, size: rows.length - done, what: "rows not marked done", byMark: true },
  ];
}

function fenceSizes(fence: Fence, announced: Announced): ListSize[] {
  const tally = tallyLines(fence.lines);
  if (tally.count === 0 || (announced.noun !== "file" && announced.noun !== "script" && announced.noun !== ""))
    return [];
  const stated = tally.groups.map((g) => statedGroupSize(g.header));
  const known = stated.filter((n): n is number => n !== undefined);
  if (known.length > 1 && known.length === stated.length) {
    const sum = known.reduce((a, b) => a + b, 0);
    return [
      { size: sum, what: `files in its groups (${known.join(" + ")})`, open: false, range: fence.range, strong: true },
      { size: tally.count, what: "files listed", open: false, range: fence.range },
    ];
  }
  return [{ size: tally.count, what: "files listed", open: tally.open, range: fence.range }];
}

/** Entries count as what is announced if they have no noun of their own to miss, or if they are the files announced. */
function entrySizes(entries: readonly Entry[], announced: Announced): ListSize[] {
  const texts = entries.map((e) => e.unit?.text.value ?? "");
  const [first] = entries;
  if (entries.length === 0 || !first || countsInEntries(entries, announced.noun)) return [];
  if (entries.length === 1 && /^\W*(?:none|n\/a|nothing|nil|keine?|aucune?|ninguno?)\b/iu.test(texts[0] ?? ""))
    return [];
  const range = cover(first.range, entries.at(-1)?.range ?? first.range);
  const open = texts.some((t) => OPEN_END.test(t) || SEVERAL.test(t) || /\(\p{L}[^(),]*,[^(),]*,[^()]*\)/u.test(t));
  const kept = entries.filter((e) => !UNCHANGED.test(e.unit?.text.value ?? ""));
  const files = texts.filter((t) => looksLikeFile(t.replace(/^[^\w./]+/, "").split(/[\s:,]+/)[0] ?? ""));
  const aboutFiles = announced.noun === "file" || announced.noun === "script";
  if (aboutFiles && files.length < texts.length * 0.7) return [];
  if (!aboutFiles && announced.noun !== "" && !enumerates(entries, announced.noun)) return [];
  const result: ListSize[] = [{ size: entries.length, what: "entries listed", open, range }];
  if (aboutFiles || files.length >= texts.length * 0.7) {
    const tallies = texts.map((t) => tallyLine(t.replace(/\s[-–—:].*$/, "")));
    result.push({
      size: tallies.reduce((n, t) => n + Math.max(1, t.count), 0),
      what: "files listed",
      open: open || tallies.some((t) => t.open),
      range,
    });
  }
  if (kept.length < entries.length)
    result.push({ size: kept.length, what: "entries that are not marked as unchanged", byMark: true, open, range });
  const notes = notesAtEnd(texts);
  if (notes > 0)
    result.push({ size: entries.length - notes, what: "entries without the notes at the end", open, range });
  const sum = (sizeOf: (text: string) => number): number => texts.reduce((n, t) => n + sizeOf(t), 0);
  result.push(
    { size: sum(spanOf), what: "things named by ranges of numbers", open, range },
    { size: sum(namesIn), what: "names listed", open, range },
    { size: entries.reduce((n, e) => n + leaves(e), 0), what: "entries with those nested in them", open, range },
  );
  if (!aboutFiles) result.push({ size: sum(piecesIn), what: "things named in the entries", open, range });
  const keyed = texts.filter((t) => KEYED.test(t)).length;
  if (keyed > 1) result.push({ size: keyed, what: "entries with a key", open, range });
  const notOpen = entries.filter((e) => e.checked !== false && !isOpen(unitMark(e.unit)?.status ?? "done")).length;
  if (notOpen < entries.length)
    result.push({ size: notOpen, what: "entries that are not marked open", byMark: true, open, range });
  const done = entries.filter(
    (e) => e.checked === true || (e.checked === undefined && unitMark(e.unit)?.status === "done"),
  );
  if (done.length === entries.length)
    result.push({ size: done.length, what: "entries marked done", done: true, open, range });
  else {
    const told = entries.every((e) => e.checked !== undefined || unitMark(e.unit) !== undefined);
    result.push(
      { size: done.length, what: "entries marked done", byMark: true, done: told, open, range },
      { size: entries.length - done.length, what: "entries not marked done", byMark: true, open, range },
    );
  }
  return result;
}

/** "Features: realistic, fast", "Status: done" below entries without a label say something of them all. */
function notesAtEnd(texts: readonly string[]): number {
  const labelled = texts.map((text) => /^[\s*_]*\p{L}[\p{L}\s]{2,20}[\s*_]*[:：]\s/u.test(text));
  const first = labelled.findLastIndex((one) => !one) + 1;
  const notes = texts.length - first;
  return notes > 0 && notes < first && !labelled.slice(0, first).includes(true) ? notes : 0;
}

/** "#12-#14" names three things. */
function spanOf(text: string): number {
  const [, prefix = "", from = "", other = "", to = ""] =
    /^\W*?(#|[A-Z]{1,5}-)?(\d{1,5})\s?[-–—]\s?(#|[A-Z]{1,5}-)?(\d{1,5})(?![\d.:/-])/u.exec(text) ?? [];
  const span = Number(to) - Number(from) + 1;
  return from !== "" && prefix !== "" && (other === "" || other === prefix) && span > 1 && span < 200 ? span : 1;
}

/** "test_left, test_right" names two things. */
function namesIn(text: string): number {
  const names = text.replace(/\s+[-–—(].*$/, "").split(/\s*,\s*|\s+(?:and|&|\+)\s+/u);
  return names.length > 1 && names.every((name) => /^[`*_]?[\w./:@#-]+(?:\(\))?[`*_]?$/.test(name.trim()))
    ? names.length
    : 1;
}

/** "Mon: kick-off, review", "`get()` / `set()`": what an entry may stand for, counted by its commas and slashes. */
function piecesIn(text: string): number {
  const after = text.replace(/^[^:：]{1,40}[:：]\s+/u, "");
  return after.split(/\s*[,;]\s+|\s+[/+&]\s+|\s+and\s+/u).filter((piece) => piece.trim() !== "").length;
}

/** "7 alias methods:" over short, alike entries; "Fix failing tests (16 failures)" over steps is none. */
function enumerates(entries: readonly Entry[], n: string): boolean {
  if (NOT_ENTRIES.test(n) || entries.some((e) => DESCRIBES.test(e.unit?.text.value ?? ""))) return false;
  if (
    /^(?:method|function|class|endpoint|route|table|column|field|variable|parameter|option|command|event|hook|model)$/.test(
      n,
    )
  ) {
    return entries.every(
      (e) => e.unit?.text.spans.some((s) => s.start <= 3 && (s.kind === "code" || s.kind === "link")) === true,
    );
  }
  return entries.length > 1;
}

function leaves(entry: Entry): number {
  const lists = entry.blocks.filter((b) => b.kind === "list");
  return lists.length === 0 ? 1 : lists.flatMap((l) => l.entries).reduce((n, e) => n + leaves(e), 0);
}

/** A heading over sub-headings: all entries below, and the sub-headings themselves. */
export function nestedSizes(unit: TextUnit, below: readonly Listing[]): ListSize[] {
  const entries = below.flatMap((l) => (l.kind === "list" ? l.entries : []));
  const range = unit.section.range;
  const marked = entries.filter((e) => e.checked === true || unitMark(e.unit)?.status === "done");
  return [
    { size: entries.length, what: "entries in the sections below", open: true, range },
    { size: marked.length, what: "entries marked done in the sections below", byMark: true, open: true, range },
    { size: unit.section.children.length, what: "sections below", open: true, range },
  ];
}
