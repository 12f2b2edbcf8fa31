import { NO_OWN, type OwnStatuses } from "../model/conventions.js";
import type { Damage, Field, Report } from "../model/report.js";
import type { SourceText } from "../model/source-text.js";
import { lastNotAbove } from "../source/positions.js";
import { buildOutline, type Outline } from "./build-sections.js";
import type { Candidate } from "./candidate.js";
import { outsideOf, readComments } from "./comments.js";
import { type Conflict, findConflicts } from "./conflicts.js";
import { withDelivered } from "./delivered.js";
import { repairFences } from "./fences.js";
import { readField } from "./fields.js";
import { findGenerated, withoutGenerated } from "./generated-blocks.js";
import { mergeItems } from "./merge-items.js";
import { reportDate, reportStatus } from "./report-head.js";
import { rowMentions } from "./row-mentions.js";
import { owners, statusFieldMention } from "./status-fields.js";
import { entryMentions, headingMention, lineMention } from "./text-mentions.js";
import { isStackOverflow, tooDeep } from "./too-deep.js";

export interface ReadingOptions {
  /** Further words and marks of status; those that everybody knows stay known. */
  readonly statuses?: OwnStatuses | undefined;
}

/**
 * Reads a report: sections, tables, lists, fields and items. Damage is recorded, and odd text is no error;
 * raises an input error only for nesting that no person wrote.
 */
export function parseReport(source: SourceText, { statuses = NO_OWN }: ReadingOptions = {}): Report {
  try {
    return read(source, statuses);
  } catch (error) {
    // It does at some thousand emphases inside each other.
    throw isStackOverflow(error) ? tooDeep() : error;
  }
}

function read(source: SourceText, own: OwnStatuses): Report {
  const fences = repairFences(source.text, source.lineStarts);
  const { tree, text, suppressions } = readComments(fences.text, source);
  const generated = findGenerated(tree, source);
  // A table that the program wrote would say everything twice, and change what the next one says.
  const outline = buildOutline(generated.tree, withoutGenerated(text, generated.blocks), own);
  const fields = outline.units.flatMap((unit) => readField(unit) ?? []);
  const named = itemCandidates(outline);
  const { statuses, taken } = fieldCandidates(fields, named);
  const status = reportStatus(fields, taken);
  const conflicts = outsideFences(findConflicts(source.text, source.lineStarts), outline);
  const strays = fences.strays.map((s): Damage => ({ kind: "unbalanced-fence", ...s }));
  return {
    source,
    root: outline.root,
    sections: outline.sections,
    blocks: outline.blocks,
    units: outline.units,
    fields,
    items: mergeItems(withDelivered([...named, ...statuses], status)),
    date: reportDate(fields, outline.sections),
    status,
    damage: [
      ...strays,
      ...generated.damage,
      ...conflicts.map((c): Damage => ({ kind: "merge-conflict", range: c.marker })),
      // The markers cut through tables: what looks ragged there is the conflict's doing.
      ...(conflicts.length > 0 ? [] : outline.damage),
    ],
    generated: generated.blocks,
    statuses: own,
    suppressions: outsideOf(generated.blocks, suppressions),
  };
}

function itemCandidates(outline: Outline): Candidate[] {
  const found = [
    ...outline.blocks.flatMap((block): Candidate[] => {
      if (block.kind === "table" && !block.quoted) return rowMentions(block);
      if (block.kind === "list") return entryMentions(block);
      if (block.kind === "paragraph") return block.lines.flatMap((line) => lineMention(line) ?? []);
      return [];
    }),
    ...outline.sections.flatMap((section) => headingMention(section) ?? []),
  ];
  return found.sort((a, b) => a.mention.range.start - b.mention.range.start);
}

function fieldCandidates(
  fields: readonly Field[],
  named: readonly Candidate[],
): { statuses: Candidate[]; taken: Set<Field> } {
  const statuses: Candidate[] = [];
  const taken = new Set<Field>();
  const ownerOf = owners(named);
  for (const field of fields) {
    const found = statusFieldMention(field, ownerOf);
    if (!found) continue;
    statuses.push(found);
    taken.add(field);
  }
  return { statuses, taken };
}

/** Fences do not overlap, and stand in document order. */
function outsideFences(conflicts: readonly Conflict[], { blocks }: Outline): readonly Conflict[] {
  if (conflicts.length === 0) return conflicts;
  const fences = blocks.filter(({ kind }) => kind === "fence");
  return conflicts.filter(({ marker: { start } }) => {
    const fence = fences[lastNotAbove(fences, start, ({ range }) => range.start)]?.range;
    return fence === undefined || start < fence.start || start >= fence.end;
  });
}
