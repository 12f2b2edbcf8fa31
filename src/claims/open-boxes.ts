import { fractions } from "../lex/numbers.js";
import type { StatusClaim } from "../model/claim.js";
import type { Entry, List, Report } from "../model/report.js";

/** What may stay open although the whole is called done. */
const SPARED =
  /\b(?:optional|future|later|nice[- ]to[- ]have|stretch|follow[- ]?up|deferred|postponed|moved|skipped|n\/a|not needed|out of scope|phase \d|v\d|blocked|waived|won'?t)\b|~~/iu;

/** "Phase 1 - COMPLETE" over a checklist of its own in which some boxes are ticked and others are not. */
export function openBoxClaims(report: Report): StatusClaim[] {
  return report.items.flatMap((item): StatusClaim[] => {
    const heading = item.mentions.find((m) => m.kind === "heading" && m.unit.section === item.section);
    // A mark before "Checklist" is an ornament; only a word says that all is done.
    if (!item.section || heading?.status !== "done" || !heading.explicit || heading.unit.quoted) return [];
    // "50% done (3/6 stories)" says itself how far it is.
    if ((heading.percent ?? 100) < 100 || fractions(heading.unit.text.value, heading.unit.conventions).length > 0)
      return [];
    // A list under a label of its own ("To do:") is another list than the heading's.
    const list = item.section.blocks.find(
      (b): b is List => b.kind === "list" && (b.lead === undefined || b.lead === heading.unit),
    );
    const boxes = (list?.entries ?? []).filter(
      (e) => e.checked !== undefined && !SPARED.test(e.unit?.text.value ?? ""),
    );
    const open = boxes.filter((e) => !e.checked);
    if (open.length === 0 || open.length === boxes.length) return [];
    return [
      {
        kind: "status",
        unit: heading.unit,
        range: heading.range,
        raw: heading.statusText,
        subject: item.key,
        status: "done",
        against: open.map(box),
        why: `${open.length} of the ${boxes.length} boxes under it`,
      },
    ];
  });
}

function box(entry: Entry): StatusClaim["against"][number] {
  return {
    status: "todo",
    range: entry.unit?.range ?? entry.range,
    text: `[ ] ${entry.unit?.text.value ?? ""}`,
  };
}
