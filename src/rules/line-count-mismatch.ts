import { countedByGit } from "./correct.js";
import { quote, verdictRule } from "./rule.js";

/** DESIGN section 7: beyond this share the figure is an error, below it a warning. */
const ERROR_SHARE = 0.1;

export const lineCountMismatch = verdictRule({
  id: "line-count-mismatch",
  kinds: ["lines"],
  severity: "error",
  git: true,
  summary: '"foo.py (332 lines)" does not match the file at any moment the report can mean',
  rationale:
    'The count is held against the cited commit (the whole file, and what the commit added) and against the tree at the report\'s own commit. One line of difference is allowed, 10% with "~", anything above with "N+".',
  wrong: "**Resolution**: Commit `{{add}}`\n\n- `src/app.py` (300 lines)\n",
  right: "**Resolution**: Commit `{{add}}`\n\n- `src/app.py` (120 lines)\n",
  message: (claim, verdict) => `${quote(claim.raw)} does not match ${quote(claim.path)}: ${verdict.computed}`,
  severityOf: (_, verdict) => ((verdict.deviation ?? 1) > ERROR_SHARE ? "error" : "warning"),
  correct: countedByGit,
});
