import { quote, verdictRule } from "./rule.js";

export const commitMisattributed = verdictRule({
  id: "commit-misattributed",
  kinds: ["commit-subject"],
  severity: "warning",
  git: true,
  summary: "A commit is cited with the subject of another one",
  rationale:
    "Reports word subjects freely. Only one that shares no word with the commit's own, and is the subject of another commit that the report cites, is said to be wrong.",
  wrong: "## Commits\n\n- `{{add}}` Bring in translations\n- `{{change}}` Add the application\n",
  right: "## Commits\n\n- `{{add}}` Add the application\n- `{{change}}` Bring in translations\n",
  message: (claim, verdict) => `${quote(claim.stated)} is not what ${claim.id} is about: ${quote(verdict.computed)}`,
});
