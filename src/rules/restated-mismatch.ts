import { verdictRule } from "./rule.js";

export const restatedMismatch = verdictRule({
  id: "restated-mismatch",
  kinds: ["restatement"],
  severity: "warning",
  git: false,
  summary: "One quantity is stated with two values",
  rationale:
    'The overall completion and the estimate of an item are looked for in all the places that state them. History ("40% -> 60%") and other subjects ("of the high-priority items") are no restatement.',
  wrong: "# Import\n\n**Status**: IN PROGRESS (50% complete)\n\n## Summary\n\n**Current Status**: 75% complete\n",
  right: "# Import\n\n**Status**: IN PROGRESS (75% complete)\n\n## Summary\n\n**Current Status**: 75% complete\n",
  message: (claim, verdict) =>
    `${claim.subject} is stated as ${verdict.stated} here and as ${verdict.computed} elsewhere`,
});
