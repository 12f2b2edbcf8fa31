import type { Rule } from "./rule.js";

export const mergeConflict: Rule = {
  id: "merge-conflict",
  severity: "error",
  git: false,
  summary: "A merge left its conflict markers behind",
  rationale:
    "Between `<<<<<<<` and `>>>>>>>` the report says two things at once. The three markers must stand in their order, each at the start of a line.",
  wrong:
    "# Status\n\n<<<<<<< HEAD\n2 of 3 tasks done\n=======\n3 of 3 tasks done\n>>>>>>> feature/login\n\n- [x] Login\n- [x] Upload\n- [ ] Search\n",
  right: "# Status\n\n2 of 3 tasks done\n\n- [x] Login\n- [x] Upload\n- [ ] Search\n",
  check: ({ report }) =>
    report.damage.flatMap((d) =>
      d.kind === "merge-conflict"
        ? [
            {
              message: "a merge left this conflict behind: the report says two things at once",
              range: d.range,
              severity: "error" as const,
            },
          ]
        : [],
    ),
};
