import { placeholders } from "../claims/placeholders.js";
import { quote, type Rule } from "./rule.js";

export const placeholder: Rule = {
  id: "placeholder",
  severity: "warning",
  git: false,
  summary: "A placeholder was never filled in",
  rationale:
    "`$(date)`, `[YYYY-MM-DD]` or `{{name}}` left where a value belongs. Code, and documents that are templates throughout, are left alone.",
  wrong: "# Import status\n\n**Generated**: $(date)\n",
  right: "# Import status\n\n**Generated**: 2025-11-02\n",
  check: ({ report }) =>
    placeholders(report).map(({ range, text }) => ({
      message: `the placeholder ${quote(text)} was never filled in`,
      range,
      severity: "warning" as const,
      stated: text,
    })),
};
