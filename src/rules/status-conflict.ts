import { statusChanges } from "../edit/status-changes.js";
import { correction } from "./correct.js";
import { quote, verdictRule } from "./rule.js";

export const statusConflict = verdictRule({
  id: "status-conflict",
  kinds: ["status"],
  severity: "warning",
  git: false,
  summary: "One item is finished here and open there",
  rationale:
    'The statuses of an item in tables, headings, fields and lists are held side by side, as are ticked steps and criteria that name it, the heading it stands under, and "COMPLETE (3/4)". Marks inside running text are not taken for a status.',
  wrong: "| Task | Status |\n|---|---|\n| #1: Login | DONE |\n\n## Task #1: Login\n\n**Status**: NOT STARTED\n",
  right: "| Task | Status |\n|---|---|\n| #1: Login | DONE |\n\n## Task #1: Login\n\n**Status**: DONE\n",
  message: (claim, verdict) => `${quote(claim.raw)} does not match ${claim.why}: ${verdict.computed}`,
  correct: (claim, verdict, report) => {
    const [to, ...more] = new Set(claim.against.map((a) => a.status));
    if (to === undefined || more.length > 0 || claim.mutual) return undefined;
    return correction(claim, verdict, "unsafe", statusChanges(report, claim.unit, { from: claim.status, to }));
  },
});
