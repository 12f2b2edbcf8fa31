import type { Diagnostic, FileResult, Fix, Severity } from "../model/diagnostic.js";
import type { Position } from "../model/range.js";
import { lastNotAbove } from "../source/positions.js";

/** A finding and the report that it is found in. */
export interface Placed {
  readonly result: FileResult;
  readonly diagnostic: Diagnostic;
}

/** All findings, report by report, each in the order of its file. */
export function inOrder(results: readonly FileResult[]): readonly Placed[] {
  return results.flatMap((result) =>
    result.diagnostics
      .toSorted((a, b) => a.line - b.line || a.column - b.column)
      .map((diagnostic) => ({ result, diagnostic })),
  );
}

/** What is left of results when only so many findings are shown, and how many are not. */
export interface Shortened {
  readonly results: readonly FileResult[];
  readonly omitted: number;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Keeps the worst findings, at most so many; reports, and findings within them, stay in their order. */
export function keepWorst(results: readonly FileResult[], most: number | undefined): Shortened {
  const all = inOrder(results).map(({ diagnostic }) => diagnostic);
  if (most === undefined || all.length <= most) return { results, omitted: 0 };
  const kept = new Set(all.toSorted((a, b) => rank(a) - rank(b)).slice(0, most));
  return {
    results: results.map((result) => ({ ...result, diagnostics: result.diagnostics.filter((one) => kept.has(one)) })),
    omitted: all.length - most,
  };
}

/** Of findings alike in severity, those that change a report's conclusion are the worse. */
function rank({ severity, changesConclusion }: Diagnostic): number {
  return 2 * RANK[severity] + (changesConclusion ? 0 : 1);
}

/** "and 7 more findings". */
export function andMore(omitted: number): string {
  return `and ${omitted} more ${omitted === 1 ? "finding" : "findings"}`;
}

/** What a fix would do, for people. */
export function describeFix({ title, safety }: Fix): string {
  return safety === "safe" ? title : `${title} (unsafe: check it yourself)`;
}

/** What a finding rests on, line by line, as a label and a text: where formats have no places of their own for it. */
export function detailsOf(diagnostic: Diagnostic): readonly (readonly [label: string, text: string])[] {
  const { stated, computed, derivation, proof, fix, changesConclusion } = diagnostic;
  const lines: [string, string | null][] = [
    ["stated", stated],
    ["computed", computed],
    ["because", derivation],
    ["note", changesConclusion ? "this changes the report's conclusion" : null],
    ["prove", proof],
    ["fix", fix && describeFix(fix)],
  ];
  return lines.flatMap(([label, text]) => (text === null ? [] : [[label, text] as const]));
}

/** A replacement by places; `end` is the first one behind it. */
export interface PlacedEdit {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** The edits of a fix by lines and columns of the file's own text. */
export function placedEdits({ lineStarts }: FileResult, { edits }: Fix): readonly PlacedEdit[] {
  const at = (offset: number): Position => {
    const index = lastNotAbove(lineStarts, offset, (start) => start);
    return { line: index + 1, column: offset - (lineStarts[index] ?? 0) + 1 };
  };
  return edits.map(({ range, newText }) => ({ start: at(range.start), end: at(range.end), text: newText }));
}
