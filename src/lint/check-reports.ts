import { extractClaims } from "../claims/extract-claims.js";
import type { Judgement } from "../evidence/evaluate.js";
import { gather } from "../evidence/gather.js";
import type { History } from "../model/history.js";
import { type During, type OnProgress, unwatched } from "../model/progress.js";
import type { Readiness } from "../model/readiness.js";
import type { Report } from "../model/report.js";
import type { Tolerances } from "../model/tolerances.js";
import type { Weights } from "../model/weights.js";
import { computeReadiness } from "../readiness/compute-readiness.js";
import type { ReadReport } from "../readiness/table-plan.js";
import { type TablesById, tableStates } from "../readiness/table-states.js";
import { type LintedReport, lintReport, type RuleChoice, type Severities } from "./lint-report.js";

export interface CheckOptions extends RuleChoice {
  /** Absent with `--no-git`: claims about commits and files then cannot be told. */
  readonly history?: History | undefined;
  /** `--as-of REV`. */
  readonly asOf?: string | undefined;
  /** From the configuration: for all reports, or for each. */
  readonly severities?: Severities | ((report: Report) => Severities);
  readonly pathPrefixes?: readonly string[];
  /** Reports that are checked as of their own day only, and never rewritten; none by default. */
  readonly frozen?: ((report: Report) => boolean) | undefined;
  /** How far figures may be off; the usual by default. */
  readonly tolerances?: Tolerances | undefined;
  /** How much items count in overall percentages; all alike by default. */
  readonly weights?: Weights | undefined;
  /** Branches or tags that speak for the project: further moments, and what a cited commit must be reachable from. */
  readonly refs?: readonly string[] | undefined;
  /** What the configuration says of generated tables; they are made as by default where it says nothing. */
  readonly tables?: TablesById;
  /** Reports that generated tables are made from, besides those that are checked. */
  readonly besides?: readonly Report[];
  readonly onProgress?: OnProgress | undefined;
  /** Does the work on each report. */
  readonly during?: During | undefined;
}

export interface CheckedReport extends LintedReport {
  readonly report: Report;
  readonly judgements: readonly Judgement[];
  readonly readiness: Readiness;
}

/** Checks reports together, so that git is asked once for all. Raises git errors; never fails on a report's text. */
export async function checkReports(reports: readonly Report[], options: CheckOptions = {}): Promise<CheckedReport[]> {
  const { during = unwatched } = options;
  const claimed = reports.map((report, at) => {
    options.onProgress?.(at, reports.length, "reports searched for claims");
    return { report, claims: during(report.source, () => extractClaims(report)) };
  });
  const gathered = await gather(claimed, {
    history: options.history,
    asOf: options.asOf,
    refs: options.refs,
    pathPrefixes: options.pathPrefixes ?? [],
    frozen: options.frozen,
    tolerances: options.tolerances,
    weights: options.weights,
    onProgress: options.onProgress,
    during,
  });
  const read = gathered.map(
    (g): ReadReport => ({
      report: g.report,
      readiness: during(g.report.source, () => computeReadiness(g, options.weights)),
    }),
  );
  const byPath = new Map(
    [...(await readBesides(reports, options)), ...read].map((one) => [one.report.source.path, one]),
  );
  return gathered.map((g, at) => {
    const { report, judgements } = g;
    options.onProgress?.(at, gathered.length, "reports checked");
    const { readiness } = read[at] as ReadReport;
    const frozen = options.frozen?.(report) === true;
    const tables = frozen
      ? []
      : tableStates(
          { report, readiness },
          {
            tables: options.tables ?? new Map(),
            find: (path) => byPath.get(path),
            askedGit: g.git?.survey.repository.state === "present",
          },
        );
    const severities = typeof options.severities === "function" ? options.severities(report) : options.severities;
    const linted = during(report.source, () => lintReport(g, tables, { ...options, severities, frozen }));
    return { report, judgements, readiness, ...linted };
  });
}

/** A table over several reports says nothing of git, so that it need not be asked about them. */
async function readBesides(
  reports: readonly Report[],
  { besides = [], pathPrefixes = [], tolerances, weights, during = unwatched }: CheckOptions,
): Promise<ReadReport[]> {
  if (!reports.some(({ generated }) => generated.length > 0)) return [];
  const claimed = besides.map((report) => ({ report, claims: during(report.source, () => extractClaims(report)) }));
  const without = { history: undefined, asOf: undefined };
  const gathered = await gather(claimed, { ...without, pathPrefixes, tolerances, weights, during });
  return gathered.map((g) => ({ report: g.report, readiness: computeReadiness(g, weights) }));
}
