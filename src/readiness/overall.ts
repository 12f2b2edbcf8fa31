import type { Judgement } from "../evidence/evaluate.js";
import { collectionsOfSize } from "../evidence/tally.js";
import type { Claim } from "../model/claim.js";
import type { Report } from "../model/report.js";
import { isDone, type Status } from "../model/status.js";
import { lineOf } from "../source/positions.js";

/** The figure by which a report says how far the whole is, beside what its items give. */
export interface OverallFigure {
  readonly text: string;
  readonly line: number;
  /** "80% (4 of 5 done)"; undefined where the items do not tell. */
  readonly computed: string | undefined;
  /** Undefined where that could not be told. */
  readonly agrees: boolean | undefined;
}

/** The first telling figure: a percentage with its ratio, a percentage in a totals row or the head, a share of the items. */
export function overallFigure(report: Report, judgements: readonly Judgement[]): OverallFigure | undefined {
  const general = judgements.filter(({ claim }) => isGeneral(claim));
  const chosen =
    general.find(
      ({ claim }) => claim.kind === "ratio" && (counts(claim.whole, report) || OF_THE_WORK.test(claim.unit.text.value)),
    ) ??
    general.find(({ claim }) => claim.kind === "overall" || claim.kind === "restatement") ??
    general.find(({ claim, verdict }) => claim.kind === "fraction" && verdict.kind !== "cannot-tell");
  if (!chosen) return undefined;
  const { claim } = chosen;
  const beside = judgements.filter(
    (j) => j.claim.unit === claim.unit && (j.claim.kind === "ratio" || j.claim.kind === "fraction"),
  );
  const verdicts = [chosen, ...beside].map((j) => j.verdict.kind);
  const told = verdicts.includes("consistent") ? true : undefined;
  return {
    text: claim.raw,
    line: lineOf(report.source, claim.range.start),
    computed: computedOf(chosen, report),
    agrees: verdicts.includes("contradicted")
      ? false
      : claim.kind === "ratio" && !counts(claim.whole, report)
        ? undefined
        : told,
  };
}

/** Words of progress: "3 of 12 regions affected (25%)" has none of them. */
const OF_THE_WORK =
  /\b(?:complet\w*|done|finished|resolved|closed|progress|overall|ready|readiness|implemented)\b|✅/iu;

/** Whether some set of the report's items has that many members. */
function counts(whole: number, report: Report): boolean {
  return collectionsOfSize(report, whole).length > 0;
}

/** Claims of the whole rather than of a part: not in a cell of an item's row, and only in columns of completion. */
function isGeneral(claim: Claim): boolean {
  if (claim.kind === "overall")
    return claim.table.roles[claim.column] === "percent" || claim.table.roles[claim.column] === "status";
  if (claim.kind === "restatement") return claim.subject === "overall completion";
  return (
    (claim.kind === "ratio" || (claim.kind === "fraction" && claim.counts === "done")) && claim.unit.kind !== "cell"
  );
}

function computedOf({ claim, verdict }: Judgement, report: Report): string | undefined {
  if (claim.kind === "ratio" || claim.kind === "fraction") {
    const [counted] = collectionsOfSize(report, claim.whole);
    return counted && shareOf(counted.members.map((m) => m.status));
  }
  if (verdict.kind === "contradicted") return verdict.computed;
  return verdict.kind === "consistent" ? claim.raw : undefined;
}

/** "80% (4 of 5 done)", or "60% by weight (4 of 5 done)"; undefined for nothing. */
export function shareOf(statuses: readonly Status[], weights?: readonly number[]): string | undefined {
  if (statuses.length === 0) return undefined;
  const done = statuses.filter(isDone).length;
  const all = weights?.reduce((sum, weight) => sum + weight, 0) ?? 0;
  if (weights && all > 0) {
    const finished = weights.reduce((sum, weight, i) => sum + (isDone(statuses[i] ?? "unknown") ? weight : 0), 0);
    return `${Math.round((100 * finished) / all)}% by weight (${done} of ${statuses.length} done)`;
  }
  return `${Math.round((100 * done) / statuses.length)}% (${done} of ${statuses.length} done)`;
}
