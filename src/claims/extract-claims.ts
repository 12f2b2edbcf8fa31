import type { Claim } from "../model/claim.js";
import type { Report } from "../model/report.js";
import { breakdownClaims } from "./breakdown.js";
import { introductions } from "./introduced.js";
import { listCountClaims } from "./list-count.js";
import { listTotalClaims } from "./list-total.js";
import { remainingClaims } from "./remaining.js";
import { restatementClaims } from "./restatements.js";
import { shareClaims } from "./shares.js";
import { tableTotalClaims } from "./table-total.js";

/** Every claim of a report, in document order. Pure grammar: nothing is computed here. */
export function extractClaims(report: Report): Claim[] {
  const introduced = introductions(report);
  const claims: Claim[] = [
    ...listCountClaims(report, introduced),
    ...breakdownClaims(report, introduced),
    ...tableTotalClaims(report),
    ...listTotalClaims(report),
    ...shareClaims(report),
    ...remainingClaims(report),
    ...restatementClaims(report),
  ];
  return claims.sort((a, b) => a.range.start - b.range.start);
}
