import type { Claim } from "../model/claim.js";
import type { Report } from "../model/report.js";
import { announcedSumClaims } from "./announced-sum.js";
import { branchClaims } from "./branches.js";
import { breakdownClaims } from "./breakdown.js";
import { changeClaims } from "./changes.js";
import { citedCommits } from "./cited-commits.js";
import { commitCountClaims } from "./commit-counts.js";
import { commitNoteClaims } from "./commit-notes.js";
import { dateClaims } from "./dates.js";
import { commitClaims, fileCountClaims, pathClaims } from "./files.js";
import { inlineListClaims } from "./inline-lists.js";
import { introductions } from "./introduced.js";
import { itemTotalClaims } from "./item-totals.js";
import { lineClaims } from "./line-counts.js";
import { listCountClaims } from "./list-count.js";
import { listTotalClaims } from "./list-total.js";
import { outcomeClaims } from "./outcomes.js";
import { pathMentions } from "./path-mentions.js";
import { isQuoted } from "./quoted.js";
import { remainingClaims } from "./remaining.js";
import { restatementClaims } from "./restatements.js";
import { rowClaims } from "./rows.js";
import { shareClaims } from "./shares.js";
import { statListClaims } from "./stat-lists.js";
import { statusClaims } from "./statuses.js";
import { tableTotalClaims } from "./table-total.js";
import { weightClaims } from "./weights.js";
import { writtenSumClaims } from "./written-sums.js";

/** Every claim of a report, in document order. Pure grammar: nothing is computed here. */
export function extractClaims(report: Report): Claim[] {
  const introduced = introductions(report);
  const commits = citedCommits(report);
  const paths = pathMentions(report);
  const claims: Claim[] = [
    ...listCountClaims(report, introduced),
    ...inlineListClaims(report),
    ...breakdownClaims(report, introduced),
    ...tableTotalClaims(report),
    ...rowClaims(report),
    ...weightClaims(report),
    ...writtenSumClaims(report),
    ...outcomeClaims(report),
    ...announcedSumClaims(report, introduced),
    ...listTotalClaims(report),
    ...itemTotalClaims(report, paths),
    ...shareClaims(report),
    ...statListClaims(report),
    ...remainingClaims(report),
    ...restatementClaims(report),
    ...statusClaims(report),
    ...changeClaims(report),
    ...dateClaims(report),
    ...branchClaims(report),
    ...commitClaims(commits),
    ...commitNoteClaims(commits),
    ...commitCountClaims(report, introduced, commits),
    ...pathClaims(report, paths, commits),
    ...lineClaims(report, paths, commits),
    ...fileCountClaims(report, commits, introduced),
  ];
  return claims.filter((claim) => !isQuoted(claim)).sort((a, b) => a.range.start - b.range.start);
}
