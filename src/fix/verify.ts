import { mapOffset } from "../edit/apply-fixes.js";
import type { Diagnostic, TextEdit } from "../model/diagnostic.js";
import type { Range } from "../model/range.js";
import type { SourceText } from "../model/source-text.js";
import type { Run } from "./passes.js";

/** Rules that speak once for a whole file or quantity: where they point at may move when a part is put right. */
const ROVING = new Set(["mojibake", "restated-mismatch"]);

/** What is found now and was not found, at the same place, before the run. */
export function newFindings({ before, current, passes }: Run): readonly Diagnostic[] {
  const known = before.result.diagnostics.map((d) => ({
    rule: d.rule,
    line: lineAt(current.report.source, mapped(placeOf(before.report.source, d).start, passes, 0)),
  }));
  return current.result.diagnostics.filter(
    (d) => !known.some(({ rule, line }) => rule === d.rule && (line === d.line || ROVING.has(rule))),
  );
}

/** What was fixed and is found again where it was. */
export function stillFound({ current, passes, made }: Run): readonly Diagnostic[] {
  const places = made.flatMap(({ rule, pass, edits }) =>
    edits.map(({ range, newText }) => {
      const start = mapped(startAfter(passes[pass] ?? [], range), passes, pass + 1);
      return { rule, range: { start, end: start + Math.max(1, newText.length) } };
    }),
  );
  return current.result.diagnostics.filter((d) => {
    const place = placeOf(current.report.source, d);
    return places.some(({ rule, range }) => rule === d.rule && range.start < place.end && place.start < range.end);
  });
}

/** Where an edit's new text starts once all edits of its pass are made. */
function startAfter(edits: readonly TextEdit[], { start }: Range): number {
  return mapOffset(
    edits.filter((edit) => edit.range.start < start),
    start,
  );
}

function mapped(offset: number, passes: Run["passes"], from: number): number {
  return passes.slice(from).reduce((at, edits) => mapOffset(edits, at), offset);
}

/** The range of a finding in the file's own text. */
function placeOf({ rawLineStarts }: SourceText, d: Diagnostic): Range {
  const offset = (line: number, column: number): number => (rawLineStarts[line - 1] ?? 0) + column - 1;
  const start = offset(d.line, d.column);
  return { start, end: Math.max(start + 1, offset(d.endLine, d.endColumn)) };
}

function lineAt({ rawLineStarts }: SourceText, offset: number): number {
  return rawLineStarts.findLastIndex((start) => start <= offset) + 1;
}
