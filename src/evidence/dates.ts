import { weekdayName } from "../lex/dates.js";
import type { DateClaim } from "../model/claim.js";
import type { Verdict } from "../model/verdict.js";

/** Holds a date against the calendar, its weekday, or the date that it follows. */
export function judgeDate(claim: DateClaim): Verdict {
  const { about, iso, after, weekday, raw } = claim;
  if (iso === undefined) return contradicted(raw, "no such day", "the month has fewer days");
  if (about === "weekday" && weekday !== undefined) {
    const day = new Date(`${iso}T00:00:00Z`).getUTCDay();
    const how = `${iso} is a ${weekdayName(day)}`;
    return day === weekday ? consistent(how) : contradicted(weekdayName(weekday), weekdayName(day), how);
  }
  if (!after || iso >= after.iso) return consistent(after ? `${iso} is not before ${after.iso}` : `${iso} is a date`);
  const how = `${iso} is before ${after.iso}, which it ends`;
  return contradicted(raw, `before ${after.iso}`, how, [{ range: after.range, text: after.iso }]);
}

function consistent(how: string): Verdict {
  return { kind: "consistent", by: { how, from: [] } };
}

function contradicted(
  stated: string,
  computed: string,
  how: string,
  from: { range: { start: number; end: number }; text: string }[] = [],
): Verdict {
  return { kind: "contradicted", stated, computed, by: { how, from }, deviation: undefined, changesConclusion: false };
}
