import { quote, type Rule } from "./rule.js";

export const branchNotFound: Rule = {
  id: "branch-not-found",
  severity: "info",
  git: true,
  summary: "A cited branch is not there, and no commit message names it",
  rationale:
    "Branches are deleted once they are merged, so this is only worth a look. Nothing is said in a clone that holds only some of the branches.",
  wrong: "# Status\n\n**Branch**: `feature/never-pushed`\n",
  right: "# Status\n\n**Branch**: `feature/side`\n",
  check: ({ judgements }) =>
    judgements.flatMap(({ claim, verdict }) =>
      claim.kind === "branch" && verdict.kind === "cannot-tell" && verdict.reason === "branch-not-found"
        ? [
            {
              message: `no branch or tag is called ${quote(claim.name)}, and no commit message names it`,
              range: claim.range,
              severity: "info" as const,
              stated: claim.name,
              computed: "not found",
              proof: "git for-each-ref --format='%(refname:short)'",
            },
          ]
        : [],
    ),
};
