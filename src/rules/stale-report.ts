import { quoted } from "../evidence/lines.js";
import { lineText } from "../source/positions.js";
import { quote, type Rule } from "./rule.js";

/** Files that are named in a message. */
const NAMED = 3;

export const staleReport: Rule = {
  id: "stale-report",
  severity: "info",
  onByDefault: false,
  git: true,
  summary: "Files that the report cites have changed since it was last written",
  rationale:
    "Compares the files that the report links or cites at the commit that last wrote it with what they are now. Most reports grow old, so the rule is off unless the configuration or `--only` names it. Give living documents a level for it.",
  wrong: "# Status\n\n- [x] Login: see [the code](src/app.py)\n",
  right: "# Status\n\n- [x] Login: see [the notes](README.md)\n",
  check({ report, changed }) {
    if (changed.length === 0) return [];
    const named = changed.slice(0, NAMED).map(({ path }) => path);
    const more = changed.length > NAMED ? ` and ${changed.length - NAMED} more` : "";
    const commit = changed[0]?.since ?? "";
    return [
      {
        message: `${changed.length === 1 ? "a cited file has" : `${changed.length} cited files have`} changed since this was written: ${named.map(quote).join(", ")}${more}`,
        range: { start: 0, end: lineText(report.source, 1).length },
        severity: "info" as const,
        stated: report.date,
        computed: `${changed.length} changed`,
        derivation: `compared with ${commit}`,
        proof: `git diff --stat ${commit} -- ${named.map(quoted).join(" ")}`,
        related: changed.map(({ path, range }) => ({ range, text: path })),
      },
    ];
  },
};
