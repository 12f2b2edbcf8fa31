import { isPlainMark, unitMark } from "../lex/status.js";
import type { StatusClaim } from "../model/claim.js";
import type { Mention } from "../model/item.js";
import type { Report, Section } from "../model/report.js";
import type { Status } from "../model/status.js";
import { groupStatus } from "../parse/group-status.js";

/** "Not started" over finished items, "In progress" over one that is not started, "Completed" over open ones. */
export function groupStatusClaims(report: Report): StatusClaim[] {
  return report.sections.flatMap((section): StatusClaim[] => {
    const group = section.heading ? groupStatus(section.heading) : undefined;
    const heading = section.heading;
    if (!group?.explicit || !heading) return [];
    const members = report.items.flatMap((item) => item.mentions.filter((m) => isMember(m, section)).slice(0, 1));
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

/** Named under the heading itself or under a sub-heading that is no group of its own. */
function isMember(m: Mention, section: Section): boolean {
  if (m.kind === "field" || m.kind === "checkbox" || m.kind === "row" || m.unit.quoted) return false;
  if (m.kind === "entry" && (m.unit.entry?.list.parent !== undefined || (m.key === undefined && !m.explicit)))
    return false;
  for (let s: Section | undefined = m.kind === "heading" ? m.unit.section.parent : m.unit.section; s; s = s.parent) {
    if (s === section) return true;
    if (s.heading && groupStatus(s.heading)) return false;
  }
  return false;
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
