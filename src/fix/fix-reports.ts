import { mapOffset } from "../edit/apply-fixes.js";
import type { CheckedReport } from "../lint/check-reports.js";
import type { Diagnostic } from "../model/diagnostic.js";
import {
  amongst,
  type Choice,
  finalText,
  type Place,
  placeOf,
  type Recheck,
  type Run,
  runPasses,
  type SkippedFix,
  startRun,
} from "./passes.js";
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

/** Nor is it tried all over again more often than this. */
const MOST_ROUNDS = 10;

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
  for (const run of runs) results.push(await settled(run, choose, recheck));
  return results;
}

/**
 * All fixes of a run where they can be made together, else those that can be made one by one: until nothing is left that
 * would be fixed if it were done all over, as a fix may have waited for a later one.
 */
async function settled(run: Run, choose: Choice, recheck: Recheck, rounds = MOST_ROUNDS): Promise<FixedReport> {
  if (isSound(run)) return resultOf(run);
  const first = await oneByOne(run, choose, recheck);
  if (first.fixed.length === 0 || rounds === 1) return first;
  const next = startRun(first.after);
  await runPasses([next], choose, recheck);
  const rest = await settled(next, choose, recheck, rounds - 1);
  return { ...rest, before: first.before, fixed: inOrder([...first.fixed, ...rest.fixed]) };
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
async function oneByOne({ before, wanted }: Run, choose: Choice, recheck: Recheck): Promise<FixedReport> {
  const fixed: Diagnostic[] = [];
  const skipped: SkippedFix[] = [];
  let current = before;
  let waiting = wanted.map((diagnostic) => ({ diagnostic, place: placeOf(before, diagnostic) }));
  for (const { diagnostic } of waiting.splice(MOST_SINGLE_TRIES)) skipped.push({ diagnostic, why: "does-not-settle" });
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { diagnostic, place } = next;
    const known = current.result.diagnostics.map((d) => placeOf(current, d));
    if (!known.some((one) => isSame(one, place))) continue;
    const run = startRun(current);
    await runPasses([run], onlyFrom(place, known, run, choose), recheck);
    if (isSound(run) && run.fixed.length > 0) {
      current = run.current;
      for (const one of run.fixed) fixed.push(one);
      waiting = waiting.map((one) => ({ ...one, place: moved(one.place, run.passes) }));
    } else {
      const why = newFindings(run).length + noLongerHeld(run) > 0 ? "brings-new-findings" : "does-not-settle";
      skipped.push({ diagnostic, why });
    }
  }
  return { before, after: current, text: finalText(current), fixed: inOrder(fixed), skipped };
}

/** The one finding, and then only what was not there before. */
function onlyFrom(place: Place, known: readonly Place[], run: Run, choose: Choice): Choice {
  return async (report, found) => {
    if (run.passes.length === 0) return { chosen: found.filter((d) => isSame(placeOf(report, d), place)) };
    const wasThere = amongst(
      known.map((one) => moved(one, run.passes)),
      report,
    );
    return choose(
      report,
      found.filter((d) => !wasThere(d)),
    );
  };
}

function isSame(a: Place, b: Place): boolean {
  return a.rule === b.rule && a.offset === b.offset;
}

function moved({ rule, offset }: Place, passes: Run["passes"]): Place {
  return { rule, offset: passes.reduce((at, edits) => mapOffset(edits, at), offset) };
}

function inOrder(fixed: readonly Diagnostic[]): Diagnostic[] {
  return fixed.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
