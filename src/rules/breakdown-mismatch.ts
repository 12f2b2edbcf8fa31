import { quote, verdictRule } from "./rule.js";

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
});
