import { quote, verdictRule } from "./rule.js";

export const fileChangeMismatch = verdictRule({
  id: "file-change-mismatch",
  kinds: ["file-change"],
  severity: "warning",
  git: true,
  summary: "A file listed as created was there before, or the other way round",
  rationale:
    "Held against the commit that the line, its item or its section cites. A file that any cited commit added may be called created.",
  wrong: "**Resolution**: Commit `{{change}}`\n\n**Files Created**:\n- `src/app.py`\n",
  right: "**Resolution**: Commit `{{change}}`\n\n**Files Modified**:\n- `src/app.py`\n",
  severityOf: (claim) => (claim.action === "created" ? "warning" : "info"),
  message: (claim, verdict) =>
    `${quote(claim.path)} is listed as ${verdict.stated}, but the cited commit has it as ${verdict.computed}`,
});
