import { computedQuantity } from "./correct.js";
import { quote, verdictRule } from "./rule.js";

export const listCountMismatch = verdictRule({
  id: "list-count-mismatch",
  kinds: ["list-count"],
  severity: "error",
  git: false,
  summary: "A stated count does not match the list, table or fence it introduces",
  rationale:
    '"API routers (14)" above thirteen names. Entries, nested entries, ticked entries and the files on each line are all counted; folders and patterns may stand for more; a list that says it is a selection is left alone.',
  wrong: "### Finished features (4)\n\n1. Login\n2. Upload\n3. Export\n",
  right: "### Finished features (3)\n\n1. Login\n2. Upload\n3. Export\n",
  message: (claim, verdict) =>
    `${quote(claim.raw)} announced, ${verdict.computed} ${verdict.by.how.endsWith("marked done") ? "marked done" : "listed"}`,
  // Of "(12/35)" either number may be the wrong one; of entries with marks some may be what is counted.
  correct: (claim, verdict) =>
    claim.whole === undefined && !claim.counted.some(({ byMark }) => byMark)
      ? computedQuantity(claim, verdict, "safe")
      : undefined,
});
