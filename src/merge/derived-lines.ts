import { statedFigure } from "../claims/stated-figures.js";
import { numberTokens } from "../edit/number-style.js";
import type { Judgement } from "../evidence/evaluate.js";
import { wayHeld } from "../evidence/ways.js";
import type { CheckedReport } from "../lint/check-reports.js";
import type { Claim } from "../model/claim.js";
import type { Range } from "../model/range.js";
import { type TablesById, tableStates } from "../readiness/table-states.js";
import { lineOf, rawRange } from "../source/positions.js";

/** Stands for a derived number while lines are merged; no report holds it. */
export const HOLE = "\u{10fffd}";

/** A number that agrees with the report's own parts, and the way in which it does. */
export interface DerivedNumber {
  readonly kind: Claim["kind"];
  readonly way: string;
}

/** A line of a file, or a whole table that is made from the report. */
export interface HollowLine {
  /** With its line end, as it is in the file. */
  readonly text: string;
  /** The same without its derived numbers and the padding beside them; the text itself where there are none. */
  readonly hollow: string;
  readonly numbers: readonly DerivedNumber[];
}

/** Which numbers of which lines are derived, by line, 1-based. */
export function derivedNumbers({
  report,
  judgements,
}: CheckedReport): Map<number, (DerivedNumber & { judgement: Judgement })[]> {
  const found = new Map<number, (DerivedNumber & { judgement: Judgement })[]>();
  for (const judgement of judgements) {
    const { claim, verdict } = judgement;
    const stated = statedFigure(claim);
    if (!stated || !verdict.ways || claim.unit.quoted || claim.unit.kind === "code") continue;
    const line = lineOf(report.source, stated.start);
    found.set(line, [...(found.get(line) ?? []), { kind: claim.kind, way: wayHeld(verdict), judgement }]);
  }
  return found;
}

/** The lines of a report, with the numbers that agree with its parts taken out; a table made from it is one line. */
export function hollowLines(checked: CheckedReport, tables: TablesById): HollowLine[] {
  const { report, readiness } = checked;
  const { source } = report;
  const starts = source.rawLineStarts;
  const derived = derivedNumbers(checked);
  const states = tableStates({ report, readiness }, { tables, find: () => undefined, askedGit: false });
  const made = states.filter(({ edited, expected }) => !edited && expected !== undefined).map(({ block }) => block);
  return starts.flatMap((start, index): HollowLine[] => {
    const text = source.raw.slice(start, starts[index + 1] ?? source.raw.length);
    const block = made.find(({ inner }) => isWithin(rawRange(source, inner), start));
    if (block) {
      const { start: first, end } = rawRange(source, block.inner);
      return first === start
        ? [{ text: source.raw.slice(start, end), hollow: `${HOLE}${block.id}\n`, numbers: [] }]
        : [];
    }
    const own = (derived.get(index + 1) ?? []).filter(({ judgement }) => judgement.verdict.kind === "consistent");
    return [{ text, hollow: hollow(checked, text, start, own), numbers: own.map(({ kind, way }) => ({ kind, way })) }];
  });
}

function hollow(
  { report }: CheckedReport,
  line: string,
  start: number,
  numbers: readonly { readonly judgement: Judgement }[],
): string {
  const [first] = numbers;
  if (!first) return line;
  const places = numbers.flatMap(({ judgement }) => statedFigure(judgement.claim) ?? []);
  const holes = places.map((place) => rawRange(report.source, place));
  let text = line;
  for (const token of numberTokens(line, first.judgement.claim.unit.conventions).toReversed()) {
    const within = holes.some((hole) => hole.start <= start + token.start && start + token.end <= hole.end);
    if (within) text = text.slice(0, token.start) + HOLE + text.slice(token.end);
  }
  if (first.judgement.claim.unit.kind !== "cell") return text;
  // Numbers of different lengths leave different padding in an aligned cell.
  return text.replace(/[^|]*\u{10fffd}[^|]*(?=\|)/gu, (cell) => cell.replace(/^ +| +$/g, " "));
}

function isWithin({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset < end;
}
