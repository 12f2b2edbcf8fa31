import { isPlainMark, isStruck, unitMark } from "../lex/status.js";
import type { Conventions } from "../model/conventions.js";
import type { Entry, List, Section, TextUnit } from "../model/report.js";
import { type Candidate, mention, type StatusNote } from "./candidate.js";
import { groupStatus, inheritedStatus } from "./group-status.js";
import { type ItemKey, readKey } from "./keys.js";
import { readTitle, type TitleReading } from "./titles.js";

const EDGE = /^[\s\p{Extended_Pictographic}\ufe0e\ufe0f\u200d✓✔☑✗✘☐•*_~]+/u;

interface Named extends TitleReading {
  readonly key: ItemKey | undefined;
}

/** Key and title of a line: the key may stand before or after a mark ("Blocker 1: ✅ Missing column"). */
export function nameOf(text: string, conventions: Conventions): Named {
  const lead = EDGE.exec(text)?.[0].length ?? 0;
  const key = readKey(text.slice(lead));
  const reading = readTitle(text, conventions);
  if (!key)
    return reading.title
      ? { ...reading, key: readKey(reading.title), ...retitle(reading, conventions) }
      : { ...reading, key: undefined };
  const rest = text.slice(lead + key.end);
  const behind = readTitle(rest, conventions);
  const named = /^\s*\(([^()]{3,50})\)\s*[:：]/u.exec(rest)?.[1];
  return {
    key,
    title: named ?? behind.title,
    status: behind.status?.explicit ? behind.status : (reading.status ?? behind.status),
    percent: behind.percent,
  };
}

function retitle(reading: TitleReading, conventions: Conventions): { title: string } {
  const key = readKey(reading.title);
  return { title: key ? readTitle(reading.title.slice(key.end), conventions).title : reading.title };
}

/** The item that a heading names, unless it is a heading of a group ("Completed Work"). */
export function headingMention(section: Section): Candidate | undefined {
  const heading = section.heading;
  if (!heading || heading.quoted) return undefined;
  const named = nameOf(heading.text.value, heading.conventions);
  if (!named.title && !named.key) return undefined;
  if (!named.key && (section.depth === 1 || groupStatus(heading) || !isMarked(heading, named))) return undefined;
  const inherited = section.parent ? inheritedStatus(section.parent) : undefined;
  const status: StatusNote | undefined = named.status ?? (inherited ? { ...inherited, explicit: false } : undefined);
  return {
    mention: mention("heading", heading, named.title, named.key, status, named.percent),
    key: named.key,
    group: section.parent ?? section,
    section,
  };
}

function isMarked(heading: TextUnit, named: Named): boolean {
  if (named.status?.explicit) return true;
  const mark = unitMark(heading);
  return mark !== undefined && isPlainMark(mark.mark, heading.conventions) && named.status !== undefined;
}

/** A bold line that opens a group of details: "**2. Grace Period**", "✅ **User Management** NEW". */
export function lineMention(unit: TextUnit): Candidate | undefined {
  if (unit.quoted || unit.kind !== "paragraph") return undefined;
  const value = unit.text.value;
  const strong = unit.text.spans.find((s) => s.kind === "strong");
  if (
    !strong ||
    /[:：]$/.test(value.slice(0, strong.end + 1).trim()) ||
    value.slice(0, strong.start).replace(EDGE, "") !== ""
  )
    return undefined;
  const rest = value.slice(strong.end).trim();
  const named = nameOf(value, unit.conventions);
  const marked = unitMark(unit);
  if (!named.key && !(marked && isPlainMark(marked.mark, unit.conventions))) return undefined;
  if (rest.length > 40 || (rest !== "" && !/^[([✨✅⏳🟡❌\p{Extended_Pictographic}]/u.test(rest))) return undefined;
  const inherited = inheritedStatus(unit.section);
  const status: StatusNote | undefined = named.status ?? (inherited ? { ...inherited, explicit: false } : undefined);
  return {
    mention: mention("line", unit, named.title, named.key, status, named.percent),
    key: named.key,
    group: unit.section,
    section: undefined,
  };
}

/** The items that the entries of a list name: boxes, marked entries, keyed ones, and steps under "Next Steps". */
export function entryMentions(list: List): Candidate[] {
  if (list.parent || list.quoted) return [];
  const inherited = inheritedStatus(list.section);
  return list.entries.flatMap((entry) => entryMention(entry, inherited) ?? []);
}

function entryMention(entry: Entry, inherited: StatusNote | undefined): Candidate | undefined {
  const unit = entry.unit;
  if (!unit) return undefined;
  const text = boldTitle(unit) ?? unit.text.value;
  const whole = nameOf(unit.text.value, unit.conventions);
  const named = { ...nameOf(text, unit.conventions), status: whole.status };
  const box: StatusNote | undefined = entry.checked === undefined ? undefined : boxStatus(entry);
  const own =
    box ??
    (whole.status && (whole.status.explicit || isPlainMark(whole.status.text, unit.conventions))
      ? whole.status
      : undefined);
  if (!own && !named.key?.strong && !(inherited && entry.list.ordered)) return undefined;
  if (named.title === "" && !named.key) return undefined;
  const status = own ?? (inherited ? { ...inherited, explicit: false } : undefined);
  const kind = box ? "checkbox" : "entry";
  return {
    mention: mention(kind, unit, named.title, named.key, status, named.percent),
    key: named.key,
    group: entry.list,
    section: undefined,
    entry,
  };
}

/** A ticked box is done, an empty one open; what is struck out beside an empty box is dropped. */
function boxStatus(entry: Entry): StatusNote {
  if (entry.checked) return { status: "done", explicit: true, text: "[x]" };
  const struck = isStruck(entry.unit?.text.value ?? "");
  return { status: struck ? "deferred" : "todo", explicit: true, text: "[ ]" };
}

/** The bold start of an entry is its title; a bold tag like "[HIGH]" or "DONE" is not. */
function boldTitle(unit: TextUnit): string | undefined {
  const strong = unit.text.spans.find((s) => s.kind === "strong");
  if (!strong) return undefined;
  const bold = unit.text.value.slice(strong.start, strong.end).replace(/[:：]\s*$/, "");
  const before = unit.text.value.slice(0, strong.start).replace(EDGE, "");
  if (before !== "" || /^\[.*\]$|^[A-Z ]{2,12}$/.test(bold.trim()) || bold.length < 4) return undefined;
  return unit.text.value.slice(0, strong.start) + bold;
}
