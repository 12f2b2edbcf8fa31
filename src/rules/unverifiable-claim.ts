import type { Reason } from "../model/verdict.js";
import { quote, type Rule } from "./rule.js";

const WHY: Readonly<Record<Reason, string>> = {
  "no-subject": "what it counts is not to be found in the report",
  "ambiguous-scope": "it may count several things, and none of them agrees",
  "incomplete-parts": "not all of its parts are stated",
  "no-repository": "there is no git repository to ask",
  "shallow-clone": "the history is cut short; fetch all of it",
  "partial-clone": "the clone lacks the objects",
  "history-not-read": "git did not read the history so far",
  "commit-not-found": "the commit it speaks of is not there",
  "branch-not-found": "no branch or tag has the name; it may be gone",
  "path-not-found": "no such file is there to be measured",
  "ambiguous-path": "several files may be meant",
  "not-in-commit": "the cited commit does not touch the file",
  "outside-repository": "the path leads out of the repository",
  "ignored-path": "the file is ignored by git",
  "changed-since-date": "the file was committed or changed between the report's date and its commit",
  "not-measurable": "there is nothing to measure it by",
};

export const unverifiableClaim: Rule = {
  id: "unverifiable-claim",
  severity: "info",
  onByDefault: false,
  git: false,
  summary: "A figure looks like a claim and cannot be told right or wrong",
  rationale:
    'Shows each of the figures that the coverage counts under "cannot tell", with the reason. It is off unless the configuration or `--only` names it.',
  wrong: "# Status\n\n7 of 9 widgets are done.\n\n- [x] Login\n- [ ] Upload\n",
  right: "# Status\n\n1 of 2 tasks is done.\n\n- [x] Login\n- [ ] Upload\n",
  check: ({ judgements }) =>
    judgements.flatMap(({ claim, verdict }) =>
      verdict.kind === "cannot-tell"
        ? [
            {
              message: `${quote(claim.raw)} cannot be checked: ${WHY[verdict.reason]}`,
              range: claim.range,
              severity: "info" as const,
              stated: claim.raw,
            },
          ]
        : [],
    ),
};
