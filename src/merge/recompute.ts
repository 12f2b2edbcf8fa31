import { applyFixes } from "../edit/apply-fixes.js";
import { toFix } from "../edit/to-fix.js";
import type { Judgement } from "../evidence/evaluate.js";
import { valueBy } from "../evidence/ways.js";
import { fixReports } from "../fix/fix-reports.js";
import { type CheckedReport, type CheckOptions, checkReports } from "../lint/check-reports.js";
import type { Fix } from "../model/diagnostic.js";
import type { Report } from "../model/report.js";
import { rules } from "../rules/index.js";
import type { Contradicted } from "../rules/rule.js";
import { type DerivedNumber, derivedNumbers } from "./derived-lines.js";

/** A percentage follows its share, and a total its subtotals: each needs a pass of its own. */
const PASSES = 6;

/** The lines of a merged text that hold derived numbers, 1-based, with these. */
export type DerivedLines = ReadonlyMap<number, readonly DerivedNumber[]>;

export type Recomputed = { readonly text: string } | { readonly failed: number };

/**
 * Computes the derived numbers of a merged text anew, each in the way in which it held before the merge, and makes the
 * tables in it anew. Answers with a line whose number could not be computed where there is one.
 */
export async function recompute(
  text: string,
  derived: DerivedLines,
  parse: (text: string) => Report,
  options: CheckOptions,
): Promise<Recomputed> {
  let now = text;
  for (let pass = 0; pass < PASSES; pass++) {
    const [checked] = await checkReports([parse(now)], options);
    if (!checked) return { failed: 0 };
    const fixes: { fix: Fix }[] = [];
    for (const [line, numbers] of derived) {
      const found = fixesOf(checked, line, numbers);
      if (!found) return { failed: line };
      fixes.push(...found);
    }
    if (fixes.length === 0) return { text: await withTables(checked, derived, options) };
    now = applyFixes(now, fixes).text;
  }
  return { failed: [...derived.keys()][0] ?? 0 };
}

/** What has to be written on a line; undefined where some number of it cannot be computed in its way. */
function fixesOf(checked: CheckedReport, line: number, numbers: readonly DerivedNumber[]): { fix: Fix }[] | undefined {
  const there = [...(derivedNumbers(checked).get(line) ?? [])];
  const fixes: { fix: Fix }[] = [];
  for (const { kind, way } of numbers) {
    const at = there.findIndex((one) => one.kind === kind && valueBy(one.judgement.verdict, way) !== undefined);
    const [found] = at < 0 ? [] : there.splice(at, 1);
    if (!found) return undefined;
    if (found.way === way) continue;
    const fix = fixTo(checked, found.judgement, way);
    if (!fix) return undefined;
    fixes.push({ fix });
  }
  return fixes;
}

function fixTo({ report }: CheckedReport, judgement: Judgement, way: string): Fix | undefined {
  const { claim } = judgement;
  const value = valueBy(judgement.verdict, way);
  if (!value) return undefined;
  const verdict = asContradicted(claim.raw, value);
  const [correction] = rules.flatMap((rule) => rule.correct?.(claim, verdict, report) ?? []);
  return correction && toFix(report.source, correction);
}

function asContradicted(stated: string, { low, high }: { readonly low: number; readonly high: number }): Contradicted {
  return {
    kind: "contradicted",
    stated,
    computed: String(low),
    value: { low, high, certain: true },
    by: { how: "", from: [] },
    deviation: undefined,
    changesConclusion: false,
  };
}

/** Tables that are made from the report are told of at the line of their first marker. */
async function withTables(checked: CheckedReport, derived: DerivedLines, options: CheckOptions): Promise<string> {
  const [result] = await fixReports(
    [checked],
    async (_, found) => ({
      chosen: found.filter((d) => d.rule === "stale-readiness-table" && derived.has(d.line + 1)),
    }),
    (reports) => checkReports(reports, options),
  );
  return result?.text ?? checked.report.source.raw;
}
