import { changeLabel } from "../claims/breakdown.js";
import type { BreakdownClaim } from "../model/claim.js";
import type { Evidence, Verdict } from "../model/verdict.js";

/** Words that share out a whole by severity, by status, by what was done to files. */
const SETS: readonly RegExp[] = [
  /^(?:critical|blocker|major|minor|high|medium|moderate|low|info|trivial|urgent|p\d)$/u,
  /^(?:open|closed|done|fixed|resolved|pending|todo|completed?|finished|remaining|blocked|active|deferred)$/u,
  /^(?:new|created|added|modified|changed|updated|deleted|removed|renamed)$/u,
];

/** "15 issues (3 critical, 5 high, 10 open)": of two kinds of parts each may make up the whole. */
function sharesOneWhole({ parts }: BreakdownClaim): boolean {
  return SETS.filter((set) => parts.some(({ label }) => set.test(label))).length < 2;
}

/** The parts against their whole, and against what the report itself lists as new, modified, ... */
export function judgeBreakdown(claim: BreakdownClaim): Verdict {
  const sum = claim.parts.reduce((n, p) => n + p.count, 0);
  const how = claim.parts.map((p) => p.count).join(" + ");
  const from = claim.parts.map((p): Evidence => ({ range: p.range, text: `${p.count} ${p.label}` }));
  const ways = [{ low: sum, high: sum, by: { how: `${how} = ${sum}`, from } }];
  if (sum !== claim.whole && (claim.exhaustive || (sum > claim.whole && sharesOneWhole(claim)))) {
    const deviation = sum === 0 ? undefined : Math.abs(sum - claim.whole) / sum;
    return {
      kind: "contradicted",
      stated: String(claim.whole),
      computed: String(sum),
      value: { low: sum, high: sum, certain: true },
      by: { how: `${how} = ${sum}`, from },
      deviation,
      changesConclusion: false,
    };
  }
  const listed = claim.listed;
  const wrong =
    listed && claim.parts.find((p) => (listed.find((l) => l.label === changeLabel(p.label))?.count ?? 0) !== p.count);
  if (listed && wrong) {
    const own = listed.map((l) => `${l.count} ${l.label}`).join(", ");
    const places = listed.flatMap((l) => l.ranges.map((range): Evidence => ({ range, text: l.label })));
    return {
      kind: "contradicted",
      stated: claim.parts.map((p) => `${p.count} ${p.label}`).join(", "),
      computed: own,
      by: { how: `the report's own list marks ${own}`, from: places },
      deviation: undefined,
      changesConclusion: false,
    };
  }
  return sum === claim.whole
    ? { kind: "consistent", by: { how: `${how} = ${sum}`, from }, ways }
    : { kind: "cannot-tell", reason: "incomplete-parts" };
}
