import { type Figure, figures } from "../lex/numbers.js";
import type { PartialSum, TotalClaim } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { List, Report, Section, Table, TextUnit } from "../model/report.js";
import { cellFigures } from "./cells.js";
import { looksLikeFile } from "./file-lists.js";
import type { Introductions } from "./introduced.js";
import { isOfAnotherMoment } from "./line-figures.js";
import { isSelection } from "./list-count.js";
import { measureOf } from "./measures.js";
import { placesOf } from "./places.js";

/** What adds up over entries; days and weeks pass for several tasks at once. */
const ADDITIVE: Readonly<Record<string, "lines" | "hours">> = { line: "lines", hour: "hours", minute: "hours" };

type Parts = PartialSum["parts"];

/** "Scripts (3 files, ~650 lines)" or "Phase 2 (12 hours)" over entries, rows or sub-headings that each state theirs. */
export function announcedSumClaims(report: Report, introduced: Introductions): TotalClaim[] {
  return placesOf(report)
    .numbered.filter(
      (u) => u.kind !== "cell" && u.kind !== "code" && mayAnnounce(u) && !isSelection(u) && !namesOneFile(u),
    )
    .flatMap((unit) =>
      figures(unit.text.value, unit.conventions).flatMap((figure): TotalClaim[] => {
        const measure = measureOf(unit.text.value, figure) ?? "";
        if (!(measure in ADDITIVE) || figure.percent || figure.quantity.sign !== "" || !isAnnounced(unit, figure))
          return [];
        if (measure === "line" && isOfAnotherMoment(unit, figure)) return [];
        const sum = sumBelow(unit, measure, introduced);
        if (!sum || (measure !== "line" && leavesRoom(figure, sum))) return [];
        return [
          {
            kind: "total",
            unit,
            range: sourceRange(unit.text, figure.start, figure.end),
            raw: figure.quantity.raw,
            quantity: figure.quantity,
            sums: [sum],
          },
        ];
      }),
    );
}

/** Who plans 30 minutes for parts of 25 leaves some room; up to this much more than the sum is no mistake. */
const ROOM = 1.25;

function leavesRoom({ quantity }: Figure, { parts }: PartialSum): boolean {
  const sum = parts.reduce((n, p) => n + p.quantity.high, 0);
  return quantity.high > sum && quantity.low <= sum * ROOM;
}

/** In brackets, or at the end of a heading behind a dash or a colon. */
function isAnnounced(unit: TextUnit, figure: Figure): boolean {
  const before = unit.text.value.slice(0, figure.start);
  if (before.lastIndexOf("(") > before.lastIndexOf(")")) return true;
  return unit.kind === "heading" && /[-–—:]\s*$/u.test(before);
}

/** Whether any figure may be announced: most lines have no brackets. */
function mayAnnounce({ kind, text: { value } }: TextUnit): boolean {
  return value.includes("(") || (kind === "heading" && /[-–—:]/u.test(value));
}

/** "### `queue.ts` (300 lines)" measures the file, whatever is listed below it. */
function namesOneFile(unit: TextUnit): boolean {
  const { value, spans } = unit.text;
  return (
    spans.some((s) => s.kind === "code" && looksLikeFile(value.slice(s.start, s.end))) ||
    value.split(/[\s:,]+/).some((w) => /\.\w+$/.test(w) && looksLikeFile(w))
  );
}

function sumBelow(unit: TextUnit, measure: string, introduced: Introductions): PartialSum | undefined {
  const listings = introduced.listings(unit);
  const [table] = listings.filter((l): l is Table => l.kind === "table");
  const lists = listings.filter((l): l is List => l.kind === "list");
  if (table && lists.length === 0) return ofTable(table, measure);
  if (lists.length > 0) return whole(ofLists(lists, measure), "the entries it introduces");
  return unit.kind === "heading" ? whole(ofChildren(unit.section, measure), "the headings below it") : undefined;
}

function whole(parts: Parts | undefined, what: string): PartialSum | undefined {
  return parts && parts.length > 1 ? { parts, what, complete: true } : undefined;
}

/** One figure of the measure from every entry; undefined when one has none, or more. */
function ofLists(lists: readonly List[], measure: string): Parts | undefined {
  const parts = lists.flatMap((l) => l.entries).map((e) => (e.unit ? partOf(e.unit, measure) : undefined));
  return parts.some((p) => p === undefined) ? undefined : parts.flatMap((p) => p ?? []);
}

/** The topmost figures of each branch: a sub-heading's own, else those of the lists under it. */
function ofChildren(section: Section, measure: string): Parts | undefined {
  const branches = section.children.map((child): Parts | undefined => {
    const own = child.heading ? partOf(child.heading, measure) : undefined;
    if (own) return [own];
    const lists = child.blocks.filter((b): b is List => b.kind === "list");
    return lists.length > 0
      ? ofLists(lists, measure)
      : child.children.length > 0
        ? ofChildren(child, measure)
        : undefined;
  });
  return branches.some((b) => b === undefined) ? undefined : branches.flatMap((b) => b ?? []);
}

function partOf(unit: TextUnit, measure: string): Parts[number] | undefined {
  const fitting = figures(unit.text.value, unit.conventions).filter(
    (f) => !f.percent && measureOf(unit.text.value, f) === measure,
  );
  const [figure] = fitting;
  if (!figure || fitting.length > 1 || figure.quantity.sign === "-") return undefined;
  return { quantity: figure.quantity, range: sourceRange(unit.text, figure.start, figure.end) };
}

function ofTable(table: Table, measure: string): PartialSum | undefined {
  const column = table.roles.indexOf(ADDITIVE[measure] ?? "other");
  const rows = table.rows.filter((r) => !r.total);
  const parts = rows.map((r) => r.cells[column]).map((c) => (c ? cellFigures(c) : undefined));
  if (column < 0 || parts.some((p) => !p || p.second || p.first.percent)) return undefined;
  return whole(
    parts.flatMap((p) => (p ? [{ quantity: p.first.quantity, range: p.first.range }] : [])),
    "the rows it introduces",
  );
}
