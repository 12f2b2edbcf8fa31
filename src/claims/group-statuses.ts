import { isPlainMark, unitMark } from "../lex/status.js";
import type { StatusClaim } from "../model/claim.js";
import { pushTo } from "../model/grouped.js";
import type { Mention } from "../model/item.js";
import type { Report, Section } from "../model/report.js";
import type { Status } from "../model/status.js";
import { groupOf } from "./group-over.js";

/** "Not started" over finished items, "In progress" over one that is not started, "Completed" over open ones. */
export function groupStatusClaims(report: Report): StatusClaim[] {
  const groups = membersOfGroups(report);
  return report.sections.flatMap((section): StatusClaim[] => {
    const heading = section.heading;
    const group = heading && groupOf(heading);
    if (!heading || !group?.explicit) return [];
    const members = groups.get(section) ?? [];
    const telling = members.filter((m) => isClear(m));
    if (telling.length === 0) return [];
    if (group.status !== "in-progress" && group.status !== "done" && group.status !== "todo") return [];
    if (group.status === "in-progress" || group.status === "done") {
      // Of what is in progress some parts are finished and others are not.
      const parts = group.status === "in-progress" && members.some((m) => m.status !== "done");
      return telling
        .filter((m) => !(parts && m.kind === "entry" && m.status === "done"))
        .map(
          (m): StatusClaim => ({
            kind: "status",
            unit: m.unit,
            range: m.range,
            raw: m.statusText,
            subject: m.key ?? m.title,
            status: m.status,
            against: [{ status: group.status, range: heading.range, text: heading.text.value }],
            why: "the heading it stands under",
          }),
        );
    }
    // A ticked line or two among many open ones says nothing about the heading.
    if (telling.length * 2 < members.length) return [];
    const against = telling.map((m) => ({
      status: m.status,
      range: m.range,
      text: `${m.key ?? m.title}: ${m.statusText}`,
    }));
    return [
      {
        kind: "status",
        unit: heading,
        range: heading.range,
        raw: heading.text.value,
        subject: `"${heading.text.value}"`,
        status: group.status,
        against,
        why: "what stands under it",
      },
    ];
  });
}

/** For each heading that is a group the first mention of every item under it. */
function membersOfGroups(report: Report): ReadonlyMap<Section, readonly Mention[]> {
  const members = new Map<Section, Mention[]>();
  for (const item of report.items) {
    const seen = new Set<Section>();
    for (const mention of item.mentions) {
      const section = groupAround(mention);
      if (!section || seen.has(section)) continue;
      seen.add(section);
      pushTo(members, section, mention);
    }
  }
  return members;
}

/** Named under the heading itself or under a sub-heading that is no group of its own. */
function groupAround(m: Mention): Section | undefined {
  if (m.kind === "field" || m.kind === "checkbox" || m.kind === "row" || m.unit.quoted) return undefined;
  if (m.kind === "entry" && (m.unit.entry?.list.parent !== undefined || (m.key === undefined && !m.explicit)))
    return undefined;
  let section = m.kind === "heading" ? m.unit.section.parent : m.unit.section;
  while (section && !(section.heading && groupOf(section.heading))) section = section.parent;
  return section;
}

function isClear(m: Mention): boolean {
  // "✅ (Partial)" under "Completed" qualifies its own mark.
  if (m.status === "partial" && unitMark(m.unit)?.status === "done") return false;
  return (
    m.status !== "unknown" &&
    (m.explicit || isPlainMark(m.statusText.replace(/[\ufe0e\ufe0f]/, ""), m.unit.conventions))
  );
}

/** Statuses that cannot both be true of one thing. */
export function contradicts(a: Status, b: Status): boolean {
  const open: readonly Status[] = ["todo", "in-progress", "blocked", "failed", "partial"];
  return (a === "done" && open.includes(b)) || (b === "done" && open.includes(a));
}
