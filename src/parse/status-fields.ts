import { readStatus } from "../lex/status.js";
import type { Field, TextUnit } from "../model/report.js";
import { type Candidate, mention } from "./candidate.js";
import { fieldValue, isStatusField } from "./fields.js";

/** "**Status**: Draft | **Last Updated**: ...": a line about the document. */
const OF_THE_DOCUMENT = /\b(?:last updated?|updated|version|author|date|prepared by|reviewed)\s*[:：]/iu;

/** The mention that a "**Status**: ..." line adds to the item it stands under; undefined for the report's own. */
export function statusFieldMention(field: Field, candidates: readonly Candidate[]): Candidate | undefined {
  if (!isStatusField(field) || field.unit.quoted || OF_THE_DOCUMENT.test(fieldValue(field))) return undefined;
  const owner = ownerOf(field.unit, candidates);
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

/** The entry it is nested in, the line that its list stands under, the last bold line before it, or the heading. */
export function ownerOf(unit: TextUnit, candidates: readonly Candidate[]): Candidate | undefined {
  for (let entry = unit.entry; entry; entry = entry.list.parent) {
    const current = entry;
    const own = candidates.find((c) => c.entry === current && c.mention.unit !== unit);
    if (own) return own;
    const lead = current.list.lead;
    const line = lead && candidates.find((c) => c.mention.unit === lead && c.mention.kind === "line");
    if (line) return line;
  }
  const before = candidates.filter(
    (c) =>
      c.mention.kind === "line" && c.mention.unit.section === unit.section && c.mention.range.start < unit.range.start,
  );
  return before.at(-1) ?? candidates.find((c) => c.section !== undefined && c.section === unit.section);
}
