import type { Claim } from "../model/claim.js";
import type { Report } from "../model/report.js";
import type { Verdict } from "../model/verdict.js";
import { judgeBreakdown } from "./breakdown.js";
import { judgeListCount } from "./list-count.js";
import { judgeRemaining, judgeRestatement } from "./restatement.js";
import { judgeFraction, judgeOverall, judgeRatio } from "./shares.js";
import { judgeTotal } from "./total.js";

/** A claim and what became of it. */
export interface Judgement {
  readonly claim: Claim;
  readonly verdict: Verdict;
}

/** Judges one claim. Pure: git was asked before. */
export function evaluate(claim: Claim, { report }: { readonly report: Report }): Verdict {
  switch (claim.kind) {
    case "list-count":
      return judgeListCount(claim);
    case "breakdown":
      return judgeBreakdown(claim);
    case "total":
      return judgeTotal(claim);
    case "ratio":
      return judgeRatio(claim);
    case "fraction":
      return judgeFraction(claim, report);
    case "overall":
      return judgeOverall(claim);
    case "remaining":
      return judgeRemaining(claim);
    case "restatement":
      return judgeRestatement(claim);
    default:
      return { kind: "cannot-tell", reason: "no-subject" };
  }
}
