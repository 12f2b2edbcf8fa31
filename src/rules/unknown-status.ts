import { unreadStatuses } from "../claims/unread-statuses.js";
import { quote, type Rule } from "./rule.js";

export const unknownStatus: Rule = {
  id: "unknown-status",
  severity: "info",
  onByDefault: false,
  git: false,
  summary: "A status is written in words that are not known",
  rationale:
    "What is not understood counts neither as done nor as open. The rule shows which cells and fields these are; it is off unless the configuration or `--only` names it.",
  wrong: "| Task | Status |\n|---|---|\n| #1: Login | DONE |\n| #2: Upload | FROBNICATED |\n",
  right: "| Task | Status |\n|---|---|\n| #1: Login | DONE |\n| #2: Upload | BLOCKED |\n",
  check: ({ report }) =>
    unreadStatuses(report).map(({ range, text }) => ({
      message: `${quote(text)} is no known status`,
      range,
      severity: "info" as const,
      stated: text,
    })),
};
