import { changeLabel } from "../claims/breakdown.js";
import type { BreakdownClaim } from "../model/claim.js";
import type { Correction } from "../model/diagnostic.js";
import { contains } from "../model/range.js";
import { computedNumber, correction, figure } from "./correct.js";
import { type Contradicted, quote, verdictRule } from "./rule.js";

/** The parts as the report's own list has them, where they then add up to the whole. */
function asListed(claim: BreakdownClaim, verdict: Contradicted): Correction | undefined {
  const { parts, listed, whole } = claim;
  const counted = parts.map(({ label, range, count }) => {
    const size = listed?.find((l) => l.label === changeLabel(label))?.count ?? 0;
    return figure(range, count, size);
  });
  const sum = counted.reduce((n, { computed }) => n + computed, 0);
  const changed = counted.filter((c) => c.stated !== c.computed);
  const found = sum === whole ? correction(claim, verdict, "safe", changed) : undefined;
  return found && { ...found, by: "entries" };
}

/** Of a whole and its parts in one line either may be wrong; a list below is what its heading counts. */
function isBeside({ unit, parts }: BreakdownClaim): boolean {
  return parts.some(({ range }) => contains(unit.range, range));
}

export const breakdownMismatch = verdictRule({
  id: "breakdown-mismatch",
  kinds: ["breakdown"],
  severity: "error",
  git: false,
  summary: "The parts of a breakdown do not match their whole or the report's own list",
  rationale:
    '"9 files (6 new, 3 modified)" must add up, and must match what the report\'s file lists mark as new and modified when they hold as many files.',
  wrong: "Parser rules (9 tests):\n\n- 4 tests for tables\n- 3 tests for lists\n- 3 tests for fences\n\n",
  right: "Parser rules (10 tests):\n\n- 4 tests for tables\n- 3 tests for lists\n- 3 tests for fences\n\n",
  message: (claim, verdict) => `${quote(claim.raw)} does not match its parts: ${verdict.computed}`,
  correct: (claim, verdict) =>
    verdict.value
      ? computedNumber(claim, verdict, isBeside(claim) ? "unsafe" : "safe", {
          range: claim.wholeRange,
          stated: claim.whole,
        })
      : asListed(claim, verdict),
});
