import type { Finding } from "../model/diagnostic.js";
import type { SuppressionFault } from "../model/suppression.js";
import { quote, type Rule } from "./rule.js";

export const unusedSuppression: Rule = {
  id: "unused-suppression",
  severity: "warning",
  git: false,
  summary: "A comment that suppresses findings suppresses none, or lacks its rule or its reason",
  rationale:
    "`<!-- blockers-disable-next-line RULE -- reason -->` hides what the rule finds on the next line with text, `blockers-disable-line` on its own line, `blockers-disable` up to `blockers-enable`, and `blockers-disable-file` everywhere. Without a rule and a reason nothing is hidden: whoever reads the report later must know what is wrong with it, and why that stays. A comment whose finding is gone would hide the next one. A rule that did not run, or lacked its evidence (no repository, a shallow clone, `--as-of`), says nothing of its comments.",
  wrong:
    "# Launch\n\n<!-- blockers-disable-next-line percentage-mismatch -- rounded down on purpose -->\nProgress: 67% (2 of 3)\n",
  right:
    "# Launch\n\n<!-- blockers-disable-next-line percentage-mismatch -- rounded down on purpose -->\nProgress: 60% (2 of 3)\n",
  check: ({ suppressionFaults }) =>
    suppressionFaults.map(
      (fault): Finding => ({
        message: describe(fault),
        range: fault.range,
        severity: "warning",
        correction: fault.removal && {
          title: "delete this comment",
          // Somebody wrote the reason down, and another run may need it.
          safety: "unsafe",
          changes: [{ kind: "text", range: fault.removal, text: "" }],
          unit: undefined,
          from: [],
          by: "entries",
        },
      }),
    ),
};

function describe({ kind, name, meant }: SuppressionFault): string {
  const near = meant === undefined ? "" : `; did you mean "${meant}"?`;
  switch (kind) {
    case "unknown-word":
      return `${quote(name)} means nothing, so this comment suppresses nothing${near}`;
    case "cuts-table":
      return 'a comment between its rows ends the table: put "blockers-disable-line" into a cell of the row instead';
    case "no-rule":
      return `this comment names no rule, so it suppresses nothing: write "${name} RULE -- reason"`;
    case "no-reason":
      return 'this comment gives no reason, so it suppresses nothing: add one after "--"';
    case "unknown-rule":
      return `there is no rule ${quote(name)}${near}`;
    case "itself":
      return `${quote(name)} cannot be suppressed by a comment, only by the configuration`;
    case "unused":
      return `${quote(name)} finds nothing here that this comment would suppress`;
    case "ends-nothing":
      return `${quote(name)} is not disabled here, so there is nothing to enable`;
  }
}
