import { contradicts } from "../claims/group-statuses.js";
import type { StatusClaim, StatusPercentClaim } from "../model/claim.js";
import { columnOf } from "../model/columns.js";
import type { Evidence, Verdict } from "../model/verdict.js";

/** Statuses said of one thing: finished here and open there cannot both be. */
export function judgeStatus(claim: StatusClaim): Verdict {
  const opposed = claim.against.filter((a) => contradicts(claim.status, a.status) || skipsAhead(claim, a.status));
  const place = (a: StatusClaim["against"][number]): Evidence => ({ range: a.range, text: a.text });
  if (opposed.length === 0)
    return { kind: "consistent", by: { how: `agrees with ${claim.why}`, from: claim.against.map(place) } };
  const statuses = [...new Set(opposed.map((o) => o.status))].join(", ");
  return {
    kind: "contradicted",
    stated: claim.raw,
    computed: statuses,
    by: { how: `${claim.subject} is ${claim.status} here, ${statuses} in ${claim.why}`, from: opposed.map(place) },
    deviation: undefined,
    changesConclusion: claim.status === "done",
  };
}

/** Under "In progress" stands what has begun. */
function skipsAhead(claim: StatusClaim, other: StatusClaim["status"]): boolean {
  return claim.why.startsWith("the heading") && claim.status === "todo" && other === "in-progress";
}

/** Words that leave no room for a rest. */
const FINISHED =
  /^(?:done|completed?|finished|fixed|resolved|implemented|closed|erledigt|fertig|terminée?|hecho|完成|已完成|完了|готово)$/iu;

/** Done below 90%, or not done at 100%. A mark beside 90% is no contradiction, only a word is. */
export function judgeStatusPercent(claim: StatusPercentClaim): Verdict {
  const { status } = claim.mention;
  const { statusText } = claim.mention;
  const cell = statusCell(claim.mention);
  // "Done (MVP)" is done with something smaller; all the work may be in, and still be under review.
  const qualified = cell.slice(cell.indexOf(statusText) + statusText.length).search(/[(:–-]\s*\p{L}/u) >= 0;
  const unfinished = status === "done" && FINISHED.test(statusText) && !qualified && claim.percent < 90;
  const reviewed = /review|qa\b|test|approv|verif|staging|merge/iu.test(cell);
  const open = status === "todo" || (status === "in-progress" && !reviewed) || (status === "blocked" && !reviewed);
  const finished = claim.percent >= 100 && open;
  const by = { how: `${claim.mention.statusText} beside ${claim.percent}%`, from: [] };
  if (!unfinished && !finished) return { kind: "consistent", by };
  return {
    kind: "contradicted",
    stated: claim.mention.statusText,
    computed: `${claim.percent}%`,
    by,
    deviation: undefined,
    changesConclusion: true,
  };
}

/** The text of the cell that states the status, or of the line. */
function statusCell({ unit }: StatusPercentClaim["mention"]): string {
  const table = unit.cell?.table;
  const column = table ? columnOf(table, "status") : -1;
  return (unit.cell && table?.rows[unit.cell.row]?.cells[column]?.text.value) ?? unit.text.value;
}
