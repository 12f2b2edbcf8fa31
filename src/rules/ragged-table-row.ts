import type { Rule } from "./rule.js";

export const raggedTableRow: Rule = {
  id: "ragged-table-row",
  severity: "warning",
  git: false,
  summary: "A table row has more cells than its header, and readers never see them",
  rationale:
    "Renderers drop what stands beyond the last column, most often because of an unescaped `|` in a cell. Rows with fewer cells are padded and lose nothing.",
  wrong: "| Task | Status |\n|---|---|\n| Login | DONE | checked twice |\n",
  right: "| Task | Status | Notes |\n|---|---|---|\n| Login | DONE | checked twice |\n",
  check: ({ report }) =>
    report.damage.flatMap((d) =>
      d.kind === "ragged-row"
        ? [
            {
              message: `${d.cells} cells in a table of ${d.columns} columns: what stands beyond the last column is not shown`,
              range: d.range,
              severity: "warning" as const,
              stated: `${d.cells} cells`,
              computed: `${d.columns} columns`,
            },
          ]
        : [],
    ),
};
