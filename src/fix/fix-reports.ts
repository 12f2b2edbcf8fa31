import type { CheckedReport } from "../lint/check-reports.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type Choice, finalText, type Recheck, type Run, runPasses, type SkippedFix, startRun } from "./passes.js";
import { newFindings, noLongerHeld, stillFound } from "./verify.js";

/** A report before and after its fixes. */
export interface FixedReport {
  readonly before: CheckedReport;
  /** The same as `before` where nothing is to be written. */
  readonly after: CheckedReport;
  /** The file's own text, as it is to be. */
  readonly text: string;
  /** What was fixed, as it was found, in the order of the file. */
  readonly fixed: readonly Diagnostic[];
  /** What had a fix that could not be applied beside another, or would have made something else wrong. */
  readonly skipped: readonly SkippedFix[];
}

/** A report with more fixes than these is not tried fix by fix. */
const MOST_SINGLE_TRIES = 60;

/**
 * Fixes reports to a fixed point, without writing anything. What was fixed is found no more, and nothing is found that was
 * not there before: fixes that would bring that about are left out, and the rest is kept. Raises what `recheck` raises.
 */
export async function fixReports(
  checked: readonly CheckedReport[],
  choose: Choice,
  recheck: Recheck,
): Promise<FixedReport[]> {
  const runs = checked.map(startRun);
  await runPasses(runs, choose, recheck);
  const results: FixedReport[] = [];
  for (const run of runs) results.push(isSound(run) ? resultOf(run) : await oneByOne(run.before, choose, recheck));
  return results;
}

function isSound(run: Run): boolean {
  return run.settled && newFindings(run).length === 0 && stillFound(run).length === 0 && noLongerHeld(run) === 0;
}

function resultOf({ before, current, fixed, skipped }: Run): FixedReport {
  const gone = new Set(fixed.map((d) => d.fingerprint));
  const left = skipped.filter(({ diagnostic }) => !gone.has(diagnostic.fingerprint));
  const last = new Map(left.map((skip) => [skip.diagnostic.fingerprint, skip]));
  return { before, after: current, text: finalText(current), fixed: inOrder(fixed), skipped: [...last.values()] };
}

/** Keeps each fix only if, with all that follows from it, it leaves the report sound. */
async function oneByOne(before: CheckedReport, choose: Choice, recheck: Recheck): Promise<FixedReport> {
  const candidates = await choose(before, before.result.diagnostics);
  const fixed: Diagnostic[] = [];
  const skipped: SkippedFix[] = [];
  let current = before;
  const tries = candidates.length > MOST_SINGLE_TRIES ? [] : candidates;
  for (const diagnostic of candidates.slice(tries.length)) skipped.push({ diagnostic, why: "does-not-settle" });
  for (const candidate of tries) {
    const known = new Set(current.result.diagnostics.map((d) => d.fingerprint));
    if (!known.has(candidate.fingerprint)) continue;
    const run = startRun(current);
    const alone: Choice = async (report, found) => {
      const chosen = await choose(report, found);
      return chosen.filter((d) => d.fingerprint === candidate.fingerprint || !known.has(d.fingerprint));
    };
    await runPasses([run], alone, recheck);
    if (isSound(run) && run.fixed.length > 0) {
      current = run.current;
      fixed.push(...run.fixed);
    } else {
      const why = newFindings(run).length + noLongerHeld(run) > 0 ? "brings-new-findings" : "does-not-settle";
      skipped.push({ diagnostic: candidate, why });
    }
  }
  return { before, after: current, text: finalText(current), fixed: inOrder(fixed), skipped };
}

function inOrder(fixed: readonly Diagnostic[]): Diagnostic[] {
  return fixed.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
