import { type AppliedFixes, applyFixes, mapOffset } from "../edit/apply-fixes.js";
import type { CheckedReport } from "../lint/check-reports.js";
import type { Diagnostic, Fix, TextEdit } from "../model/diagnostic.js";
import type { Report } from "../model/report.js";
import { parseReport } from "../parse/parse-report.js";
import { decode, encode } from "../source/decode.js";
import { offsetAt } from "../source/positions.js";

/** How often the fixes of a report are looked for anew; each pass carries what follows from the one before. */
const PASSES = 5;

/** Which findings of a report are to be fixed, of those that have a fix; what is refused is not asked about again. */
export type Choice = (
  report: CheckedReport,
  found: readonly Diagnostic[],
) => Promise<{ readonly chosen: readonly Diagnostic[]; readonly refused?: readonly Diagnostic[] }>;

/** Checks reports anew, all at once, while the others of the run are as they are; in the order given. */
export type Recheck = (reports: readonly Report[], others: readonly Report[]) => Promise<readonly CheckedReport[]>;

export interface SkippedFix {
  readonly diagnostic: Diagnostic;
  readonly why: "overlaps" | "stale" | "brings-new-findings" | "does-not-settle";
}

/** A report on its way to a fixed point. */
export interface Run {
  readonly before: CheckedReport;
  current: CheckedReport;
  /** The edits of each pass, each in the text that the pass before has left. */
  readonly passes: (readonly TextEdit[])[];
  readonly fixed: Diagnostic[];
  /** What was chosen in the first pass, as it was found. */
  wanted: readonly Diagnostic[];
  /** The edits of each finding that was fixed, and the pass that made them. */
  readonly made: { readonly rule: string; readonly pass: number; readonly edits: readonly TextEdit[] }[];
  skipped: SkippedFix[];
  /** Where the findings stand, in the text as it is now, that somebody does not want fixed. */
  refused: readonly Place[];
  /** No edit is left to be made. */
  settled: boolean;
}

export function startRun(before: CheckedReport): Run {
  return {
    before,
    current: before,
    passes: [],
    fixed: [],
    wanted: [],
    made: [],
    skipped: [],
    refused: [],
    settled: false,
  };
}

/** Where a finding of a rule starts in a report's own text; words and numbers may occur many times, places do not. */
export interface Place {
  readonly rule: string;
  readonly offset: number;
}

export function placeOf({ report }: CheckedReport, diagnostic: Diagnostic): Place {
  return { rule: diagnostic.rule, offset: offsetAt(report.source, diagnostic) };
}

/** A test whether a finding of a report stands at one of these places. */
export function amongst(places: readonly Place[], report: CheckedReport): (diagnostic: Diagnostic) => boolean {
  const key = ({ rule, offset }: Place): string => `${rule} ${offset}`;
  const known = new Set(places.map(key));
  return (diagnostic) => known.has(key(placeOf(report, diagnostic)));
}

/** The text of a report as it stands. */
export function finalText({ report }: CheckedReport): string {
  return report.source.raw;
}

/** Applies fixes until there are none left to apply, or until it is clear that there is no end to them. */
export async function runPasses(runs: readonly Run[], choose: Choice, recheck: Recheck): Promise<void> {
  for (let pass = 0; pass <= PASSES; pass++) {
    const changed: { run: Run; report: Report }[] = [];
    for (const run of runs) {
      if (run.settled) continue;
      const isRefused = amongst(run.refused, run.current);
      const found = run.current.result.diagnostics.filter(hasFix).filter((d) => !isRefused(d));
      const { chosen, refused = [] } = found.length === 0 ? { chosen: [] } : await choose(run.current, found);
      run.refused = [...run.refused, ...refused.map((d) => placeOf(run.current, d))];
      if (pass === 0) run.wanted = chosen.filter(hasFix);
      const applied = applyFixes(run.current.report.source.raw, chosen.filter(hasFix));
      run.skipped = applied.skipped.map(({ fix: diagnostic, why }) => ({ diagnostic, why }));
      if (applied.applied.length === 0) run.settled = true;
      else if (pass < PASSES) changed.push({ run, report: advance(run, applied) });
    }
    if (changed.length === 0) return;
    const again = new Set(changed.map(({ run }) => run));
    for (const run of runs) {
      if (again.has(run) || !isMadeFromOthers(run)) continue;
      run.settled = false;
      changed.push({ run, report: run.current.report });
      again.add(run);
    }
    const others = runs.filter((one) => !again.has(one)).map(({ current }) => current.report);
    const checked = await recheck(
      changed.map(({ report }) => report),
      others,
    );
    for (const [index, { run }] of changed.entries()) run.current = checked[index] ?? run.current;
  }
}

/** A table of several reports changes with any of them. */
function isMadeFromOthers({ current }: Run): boolean {
  return current.report.generated.length > 0;
}

type Fixable = Diagnostic & { readonly fix: Fix };

function hasFix(diagnostic: Diagnostic): diagnostic is Fixable {
  return diagnostic.fix !== null;
}

function advance(run: Run, { text, applied, edits }: AppliedFixes<Fixable>): Report {
  const pass = run.passes.length;
  for (const diagnostic of applied) run.made.push({ rule: diagnostic.rule, pass, edits: diagnostic.fix.edits });
  for (const diagnostic of applied) run.fixed.push(diagnostic);
  run.passes.push(edits);
  run.refused = run.refused.map(({ rule, offset }) => ({ rule, offset: mapOffset(edits, offset) }));
  const { source, statuses } = run.current.report;
  const { path, bom } = source;
  return parseReport({ ...decode(encode(text, bom), path), path }, { statuses });
}
