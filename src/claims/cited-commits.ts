import { figures } from "../lex/numbers.js";
import { grouped, pushTo } from "../model/grouped.js";
import type { Item } from "../model/item.js";
import { lazy } from "../model/lazy.js";
import { oncePer } from "../model/once.js";
import type { Field, Report, Row, Section, TextUnit } from "../model/report.js";
import { between } from "../model/sorted.js";
import { fieldValue } from "../parse/fields.js";
import { groupStatus } from "../parse/group-status.js";
import { canonicalKey, readKey } from "../parse/keys.js";
import { nameOf } from "../parse/text-mentions.js";
import { type Citation, citations } from "./citations.js";
import { type Places, placesOf } from "./places.js";

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
  /** The ids cited between two offsets of the source. */
  between(start: number, end: number): readonly string[];
  /**
   * The commits that the report declares to be its own: those of a "Commits: a, b" field beside the unit, or all that
   * it cites where it says how many they are. Empty when the report may cite others, or not all.
   */
  declared(unit: TextUnit): readonly string[];
}

/** Indexes the citations of a report by place. */
export function citedCommits(report: Report): CitedCommits {
  const all = citations(report);
  const places = placesOf(report);
  const byUnit = new Map<TextUnit, string[]>();
  for (const c of all) pushTo(byUnit, c.unit, c.id);
  const ofRow = oncePer((row: Row) => distinct(row.cells.flatMap((c) => byUnit.get(c) ?? [])));
  const own = (unit: TextUnit): readonly string[] => {
    const row = unit.cell?.table.rows[unit.cell.row];
    return row ? ofRow(row) : distinct(byUnit.get(unit) ?? []);
  };
  const idsBetween = betweenOffsets(all);
  const ids = distinct(all.map((c) => c.id));
  return {
    all,
    ids,
    near: nearest(all, byUnit, own, report),
    own,
    within: oncePer((section: Section) => idsBetween(section.range.start, section.range.end)),
    between: idsBetween,
    declared: declaredBy(report, ids, own, places),
  };
}

function distinct(ids: readonly string[]): readonly string[] {
  return ids.length < 2 ? ids : [...new Set(ids)];
}

/** Links of a line come behind the words of it, wherever they stand in it. */
function betweenOffsets(all: readonly Citation[]): CitedCommits["between"] {
  const byStart = all.map(({ id, range }, at) => ({ id, at, start: range.start })).sort((a, b) => a.start - b.start);
  return (start, end) => {
    const found = between(byStart, start, end, (c) => c.start);
    return distinct(found.sort((a, b) => a.at - b.at).map((c) => c.id));
  };
}

function nearest(
  all: readonly Citation[],
  byUnit: ReadonlyMap<TextUnit, readonly string[]>,
  own: CitedCommits["own"],
  report: Report,
): CitedCommits["near"] {
  const places = placesOf(report);
  const about = grouped(
    all.filter((c) => isAboutSection(c.unit)),
    (c) => c.unit.section,
  );
  const named = namedItems(report);
  const ofSection = (section: Section): readonly string[] => {
    const heading = section.heading ? (byUnit.get(section.heading) ?? []) : [];
    return distinct(heading.length > 0 ? heading : (about.get(section) ?? []).map((c) => c.id));
  };
  const ofItem = oncePer((item: Item) =>
    distinct([...item.mentions.flatMap((m) => own(m.unit)), ...(item.section ? ofSection(item.section) : [])]),
  );
  const from = oncePer((section: Section): readonly string[] => {
    const item = places.itemOf(section) ?? named(section);
    const found = distinct([...ofSection(section), ...(item ? ofItem(item) : [])]);
    if (found.length > 0 || (section.heading && groupStatus(section.heading))) return found;
    return section.parent && section.parent.depth > 0 ? from(section.parent) : [];
  });
  return (unit) => {
    const here = own(unit);
    if (here.length > 0) return here;
    for (let e = unit.entry; e; e = e.list.parent) {
      const at = e.unit && e.unit !== unit ? own(e.unit) : [];
      if (at.length > 0) return at;
      const lead = e.list.lead ? own(e.list.lead) : [];
      if (lead.length > 0) return lead;
    }
    const row = unit.cell?.table.rows[unit.cell.row];
    const rowItem = row && places.itemInRow(row);
    return rowItem ? ofItem(rowItem) : from(unit.section);
  };
}

function declaredBy(
  report: Report,
  ids: readonly string[],
  own: CitedCommits["own"],
  places: Places,
): CitedCommits["declared"] {
  const isLabel = ({ label }: Field): boolean => /^(?:git |total |session )?commits?$/iu.test(label);
  const complete = report.fields.some(
    (f) => isLabel(f) && figures(fieldValue(f), f.unit.conventions)[0]?.quantity.low === ids.length && ids.length > 0,
  );
  const beside = oncePer((section: Section) =>
    places.fieldsOf(section).find((f) => isLabel(f) && own(f.unit).length > 0),
  );
  return (unit) => {
    const field = beside(unit.section);
    return field ? own(field.unit) : complete ? ids : [];
  };
}

/** A citation in a field or a short line speaks of its section; one inside a list speaks of the entry. */
function isAboutSection(unit: TextUnit): boolean {
  return (
    unit.kind === "heading" ||
    (unit.kind === "paragraph" && !unit.entry) ||
    (unit.kind === "entry" && /^[\s*_]*(?:commits?|resolution|fixed in|sha|hash)\b/iu.test(unit.text.value))
  );
}

/** Finds the item whose key a heading mentions: "Blocker #1 Implementation". A key that cannot be read may be any. */
function namedItems(report: Report): (section: Section) => Item | undefined {
  const index = lazy(() => {
    const byKey = new Map<string, number>();
    let any = Number.POSITIVE_INFINITY;
    for (const [at, item] of report.items.entries()) {
      for (const { key } of item.mentions) {
        if (key === undefined) continue;
        const read = readKey(key, true);
        if (!read) any = Math.min(any, at);
        else if (!byKey.has(canonicalKey(read))) byKey.set(canonicalKey(read), at);
      }
    }
    return { byKey, any };
  });
  return ({ heading }) => {
    const text = heading?.text.value ?? "";
    const key = heading ? (nameOf(text, heading.conventions).key ?? readKey(text)) : undefined;
    if (!key?.strong) return undefined;
    const { byKey, any } = index();
    return report.items[Math.min(any, byKey.get(canonicalKey(key)) ?? any)];
  };
}
