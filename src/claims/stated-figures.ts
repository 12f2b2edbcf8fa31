import type { Claim } from "../model/claim.js";
import type { Range } from "../model/range.js";

/** Where a claim states the figure that is judged; empty for claims about statuses, files, commits and dates. */
export function statedFigure(claim: Claim): Range | undefined {
  switch (claim.kind) {
    case "fraction":
      return claim.partRange;
    case "breakdown":
      return claim.wholeRange;
    case "list-count":
      // The part of a share is a claim of its own.
      return claim.whole === undefined ? claim.range : undefined;
    case "ratio":
    case "overall":
    case "total":
    case "remaining":
    case "change":
    case "commit-count":
    case "lines":
    case "commit-size":
    case "file-count":
      return claim.range;
    default:
      return undefined;
  }
}
