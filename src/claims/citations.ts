import { figures } from "../lex/numbers.js";
import type { Item } from "../model/item.js";
import { sourceRange, spanAt } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { Report, Section, TextUnit } from "../model/report.js";
import { fieldValue } from "../parse/fields.js";
import { groupStatus } from "../parse/group-status.js";
import { canonicalKey, readKey } from "../parse/keys.js";
import { nameOf } from "../parse/text-mentions.js";

/** A commit id with a cue that it is one. */
export interface Citation {
  readonly id: string;
  readonly unit: TextUnit;
  readonly range: Range;
}

const HEX = /(?<![\w#@:/.-])[0-9a-f]{7,40}(?![\w./-]*\w)/g;
const CUE =
  /(?:\b(?:commits?|(?:git|commit) (?:sha|hash(?:es)?|id)|merged|landed|fixed in|resolved in|cherry[- ]pick(?:ed)?|revert(?:s|ed)?|HEAD)\b|коммит\p{L}*|提交|コミット|커밋)[^;|]{0,80}$/iu;
const COMMIT_HEADING = /\bcommits?\b|\bgit (?:log|history)\b/iu;

/** All citations of commits in a report: a hex word counts only with a cue, or where its twin elsewhere has one. */
export function citations(report: Report): Citation[] {
  const units = [...report.units, ...report.blocks.flatMap((b) => (b.kind === "fence" ? b.lines : []))].sort(
    (a, b) => a.range.start - b.range.start,
  );
  const candidates = units.filter((u) => !u.quoted).flatMap((unit) => [...hexWords(unit), ...linked(unit)]);
  const cued = candidates.filter((c) => c.cued);
  const known = new Set(cued.map((c) => c.id));
  return candidates.filter((c) => c.cued || known.has(c.id)).map(({ id, unit, range }) => ({ id, unit, range }));
}

function hexWords(unit: TextUnit): (Citation & { cued: boolean })[] {
  const value = unit.text.value;
  return [...value.matchAll(HEX)].flatMap((m) => {
    const id = m[0];
    if (!/\d/.test(id) || isSample(id, value.slice(m.index + id.length)) || insideLargerCode(unit, m.index, id.length))
      return [];
    const cued =
      hasCue(unit, m.index) &&
      (/[a-f]/.test(id) ||
        spanAt(unit.text, "code", m.index) !== undefined ||
        unit.kind === "code" ||
        /\bcommits?\W{0,5}$/iu.test(value.slice(0, m.index)));
    return [{ id, unit, range: sourceRange(unit.text, m.index, m.index + id.length), cued }];
  });
}

/** "abc123def456", "1234567", "def456abc789...": ids that only show what one looks like. */
function isSample(id: string, after: string): boolean {
  if (/^(?:19|20)\d{10,12}$/.test(id)) return true;
  const runs = id.match(/[a-z]+|\d+/g) ?? [];
  return runs.every((run) => run.length > 2 && "abcdefghijklm0123456789012".includes(run)) || after.startsWith("...");
}

/** `image:1a2b3c4` and `abc1234.log` are no commits: the code span must hold the id alone. */
function insideLargerCode(unit: TextUnit, at: number, length: number): boolean {
  const span = spanAt(unit.text, "code", at);
  return (
    span !== undefined &&
    unit.text.value.slice(span.start, span.end).trim().length > length + 1 &&
    !/^[0-9a-f, .]+$|^[0-9a-f]{7,40} /.test(unit.text.value.slice(span.start, span.end))
  );
}

function hasCue(unit: TextUnit, at: number): boolean {
  const before = unit.text.value.slice(0, at);
  if (unit.cell) return unit.cell.table.roles[unit.cell.column] === "commit" || CUE.test(before);
  if (CUE.test(before)) return true;
  const opens = before.replace(/[\s*_`([-]/g, "") === "";
  const heading = unit.section.heading?.text.value ?? "";
  const lead = unit.entry?.list.lead?.text.value ?? "";
  return (
    opens &&
    (COMMIT_HEADING.test(heading) || (COMMIT_HEADING.test(lead) && !/[0-9a-f]{7}/.test(lead)) || looksLikeLog(unit))
  );
}

/** "bcbcd64 fix: skip tests" in a fence. */
function looksLikeLog(unit: TextUnit): boolean {
  return unit.kind === "code" && /^\s*[*|/\\ ]*[0-9a-f]{7,40}\s+(?:\([^)]*\)\s+)?\p{L}/u.test(unit.text.value);
}

/** Links to a commit page of some forge. */
function linked(unit: TextUnit): (Citation & { cued: boolean })[] {
  return unit.text.spans.flatMap((span) => {
    const id = /\/commits?\/([0-9a-f]{7,40})(?:$|[/?#])/.exec(span.url ?? "")?.[1];
    return id ? [{ id, unit, range: sourceRange(unit.text, span.start, span.end), cued: true }] : [];
  });
}

/** Answers which commits a line is about. Built once per report. */
export interface CitedCommits {
  readonly all: readonly Citation[];
  /** Distinct ids, in order. */
  readonly ids: readonly string[];
  /** The ids cited by the line, else by its entry, its item, its section: the nearest place that cites any. */
  near(unit: TextUnit): readonly string[];
  /** The ids that stand in the unit itself (or its table row). */
  own(unit: TextUnit): readonly string[];
  /** The ids cited anywhere in a section and below it. */
  within(section: Section): readonly string[];
  /**
   * The commits that the report declares to be its own: those of a "Commits: a, b" field beside the unit, or all that
   * it cites where it says how many they are. Empty when the report may cite others, or not all.
   */
  declared(unit: TextUnit): readonly string[];
}

/** Indexes the citations of a report by place. */
export function citedCommits(report: Report): CitedCommits {
  const all = citations(report);
  const byUnit = new Map<TextUnit, string[]>();
  for (const c of all) byUnit.set(c.unit, [...(byUnit.get(c.unit) ?? []), c.id]);
  const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
  const own = (unit: TextUnit): string[] =>
    distinct(
      unit.cell
        ? (unit.cell.table.rows[unit.cell.row]?.cells ?? [unit]).flatMap((c) => byUnit.get(c) ?? [])
        : (byUnit.get(unit) ?? []),
    );
  const within = (section: Section): string[] =>
    distinct(
      all.filter((c) => c.range.start >= section.range.start && c.range.start < section.range.end).map((c) => c.id),
    );
  const ofItem = (item: Item): string[] =>
    distinct([...item.mentions.flatMap((m) => own(m.unit)), ...(item.section ? ofSection(item.section) : [])]);
  const ofSection = (section: Section): string[] => {
    const heading = section.heading ? (byUnit.get(section.heading) ?? []) : [];
    return heading.length > 0
      ? distinct(heading)
      : distinct(all.filter((c) => c.unit.section === section && isAboutSection(c.unit)).map((c) => c.id));
  };
  const near = (unit: TextUnit): readonly string[] => {
    if (own(unit).length > 0) return own(unit);
    for (let e = unit.entry; e; e = e.list.parent) {
      const at = e.unit && e.unit !== unit ? own(e.unit) : [];
      if (at.length > 0) return at;
      const lead = e.list.lead ? own(e.list.lead) : [];
      if (lead.length > 0) return lead;
    }
    const rowItem = unit.cell
      ? report.items.find((i) =>
          i.mentions.some((m) => m.unit.cell?.table === unit.cell?.table && m.unit.cell?.row === unit.cell?.row),
        )
      : undefined;
    if (rowItem) return ofItem(rowItem);
    for (let s: Section | undefined = unit.section; s && (s.depth > 0 || s === unit.section); s = s.parent) {
      const section = s;
      const item = report.items.find((i) => i.section === section) ?? named(report, section);
      const found = distinct([...ofSection(section), ...(item ? ofItem(item) : [])]);
      if (found.length > 0) return found;
      if (section.heading && groupStatus(section.heading)) break;
    }
    return [];
  };
  const ids = distinct(all.map((c) => c.id));
  const fields = report.fields.filter((f) => /^(?:git |total |session )?commits?$/iu.test(f.label));
  const complete = fields.some(
    (f) => figures(fieldValue(f), f.unit.conventions)[0]?.quantity.low === ids.length && ids.length > 0,
  );
  const declared = (unit: TextUnit): string[] => {
    const beside = fields.find((f) => f.unit.section === unit.section && own(f.unit).length > 0);
    return beside ? own(beside.unit) : complete ? ids : [];
  };
  return { all, ids, near, own, within, declared };
}

/** A citation in a field or a short line speaks of its section; one inside a list speaks of the entry. */
function isAboutSection(unit: TextUnit): boolean {
  return (
    unit.kind === "heading" ||
    (unit.kind === "paragraph" && !unit.entry) ||
    (unit.kind === "entry" && /^[\s*_]*(?:commits?|resolution|fixed in|sha|hash)\b/iu.test(unit.text.value))
  );
}

/** The item whose key a heading mentions: "Blocker #1 Implementation". */
function named(report: Report, section: Section): Item | undefined {
  const key = section.heading
    ? (nameOf(section.heading.text.value, section.heading.conventions).key ?? readKey(section.heading.text.value))
    : undefined;
  if (!key?.strong) return undefined;
  return report.items.find((i) =>
    i.mentions.some((m) => m.key !== undefined && canonicalKey(readKey(m.key, true) ?? key) === canonicalKey(key)),
  );
}
