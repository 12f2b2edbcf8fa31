import { grouped } from "../model/grouped.js";
import type { Judgement } from "./evaluate.js";

/** The lines of an item may be those of its commit, of its file, or of all files that its section lists. */
const OF_LINES: ReadonlySet<string> = new Set(["total", "lines", "commit-size"]);

/** The same judgements, but for figures that are wrong in one sense and right in another: in which they are meant cannot be told. */
export function withoutRivals(judgements: readonly Judgement[]): readonly Judgement[] {
  const ofLines = judgements.filter(({ claim }) => OF_LINES.has(claim.kind));
  const byPlace = grouped(ofLines, ({ claim: { range } }) => `${range.start} ${range.end}`);
  const excused = new Set(
    [...byPlace.values()]
      .filter((group) => group.some(({ verdict }) => verdict.kind === "consistent"))
      .flatMap((group) => group.filter(({ verdict }) => verdict.kind === "contradicted")),
  );
  if (excused.size === 0) return judgements;
  return judgements.map((one) =>
    excused.has(one) ? { claim: one.claim, verdict: { kind: "cannot-tell", reason: "ambiguous-scope" } } : one,
  );
}
