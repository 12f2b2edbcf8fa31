import { figures } from "../lex/numbers.js";
import { noun, words } from "../lex/words.js";
import type { CommitCountClaim } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, TextUnit } from "../model/report.js";
import type { CitedCommits } from "./cited-commits.js";
import type { Introductions } from "./introduced.js";
import { placesOf } from "./places.js";

/** "Commits (6)" or "8 commits:" over a listing in which every line cites one. */
export function commitCountClaims(
  report: Report,
  introduced: Introductions,
  commits: CitedCommits,
): CommitCountClaim[] {
  return placesOf(report)
    .numbered.filter((u) => u.kind !== "cell" && u.kind !== "code" && /comm.t/iu.test(u.text.value))
    .flatMap((unit): CommitCountClaim[] => {
      const value = unit.text.value;
      const figure = figures(value, unit.conventions).find(
        (f) =>
          words(value.slice(f.end)).slice(0, 2).map(noun).includes("commit") ||
          (/\bcommits?\b/iu.test(value.slice(0, f.start)) &&
            /\(\s*$/.test(value.slice(0, f.start)) &&
            /^\s*\)/.test(value.slice(f.end))),
      );
      if (
        !figure ||
        /\b(?:ahead|behind|since|per|average|last)\b/iu.test(value) ||
        figure.quantity.low !== figure.quantity.high
      )
        return [];
      const lines = introduced
        .listings(unit)
        .flatMap((l): (TextUnit | undefined)[] =>
          l.kind === "list"
            ? l.entries.map((e) => e.unit)
            : l.kind === "fence"
              ? [...l.lines]
              : l.rows.map((r) => r.cells[0]),
        );
      const cited = lines.flatMap((l) => (l ? commits.own(l).slice(0, 1) : []));
      // A table of items with the commit of each lists no commits.
      const ofItems = introduced.listings(unit).some((l) => l.kind === "table" && l.roles.indexOf("commit") !== 0);
      if (cited.length < 2 || cited.length < lines.length || ofItems) return [];
      return [
        {
          kind: "commit-count",
          unit,
          range: sourceRange(unit.text, figure.start, figure.unitEnd),
          raw: value.slice(figure.start, figure.unitEnd),
          quantity: figure.quantity,
          commits: [...new Set(cited)],
        },
      ];
    });
}
