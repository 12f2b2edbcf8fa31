import { quote, verdictRule } from "./rule.js";

export const statusPercentageConflict = verdictRule({
  id: "status-percentage-conflict",
  kinds: ["status-percentage"],
  severity: "warning",
  git: false,
  summary: "A status word and the percentage beside it exclude each other",
  rationale:
    "DONE below 90% or not started at 100%. A mark beside 90% is no contradiction by itself: only words are taken at their word.",
  wrong: "| Task | Status | Completion |\n|---|---|---|\n| Login | DONE | 40% |\n| Upload | TODO | 0% |\n",
  right: "| Task | Status | Completion |\n|---|---|---|\n| Login | IN PROGRESS | 40% |\n| Upload | TODO | 0% |\n",
  message: (claim) => `${quote(claim.raw)} beside ${claim.percent}%`,
});
