import { extractClaims } from "../claims/extract-claims.js";
import type { Judgement } from "../evidence/evaluate.js";
import { type Gathered, gather } from "../evidence/gather.js";
import { changedFiles } from "../evidence/staleness.js";
import type { Diagnostic, FileResult, LintedItem, Severity } from "../model/diagnostic.js";
import type { History } from "../model/history.js";
import type { Readiness } from "../model/readiness.js";
import type { Report } from "../model/report.js";
import type { Tolerances } from "../model/tolerances.js";
import type { Weights } from "../model/weights.js";
import { computeReadiness } from "../readiness/compute-readiness.js";
import type { ReadReport } from "../readiness/table-plan.js";
import { type TableState, type TablesById, tableStates } from "../readiness/table-states.js";
import { type Rule, rules } from "../rules/index.js";
import { unusedSuppression } from "../rules/unused-suppression.js";
import { lineOf } from "../source/positions.js";
import { coverageOf } from "./coverage.js";
import { heardRules } from "./heard-rules.js";
import { inOrder, settle } from "./settle.js";
import { suppress } from "./suppress.js";

/** How grave the findings of rules are, by rule id, where it is not as the rules say. */
export type Severities = Readonly<Record<string, Severity | "off" | undefined>>;

export interface CheckOptions {
  /** Absent with `--no-git`: claims about commits and files then cannot be told. */
  readonly history?: History | undefined;
  /** `--as-of REV`. */
  readonly asOf?: string | undefined;
  /** Run these rules only; the caller has checked that they exist. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
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
  /** False with `--no-inline-config`: comments in reports then suppress nothing, and nothing is said of them. */
  readonly inlineConfig?: boolean;
  /** Reports that generated tables are made from, besides those that are checked. */
  readonly besides?: readonly Report[];
}

export interface CheckedReport {
  readonly report: Report;
  readonly judgements: readonly Judgement[];
  readonly result: FileResult;
  readonly readiness: Readiness;
  /** What could be fixed, were the report not frozen: its diagnostics have no fix. */
  readonly withheld: readonly Diagnostic[];
  /** The ids of the rules that ran and had all they ask for: what these do not find is not there. */
  readonly heard: ReadonlySet<string>;
}

/** Checks reports together, so that git is asked once for all. Raises git errors; never fails on a report's text. */
export async function checkReports(reports: readonly Report[], options: CheckOptions = {}): Promise<CheckedReport[]> {
  const claimed = reports.map((report) => ({ report, claims: extractClaims(report) }));
  const gathered = await gather(claimed, {
    history: options.history,
    asOf: options.asOf,
    refs: options.refs,
    pathPrefixes: options.pathPrefixes ?? [],
    frozen: options.frozen,
    tolerances: options.tolerances,
    weights: options.weights,
  });
  const read = gathered.map((g): ReadReport => ({ report: g.report, readiness: computeReadiness(g, options.weights) }));
  const byPath = new Map(
    [...(await readBesides(reports, options)), ...read].map((one) => [one.report.source.path, one]),
  );
  return gathered.map((g, at) => {
    const { readiness } = read[at] as ReadReport;
    const frozen = options.frozen?.(g.report) === true;
    const tables = frozen
      ? []
      : tableStates(
          { report: g.report, readiness },
          {
            tables: options.tables ?? new Map(),
            find: (path) => byPath.get(path),
            askedGit: g.git?.survey.repository.state === "present",
          },
        );
    const { result, heard } = resultOf(g, tables, options);
    const withheld = frozen ? result.diagnostics.filter(({ fix }) => fix !== null) : [];
    return {
      report: g.report,
      judgements: g.judgements,
      result: frozen ? { ...result, diagnostics: result.diagnostics.map((one) => ({ ...one, fix: null })) } : result,
      readiness,
      withheld,
      heard,
    };
  });
}

/** A table over several reports says nothing of git, so that it need not be asked about them. */
async function readBesides(
  reports: readonly Report[],
  { besides = [], pathPrefixes = [], tolerances, weights }: CheckOptions,
): Promise<ReadReport[]> {
  if (!reports.some(({ generated }) => generated.length > 0)) return [];
  const claimed = besides.map((report) => ({ report, claims: extractClaims(report) }));
  const gathered = await gather(claimed, { history: undefined, asOf: undefined, pathPrefixes, tolerances, weights });
  return gathered.map((g) => ({ report: g.report, readiness: computeReadiness(g, weights) }));
}

function resultOf(
  gathered: Gathered,
  tables: readonly TableState[],
  options: CheckOptions,
): Pick<CheckedReport, "result" | "heard"> {
  const { report, judgements, claims } = gathered;
  const severities = typeof options.severities === "function" ? options.severities(report) : options.severities;
  const chosen = rules.filter((rule) => isOn(rule, options, severities?.[rule.id]));
  const heard = heardRules(chosen, { ...gathered, tables, asOf: options.asOf });
  const changed = gathered.git && !options.frozen?.(report) ? changedFiles(judgements, gathered.git) : [];
  const context = { report, judgements, changed, tables, suppressionFaults: [] };
  const all = inOrder(chosen.map((rule) => ({ rule, findings: rule.check(context) })));
  const { shown, suppressed, faults } = suppress(all, options.inlineConfig === false ? [] : report.suppressions, {
    known: rules.map(({ id }) => id),
    heard,
    itself: unusedSuppression.id,
  });
  const onComments = chosen.includes(unusedSuppression)
    ? inOrder([
        { rule: unusedSuppression, findings: unusedSuppression.check({ ...context, suppressionFaults: faults }) },
      ])
    : [];
  const found = { told: [...shown, ...onComments], hidden: suppressed };
  const result: FileResult = {
    path: report.source.path,
    repositoryPath: report.source.path,
    items: report.items.map(
      (item): LintedItem => ({
        key: item.key,
        title: item.title,
        status: item.status,
        percent: item.percent ?? null,
        line: lineOf(report.source, item.mentions[0]?.range.start ?? 0),
      }),
    ),
    coverage: coverageOf(judgements),
    diagnostics: settle(report, found, severities ?? {}, judgements),
    hidden: { suppressed: suppressed.length, baselined: 0 },
    lines: report.source.raw.split(/\r\n|\n|\r/),
    lineStarts: report.source.rawLineStarts,
    notes: notesOn(report, claims.length),
  };
  return { result, heard };
}

/** A file that is there for its generated tables need not say anything itself. */
function notesOn({ items, generated }: Report, claims: number): string[] {
  return items.length + claims + generated.length === 0 ? ["no item and no figure was found in it"] : [];
}

function isOn({ id, onByDefault }: Rule, { only, skip }: CheckOptions, level: Severities[string]): boolean {
  if (only && only.length > 0) return only.includes(id);
  return !(skip ?? []).includes(id) && (level === undefined ? onByDefault !== false : level !== "off");
}
