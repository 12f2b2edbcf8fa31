import { unitMark } from "../lex/status.js";
import type { StatusClaim } from "../model/claim.js";
import type { Entry, Report } from "../model/report.js";
import type { Status } from "../model/status.js";

/** The same entry twice in one list, finished once and open once. */
export function twinClaims(report: Report): StatusClaim[] {
  return report.blocks.flatMap((list): StatusClaim[] => {
    if (list.kind !== "list" || list.quoted) return [];
    const seen = new Map<string, Entry>();
    return list.entries.flatMap((entry): StatusClaim[] => {
      const name = nameOf(entry);
      const twin = seen.get(name);
      if (!twin) seen.set(name, entry);
      const [first, second] = [twin && statusOf(twin), statusOf(entry)];
      if (!twin?.unit || !entry.unit || !first || !second || name.length < 4) return [];
      return [
        {
          kind: "status",
          unit: entry.unit,
          range: entry.unit.range,
          raw: entry.unit.text.value,
          subject: name,
          status: second,
          against: [{ status: first, range: twin.unit.range, text: twin.unit.text.value }],
          why: "the same entry above",
        },
      ];
    });
  });
}

function nameOf(entry: Entry): string {
  return (entry.unit?.text.value ?? "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

function statusOf(entry: Entry): Status | undefined {
  if (entry.checked !== undefined) return entry.checked ? "done" : "todo";
  const mark = unitMark(entry.unit);
  return mark?.start === 0 ? mark.status : undefined;
}
