import { contradicts } from "../claims/group-statuses.js";
import type { StatusClaim, StatusPercentClaim } from "../model/claim.js";
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
  const unfinished = status === "done" && FINISHED.test(claim.mention.statusText) && claim.percent < 90;
  const finished = claim.percent >= 100 && (status === "todo" || status === "in-progress" || status === "blocked");
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
