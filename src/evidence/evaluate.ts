import type { Claim, GitClaim } from "../model/claim.js";
import type { Verdict } from "../model/verdict.js";
import { judgeBreakdown } from "./breakdown.js";
import { judgeChange } from "./changes.js";
import { judgeBranch, judgeCommitDate, judgeCommitSubject } from "./commit-notes.js";
import { judgeCommitSize } from "./commit-size.js";
import { judgeCommit, judgeCommitCount } from "./commits.js";
import { judgeDate } from "./dates.js";
import { judgeFileChange, judgeFileCount, noAnswer } from "./files.js";
import { judgeFraction } from "./fractions.js";
import type { GitContext } from "./git-context.js";
import type { Grounds } from "./grounds.js";
import { judgeLines } from "./lines.js";
import { judgeListCount } from "./list-count.js";
import { judgePath } from "./paths.js";
import { judgeRemaining, judgeRestatement } from "./restatement.js";
import { judgeOverall, judgeRatio } from "./shares.js";
import { judgeStatus, judgeStatusPercent } from "./status.js";
import { judgeTotal } from "./total.js";

/** A claim and what became of it. */
export interface Judgement {
  readonly claim: Claim;
  readonly verdict: Verdict;
}

const OF_GIT: ReadonlySet<Claim["kind"]> = new Set<GitClaim["kind"]>([
  "commit",
  "commit-subject",
  "commit-date",
  "branch",
  "path",
  "file-change",
  "lines",
  "commit-size",
  "file-count",
]);

/** Whether git is asked about a claim. */
export function isOfGit({ kind }: Claim): boolean {
  return OF_GIT.has(kind);
}

/** Judges one claim. Pure: git was asked before. */
export function evaluate(claim: Claim, grounds: Grounds): Verdict {
  const { report, git, tolerances } = grounds;
  switch (claim.kind) {
    case "list-count":
      return judgeListCount(claim, tolerances);
    case "breakdown":
      return judgeBreakdown(claim);
    case "total":
      return judgeTotal(claim, tolerances);
    case "ratio":
      return judgeRatio(claim, tolerances);
    case "fraction":
      return judgeFraction(claim, report);
    case "overall":
      return judgeOverall(claim, grounds);
    case "remaining":
      return judgeRemaining(claim, report, tolerances);
    case "restatement":
      return judgeRestatement(claim, tolerances);
    case "status":
      return judgeStatus(claim);
    case "status-percentage":
      return judgeStatusPercent(claim);
    case "change":
      return judgeChange(claim);
    case "date":
      return judgeDate(claim);
    case "commit-count":
      return judgeCommitCount(claim, tolerances);
    default: {
      const reason = noAnswer(git);
      return reason || !git ? { kind: "cannot-tell", reason: reason ?? "no-repository" } : evaluateWithGit(claim, git);
    }
  }
}

function evaluateWithGit(claim: GitClaim, git: GitContext): Verdict {
  switch (claim.kind) {
    case "commit":
      return judgeCommit(claim, git);
    case "commit-subject":
      return judgeCommitSubject(claim, git);
    case "commit-date":
      return judgeCommitDate(claim, git);
    case "branch":
      return judgeBranch(claim, git);
    case "path":
      return judgePath(claim, git);
    case "file-change":
      return judgeFileChange(claim, git);
    case "lines":
      return judgeLines(claim, git);
    case "commit-size":
      return judgeCommitSize(claim, git);
    case "file-count":
      return judgeFileCount(claim, git);
  }
}
