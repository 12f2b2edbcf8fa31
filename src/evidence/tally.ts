import { isStruck, unitMark, unitStatus } from "../lex/status.js";
import { noun, words } from "../lex/words.js";
import { columnOf } from "../model/columns.js";
import { grouped } from "../model/grouped.js";
import type { Entry, List, Report, Row, Section, Table } from "../model/report.js";
import type { Status } from "../model/status.js";
import { groupStatus } from "../parse/group-status.js";
import { isStatusTable } from "../parse/row-mentions.js";
import type { Collection, Member } from "./members.js";

const known = new WeakMap<Report, readonly Collection[]>();

/** Everything in a report that has members with statuses: families of items, tables, lists, sections of boxes. */
export function collections(report: Report): readonly Collection[] {
  const cached = known.get(report);
  if (cached) return cached;
  const member = entryReader();
  const found = [
    ...families(report),
    ...tables(report),
    ...lists(report, member),
    ...boards(report),
    ...sections(report, member),
  ];
  known.set(report, found);
  return found;
}

const sized = new WeakMap<Report, ReadonlyMap<number, readonly Collection[]>>();

/** Those {@link collections} that have so many members, in their order. */
export function collectionsOfSize(report: Report, size: number): readonly Collection[] {
  const bySize = sized.get(report) ?? grouped(collections(report), ({ members }) => members.length);
  sized.set(report, bySize);
  return bySize.get(size) ?? [];
}

function families(report: Report): Collection[] {
  const groups = new Map<string, Member[]>();
  const nouns = new Map<string, Set<string>>();
  for (const item of report.items) {
    if (!item.primary) continue;
    const key = item.family;
    const group = groups.get(key) ?? [];
    group.push({ label: item.key, status: item.status, range: item.mentions[0]?.range ?? { start: 0, end: 0 } });
    groups.set(key, group);
    const names = nouns.get(key) ?? new Set();
    names.add(
      noun(
        key
          .replace(/[^\p{L} ]/gu, "")
          .trim()
          .split(" ")
          .at(-1) ?? "",
      ),
    );
    for (const mention of item.mentions) {
      const table = mention.unit.cell?.table;
      const header = table?.header[columnOf(table, "title")]?.text.value;
      if (header) names.add(noun(words(header).at(-1) ?? ""));
      const heading = /^(\p{L}+)\s*#?\d/u.exec(mention.unit.text.value.replace(/^[^\p{L}]+/u, ""))?.[1];
      if (heading) names.add(noun(heading));
    }
    nouns.set(key, names);
  }
  const all = [...groups].map(([family, members]) => ({
    what: `items ${family === "" ? "without a key" : `"${family}..."`}`,
    nouns: [...(nouns.get(family) ?? [])].filter((n) => n.length > 1),
    family,
    members,
  }));
  const named = all.map((c) => ({ ...c, what: c.nouns[0] ? `${c.nouns[0]}s` : c.what }));
  const everything = { what: "items", nouns: [], family: "", members: named.flatMap((c) => c.members) };
  return named.length > 1 ? [...named, everything] : named;
}

function tables(report: Report): Collection[] {
  return report.blocks.flatMap((block): Collection[] => {
    if (block.kind !== "table") return [];
    const at = block.roles.indexOf("status");
    const rows = block.rows.filter((r) => !r.total);
    if (at < 0 || rows.length < 2 || block.quoted || !isStatusTable(block)) return [];
    return [
      {
        what: "rows of the table",
        nouns: [titleNoun(block), noun(words(block.header[0]?.text.value ?? "").at(-1) ?? "")],
        family: "",
        list: block,
        members: rows.map((r) => ({
          label: r.cells[0]?.text.value ?? "",
          status: rowStatus(block, r, at),
          range: r.range,
        })),
      },
    ];
  });
}

function rowStatus(table: Table, row: Row, at: number): Status {
  const own = unitStatus(row.cells[at])?.status ?? "unknown";
  const title = row.cells[Math.max(0, columnOf(table, "title"))]?.text.value ?? "";
  return own !== "done" && isStruck(title) ? "deferred" : own;
}

function titleNoun(table: Table): string {
  return noun(words(table.header[columnOf(table, "title")]?.text.value ?? "").at(-1) ?? "");
}

function lists(report: Report, member: ReadEntry): Collection[] {
  return report.blocks
    .filter((b): b is List => b.kind === "list" && !b.quoted)
    .map((list) => ({
      what: "entries of the list",
      nouns: [],
      family: "",
      members: list.entries.flatMap(member),
      list,
      boxes: list.entries.every((e) => e.checked !== undefined),
    }));
}

/** Names under which the cards of a board are counted. */
const CARDS = ["item", "task", "card", "story", "ticket", "issue", "feature", "todo"];

/** Boards: headings such as "To do", "Doing" and "Done" side by side, over lists of what is. */
function boards(report: Report): Collection[] {
  return report.sections.flatMap((parent): Collection[] => {
    const columns = parent.children.flatMap((section) => {
      const group = section.heading ? groupStatus(section.heading) : undefined;
      const entries = section.blocks.flatMap((b) => (b.kind === "list" ? b.entries : []));
      return group && entries.length > 0 ? [{ group, entries }] : [];
    });
    const statuses = new Set(columns.map(({ group }) => group.status));
    if (columns.length < 2 || statuses.size < 2 || !statuses.has("done")) return [];
    const members = columns.flatMap(({ group, entries }) =>
      entries.flatMap((entry) =>
        entry.unit
          ? [{ label: entry.unit.text.value.slice(0, 60), status: group.status, range: entry.unit.range }]
          : [],
      ),
    );
    return [{ what: "entries under headings of their status", nouns: CARDS, family: "", members }];
  });
}

function sections(report: Report, member: ReadEntry): Collection[] {
  const marked = new Map<Section, readonly Member[]>();
  // A section comes before those below it, and is made of theirs.
  for (const section of report.sections.toReversed()) {
    const own = section.blocks.flatMap((b) => (b.kind === "list" ? b.entries : []));
    const boxes = own.filter((e) => e.checked !== undefined || unitMark(e.unit)?.start === 0).flatMap(member);
    marked.set(section, [boxes, ...section.children.map((child) => marked.get(child) ?? [])].flat());
  }
  return report.sections.map((section) => ({
    what: "boxes and marked entries of the section",
    nouns: [],
    family: "",
    members: marked.get(section) ?? [],
  }));
}

type ReadEntry = (entry: Entry) => readonly Member[];

/** Entries are members of their list and of every section around it: each is read once. */
function entryReader(): ReadEntry {
  const read = new Map<Entry, readonly Member[]>();
  return (entry) => {
    const members = read.get(entry) ?? memberOf(entry);
    read.set(entry, members);
    return members;
  };
}

function memberOf(entry: Entry): readonly Member[] {
  const unit = entry.unit;
  if (!unit) return [];
  const open: Status = isStruck(unit.text.value) ? "deferred" : "todo";
  const box = entry.checked === undefined ? undefined : entry.checked ? "done" : open;
  return [
    {
      label: unit.text.value.slice(0, 60),
      status: box ?? unitMark(unit)?.status ?? "unknown",
      range: unit.range,
    },
  ];
}
