import { statedFigure } from "../claims/stated-figures.js";
import { numberTokens } from "../edit/number-style.js";
import type { Judgement } from "../evidence/evaluate.js";
import type { CheckedReport } from "../lint/check-reports.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Range } from "../model/range.js";
import { type TablesById, tableStates } from "../readiness/table-states.js";
import { rawRange } from "../source/positions.js";

/** Stands for a derived number while lines are merged; no report holds it. */
export const HOLE = "\u{10fffd}";

/** A line of a file whose derived numbers were taken out. */
export interface HollowLine {
  /** With its line end, as it is in the file. */
  readonly text: string;
  /** The same without the numbers and the padding beside them; equal to `text` where nothing is derived. */
  readonly hollow: string;
  /** How many of its derived numbers agree with the report's parts. */
  readonly held: number;
}

/** Whether the value of a claim follows from the report's own parts: it agrees with them, or a safe fix makes it agree. */
function isDerived({ claim, verdict }: Judgement, diagnostics: readonly Diagnostic[], line: number): boolean {
  if (statedFigure(claim) === undefined || claim.unit.quoted || claim.unit.kind === "code") return false;
  if (verdict.kind === "consistent") return true;
  return diagnostics.some((d) => d.line === line && d.fix?.safety === "safe");
}

/**
 * The lines of a report, with the numbers that follow from its parts taken out; a table that is made from the report
 * counts as one line.
 */
export function hollowLines(
  { report, judgements, result, readiness }: CheckedReport,
  tables: TablesById,
): HollowLine[] {
  const { source } = report;
  const starts = source.rawLineStarts;
  const holes = new Map<number, Range[]>();
  const held = heldByLine({ report, judgements });
  for (const judgement of judgements) {
    const stated = statedFigure(judgement.claim);
    if (!stated) continue;
    const place = rawRange(source, stated);
    const line = lineOf(starts, place.start);
    if (!isDerived(judgement, result.diagnostics, line)) continue;
    holes.set(line, [...(holes.get(line) ?? []), place]);
  }
  const states = tableStates({ report, readiness }, { tables, find: () => undefined, askedGit: false });
  const made = states.filter(({ edited, expected }) => !edited && expected !== undefined).map(({ block }) => block);
  return starts.flatMap((start, index): HollowLine[] => {
    const text = source.raw.slice(start, starts[index + 1] ?? source.raw.length);
    const block = made.find(({ inner }) => isWithin(rawRange(source, inner), start));
    if (block) {
      const { start: first, end } = rawRange(source, block.inner);
      return first === start ? [{ text: source.raw.slice(start, end), hollow: `${HOLE}${block.id}\n`, held: 0 }] : [];
    }
    const own = holes.get(index + 1) ?? [];
    const emptied = own.length === 0 ? text : hollow(text, start, own, judgements);
    return [{ text, hollow: emptied, held: held.get(index + 1) ?? 0 }];
  });
}

function isWithin({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset < end;
}

/** By line: how many derived numbers agree with the report's parts. */
export function heldByLine({ report, judgements }: Pick<CheckedReport, "report" | "judgements">): Map<number, number> {
  const counts = new Map<number, number>();
  for (const judgement of judgements) {
    const stated = statedFigure(judgement.claim);
    if (!stated || judgement.verdict.kind !== "consistent" || !isDerived(judgement, [], 0)) continue;
    const line = lineOf(report.source.lineStarts, stated.start);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

function hollow(line: string, start: number, holes: readonly Range[], [first]: CheckedReport["judgements"]): string {
  const conventions = first?.claim.unit.conventions;
  if (!conventions) return line;
  let text = line;
  for (const token of numberTokens(line, conventions).toReversed()) {
    const within = holes.some((hole) => hole.start <= start + token.start && start + token.end <= hole.end);
    if (within) text = text.slice(0, token.start) + HOLE + text.slice(token.end);
  }
  // Numbers of different lengths leave different padding in an aligned cell.
  return text.replace(/[^|]*\u{10fffd}[^|]*(?=\|)/gu, (cell) => cell.replace(/^ +| +$/g, " "));
}

function lineOf(starts: readonly number[], offset: number): number {
  return starts.findLastIndex((start) => start <= offset) + 1;
}
