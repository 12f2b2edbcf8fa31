import type { Claim } from "../model/claim.js";

/** The commits that a report cites, as written. */
export function citedIds(claims: readonly Claim[]): string[] {
  return [...new Set(claims.flatMap((c) => (c.kind === "commit" ? [c.id] : [])))];
}

/** Those of them whose changes a judge may look at: comparing costs git far more than all else that is asked of a commit. */
export function comparedIds(claims: readonly Claim[]): string[] {
  const compared = new Set<string>();
  for (const claim of claims) {
    switch (claim.kind) {
      // A file is looked for in every commit of the report.
      case "path":
      case "lines":
      case "file-change":
        return citedIds(claims);
      case "commit-size":
        for (const id of claim.scopes.flat()) compared.add(id);
        break;
      case "file-count":
        for (const id of claim.commits) compared.add(id);
        break;
    }
  }
  return [...compared];
}
