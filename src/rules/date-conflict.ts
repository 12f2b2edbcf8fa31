import { quote, verdictRule } from "./rule.js";

const WHY = {
  calendar: "is no day of the calendar",
  weekday: "is another day of the week",
  range: "ends before it starts",
  order: "is before the start that the report gives",
} as const;

export const dateConflict = verdictRule({
  id: "date-conflict",
  kinds: ["date"],
  severity: "warning",
  git: false,
  summary: "A date contradicts the calendar or another date",
  rationale:
    'A day that its month does not have, a weekday that is not that of its date, a range that ends before it starts, "Completed" before "Started" in one section or row. Only full dates, never a day and a month alone.',
  wrong: "# Status\n\n**Started**: 2025-05-12\n**Completed**: 2025-05-09\n",
  right: "# Status\n\n**Started**: 2025-05-09\n**Completed**: 2025-05-12\n",
  message: (claim, verdict) => `${quote(claim.raw)} ${WHY[claim.about]}: ${verdict.computed}`,
});
