import { pushTo } from "../model/grouped.js";
import type { Block, Fence, List, Report, Section, Table, TextUnit } from "../model/report.js";

/** Blocks that list things. */
export type Listing = List | Table | Fence;

/** Answers what a line introduces. Built once per report. */
export interface Introductions {
  /** The lists, tables and fences that directly follow a line and belong to it. */
  listings(unit: TextUnit): readonly Listing[];
}

/** Finds for every line the listings it introduces. */
export function introductions(report: Report): Introductions {
  const byLead = new Map<TextUnit, Block[]>();
  for (const block of report.blocks) {
    if (block.lead) pushTo(byLead, block.lead, block);
  }
  const direct = (unit: TextUnit): Listing[] => (byLead.get(unit) ?? []).filter(isListing);
  return {
    listings(unit) {
      const own = direct(unit);
      if (own.length > 0) return [...own, ...continued(own.at(-1), unit)];
      return unit.kind === "heading" ? firstListings(unit.section) : [];
    },
  };
}

/** A heading introduces the first listing of its section, with a sentence or two in between, and its continuation. */
function firstListings(section: Section): Listing[] {
  const at = section.blocks.findIndex(isListing);
  if (
    at < 0 ||
    at > 2 ||
    section.blocks
      .slice(0, at)
      .some(
        (b) =>
          b.kind !== "paragraph" || b.lines.some((l) => l.text.value.trimEnd().endsWith(":") && l !== b.lines.at(-1)),
      )
  )
    return [];
  const first = section.blocks[at];
  return first && isListing(first) ? [first, ...continued(first, section.heading)] : [];
}

/** An ordered list that is interrupted and goes on with the next number is one list. */
function continued(first: Listing | undefined, unit: TextUnit | undefined): List[] {
  if (first?.kind !== "list" || !first.ordered || first.parent || unit?.kind !== "heading") return [];
  const lists = first.section.blocks.filter(
    (b): b is List => b.kind === "list" && b.ordered && b !== first && b.range.start > first.range.start,
  );
  const rest: List[] = [];
  let next = (first.entries.at(-1)?.ordinal ?? 0) + 1;
  for (const list of lists) {
    if (list.entries[0]?.ordinal !== next) break;
    rest.push(list);
    next = (list.entries.at(-1)?.ordinal ?? 0) + 1;
  }
  return rest;
}

function isListing(block: Block): block is Listing {
  return block.kind === "list" || block.kind === "table" || (block.kind === "fence" && block.lines.length > 0);
}

/** All listings in a section and below it. */
export function listingsBelow(section: Section): Listing[] {
  return [...section.blocks.filter(isListing), ...section.children.flatMap(listingsBelow)];
}
