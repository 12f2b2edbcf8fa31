import { quote, verdictRule } from "./rule.js";

export const fileNotFound = verdictRule({
  id: "file-not-found",
  kinds: ["path"],
  severity: "error",
  git: true,
  summary: "A linked or listed file existed at none of the moments the report can mean",
  rationale:
    "Links, `path:line` references and files listed as created or changed. Container and repository prefixes and paths relative to the report are tried; planned, generated, deleted and ignored files, patterns and `<ID>` are no claims. A name that differs in case alone is a warning: some disks take it for the same.",
  wrong: "**Files Created**:\n- [src/missing.py](src/missing.py)\n",
  right: "**Files Created**:\n- [src/app.py](src/app.py)\n",
  message: (claim, { computed }) =>
    computed === "not found"
      ? `${quote(claim.path)} is not in the repository at the time of the report, nor was it before`
      : `${quote(claim.path)} is in the repository under a name that differs in upper and lower case`,
  severityOf: (claim, { computed }) => {
    if (!computed.startsWith("not found")) return undefined;
    return claim.link && computed === "not found" ? "error" : "warning";
  },
});
