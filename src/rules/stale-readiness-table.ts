import type { Finding } from "../model/diagnostic.js";
import { describeMarker } from "../readiness/marker-faults.js";
import { firstDifference, type TableState } from "../readiness/table-states.js";
import { quote, type Rule } from "./rule.js";

export const staleReadinessTable: Rule = {
  id: "stale-readiness-table",
  severity: "error",
  git: false,
  summary: "A readiness table is not what `blockers table --write` would write",
  rationale:
    "A table between `<!-- blockers:begin ID -->` and `<!-- blockers:end -->` is made from the report's items, or from several reports as the configuration says, and goes out of date when they change. Its last line says by which layout it was made: a table that was made by other flags, from a report that cannot be read, or from git when git is not asked, is not judged. A table that was changed by hand is left as it is, and so are markers that stand wrong.",
  wrong:
    "# Launch\n\n- [x] Login\n- [x] Mail\n\n<!-- blockers:begin items -->\n\n| Title | Status   |\n| ----- | -------- |\n| Login | ✅ done  |\n| Mail  | ⬜ to do |\n\n1 of 2 done (50%)\n\n<!-- blockers:checksum f982c276d4bcb35f layout ce58b5e2493fd336 -->\n<!-- blockers:end -->\n",
  right:
    "# Launch\n\n- [x] Login\n- [x] Mail\n\n<!-- blockers:begin items -->\n\n| Title | Status  |\n| ----- | ------- |\n| Login | ✅ done |\n| Mail  | ✅ done |\n\n2 of 2 done (100%)\n\n<!-- blockers:checksum ab4426519e97b1f0 layout ce58b5e2493fd336 -->\n<!-- blockers:end -->\n",
  check: ({ report, tables }) => [
    ...tables.flatMap((state) => ofTable(state) ?? []),
    ...report.damage.flatMap((one): Finding[] =>
      one.kind === "table-marker" ? [{ message: describeMarker(one), range: one.range, severity: "warning" }] : [],
    ),
  ],
};

function ofTable({ block, edited, expected }: TableState): Finding | undefined {
  const { id, begin: range, inner, content } = block;
  if (edited) {
    return {
      message: `the table ${quote(id)} was written or changed by hand, so it is not kept up to date`,
      range,
      severity: "warning",
    };
  }
  if (expected === undefined || expected.content === content) return undefined;
  const [stated, computed] = firstDifference(content, expected.content);
  return {
    message: `the table ${quote(id)} is not what its sources give now`,
    range,
    severity: "error",
    stated,
    computed,
    derivation: 'what "blockers table --write" would write here',
    correction: {
      title: `make the table ${quote(id)} anew`,
      safety: "safe",
      changes: [{ kind: "text", range: inner, text: expected.inner }],
      unit: undefined,
      from: [],
      by: "entries",
    },
  };
}
