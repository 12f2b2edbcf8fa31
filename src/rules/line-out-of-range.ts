import { quote, verdictRule } from "./rule.js";

export const lineOutOfRange = verdictRule({
  id: "line-out-of-range",
  kinds: ["path"],
  severity: "error",
  git: true,
  summary: "A `path:line` reference points beyond the end of the file",
  rationale: "The file is measured at every moment the report can mean; only a line beyond all of them is reported.",
  wrong: "See [app.py](src/app.py:500).\n",
  right: "See [app.py](src/app.py:50).\n",
  message: (claim, verdict) =>
    `line ${claim.line ?? 0} of ${quote(claim.path)} does not exist: the file has ${verdict.computed}`,
  severityOf: (_, verdict) => (verdict.computed.startsWith("not found") ? undefined : "error"),
});
