import type { Rule } from "./rule.js";

export const unbalancedFence: Rule = {
  id: "unbalanced-fence",
  severity: "warning",
  git: false,
  summary: "A code fence opens or closes nothing",
  rationale:
    "After a stray fence everything is inside out: headings and tables become code, code becomes text. The report is read as if the stray fence were not there.",
  wrong: "# Status\n\n```\na -> b\n```\n\n```\n\n## Progress\n\n```bash\nmake test\n```\n\n## Next Steps\n",
  right: "# Status\n\n```\na -> b\n```\n\n## Progress\n\n```bash\nmake test\n```\n\n## Next Steps\n",
  check: ({ report }) =>
    report.damage.flatMap((d) =>
      d.kind === "unbalanced-fence"
        ? [
            {
              message: `this fence opens or closes nothing${d.swallowed > 0 ? `; it turns ${d.swallowed} ${d.swallowed === 1 ? "heading" : "headings"} into code` : ""}`,
              range: d.range,
              severity: "warning" as const,
            },
          ]
        : [],
    ),
};
