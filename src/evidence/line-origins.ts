import type { Moment, ReportVersion } from "../model/history.js";
import type { Report } from "../model/report.js";
import { lineOf, lineText } from "../source/positions.js";
import type { Judgement } from "./evaluate.js";

/** Claims whose truth changes with the tree: their line speaks of the day it was written. */
const DATED = new Set(["lines", "path"]);

/** True when some contradiction may only mean that the line is older than the report's last change. */
export function turnsOnOrigin(judgements: readonly Judgement[]): boolean {
  return judgements.some(isDated);
}

/**
 * The moments at which the contradicted lines were written: for each the oldest version, going back from the newest,
 * that still holds the line word for word.
 */
export function lineOrigins(
  report: Report,
  judgements: readonly Judgement[],
  versions: readonly ReportVersion[],
): Moment[] {
  const texts = versions.map((v) => new Set(v.text.split(/\r\n|\n|\r/)));
  const origins = judgements.filter(isDated).flatMap(({ claim }): Moment[] => {
    const line = lineText(report.source, lineOf(report.source, claim.range.start));
    const gone = texts.findIndex((lines) => !lines.has(line));
    const oldest = versions[gone < 0 ? versions.length - 1 : gone - 1];
    return oldest ? [oldest.moment] : [];
  });
  return [...new Map(origins.map((m) => [m.commit, m])).values()];
}

function isDated({ claim, verdict }: Judgement): boolean {
  return verdict.kind === "contradicted" && DATED.has(claim.kind);
}
