import { readStatus } from "../lex/status.js";
import { pushTo } from "../model/grouped.js";
import type { Entry, Field, Section, TextUnit } from "../model/report.js";
import { lastNotAbove } from "../source/positions.js";
import { type Candidate, mention } from "./candidate.js";
import { fieldValue, isStatusField } from "./fields.js";

/** "**Status**: Draft | **Last Updated**: ...": a line about the document. */
const OF_THE_DOCUMENT = /\b(?:last updated?|updated|version|author|date|prepared by|reviewed)\s*[:：]/iu;

/** The mention that a "**Status**: ..." line adds to the item it stands under; undefined for the report's own. */
export function statusFieldMention(field: Field, ownerOf: OwnerOf): Candidate | undefined {
  if (!isStatusField(field) || field.unit.quoted || OF_THE_DOCUMENT.test(fieldValue(field))) return undefined;
  const owner = ownerOf(field.unit);
  const reading = readStatus(fieldValue(field), field.unit.conventions);
  if (!owner || !reading) return undefined;
  return {
    mention: mention("field", field.unit, owner.mention.title, owner.key, reading, undefined),
    key: owner.key,
    group: owner.group,
    section: undefined,
    owner,
  };
}

/** Tells which item a line belongs to. */
export type OwnerOf = (unit: TextUnit) => Candidate | undefined;

/**
 * Makes ready to tell of any line the item that it belongs to: the entry it is nested in, the line that its list stands under,
 * the last bold line before it, or the heading. The candidates stand in document order.
 */
export function owners(candidates: readonly Candidate[]): OwnerOf {
  const ofEntry = new Map<Entry, Candidate[]>();
  const lines = new Map<TextUnit, Candidate>();
  const linesIn = new Map<Section, Candidate[]>();
  const headings = new Map<Section, Candidate>();
  for (const candidate of candidates) {
    const { entry, section, mention } = candidate;
    if (entry) pushTo(ofEntry, entry, candidate);
    if (section && !headings.has(section)) headings.set(section, candidate);
    if (mention.kind !== "line") continue;
    if (!lines.has(mention.unit)) lines.set(mention.unit, candidate);
    pushTo(linesIn, mention.unit.section, candidate);
  }
  return (unit) => {
    for (let entry = unit.entry; entry; entry = entry.list.parent) {
      const own = ofEntry.get(entry)?.find((c) => c.mention.unit !== unit);
      if (own) return own;
      const line = entry.list.lead && lines.get(entry.list.lead);
      if (line) return line;
    }
    const before = linesIn.get(unit.section) ?? [];
    const last = before[lastNotAbove(before, unit.range.start - 1, (c) => c.mention.range.start)];
    return last && last.mention.range.start < unit.range.start ? last : headings.get(unit.section);
  };
}
