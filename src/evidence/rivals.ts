import { grouped } from "../model/grouped.js";
import { MISSING_EVIDENCE, type Reason } from "../model/verdict.js";
import type { Judgement } from "./evaluate.js";

/** The lines of an item may be those of its commit, of its file, or of all files that its section lists. */
const OF_LINES: ReadonlySet<string> = new Set(["total", "lines", "commit-size"]);

/**
 * The same judgements, but for figures that are wrong in one sense and right in another, or right for all that is known: in
 * which they are meant cannot be told.
 */
export function withoutRivals(judgements: readonly Judgement[]): readonly Judgement[] {
  const ofLines = judgements.filter(({ claim }) => OF_LINES.has(claim.kind));
  const excused = new Map<Judgement, Reason>();
  for (const group of grouped(ofLines, ({ claim: { range } }) => `${range.start} ${range.end}`).values()) {
    const wrong = group.filter(({ verdict }) => verdict.kind === "contradicted");
    const reason = group.length > wrong.length ? excuseIn(group) : undefined;
    if (reason !== undefined) for (const one of wrong) excused.set(one, reason);
  }
  if (excused.size === 0) return judgements;
  return judgements.map((one) => {
    const reason = excused.get(one);
    return reason === undefined ? one : { claim: one.claim, verdict: { kind: "cannot-tell", reason } };
  });
}

function excuseIn(group: readonly Judgement[]): Reason | undefined {
  if (group.some(({ verdict }) => verdict.kind === "consistent")) return "ambiguous-scope";
  const reasons = group.flatMap(({ verdict }) => (verdict.kind === "cannot-tell" ? [verdict.reason] : []));
  return reasons.find((reason) => MISSING_EVIDENCE.includes(reason));
}
