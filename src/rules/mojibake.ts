import { proseOf } from "../edit/prose.js";
import type { Correction, Finding } from "../model/diagnostic.js";
import type { Report } from "../model/report.js";
import { lineOf } from "../source/positions.js";
import { quote, type Rule } from "./rule.js";

const NAMES = { macroman: "Mac Roman", "windows-1252": "Windows-1252" } as const;

/** What decodes strictly, outside of code, comments and quotations. */
function repaired(report: Report): Correction | undefined {
  const isProse = proseOf(report);
  const exact = report.source.repairs.filter((r) => r.exact && isProse(r.range));
  const changes = exact.map(({ range, after }) => ({ kind: "text" as const, range, text: after }));
  const title = `decode ${changes.length === 1 ? "a damaged run" : `${changes.length} damaged runs`} of characters`;
  return { title, safety: "safe", changes, unit: undefined, from: [], by: "entries" };
}

export const mojibake: Rule = {
  id: "mojibake",
  severity: "warning",
  git: false,
  summary: "Text was decoded with the wrong encoding and saved that way",
  rationale:
    "UTF-8 that was once read as Mac Roman or Windows-1252 shows as pairs and triples of accented letters. It is read as what it was; text that cannot be recovered is reported too. Mojibake quoted in code is left alone.",
  wrong: "# Status\n\n- âœ… Login\n- âœ… Upload\n- â³ Export\n",
  right: "# Status\n\n- ✅ Login\n- ✅ Upload\n- ⏳ Export\n",
  check: ({ report }) => {
    const { repairs, unrepaired } = report.source;
    const first = repairs[0];
    const findings: Finding[] = [];
    if (first) {
      const lines = new Set(repairs.map((r) => lineOf(report.source, r.range.start)));
      findings.push({
        message: `${lines.size} ${lines.size === 1 ? "line holds" : "lines hold"} UTF-8 that was read as ${NAMES[first.encoding]}: ${quote(first.before)} stands for ${quote(first.after)}`,
        range: first.range,
        severity: "warning",
        stated: first.before,
        computed: first.after,
        correction: repaired(report),
        derivation: `${repairs.length} damaged runs decode as UTF-8${unrepaired.length > 0 ? `, ${unrepaired.length} have lost bytes` : ""}`,
      });
    } else if (unrepaired[0]) {
      findings.push({
        message: `${unrepaired.length === 1 ? "a damaged character" : `${unrepaired.length} damaged characters`} cannot be recovered`,
        range: unrepaired[0],
        severity: "warning",
        related: unrepaired.slice(1, 6).map((range) => ({ range, text: "damaged" })),
      });
    }
    return findings;
  },
};
