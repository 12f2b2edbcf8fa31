import type { CheckedReport, Diagnostic, Report } from "../../src/index.js";
import { contains, type Range } from "../../src/model/range.js";
import type { Block, Entry, Section, TextUnit } from "../../src/model/report.js";

/** What is wrong with the places in a report, in words; undefined where they are sound. */
export type Objection = string | undefined;

/** Places of the text itself: as many lines in the repaired text as in the file's own, and every repair where it says. */
export function textObjection({ source }: Report): Objection {
  const { text, raw, lineStarts, rawLineStarts, repairs, unrepaired, segments } = source;
  if (lineStarts.length !== rawLineStarts.length) return "the repaired text has another number of lines";
  if (segments.length !== repairs.length + 1) return "segments and repairs do not alternate";
  for (const { raw: at, range, before, after } of repairs) {
    if (raw.slice(at.start, at.end) !== before) return "a repair does not stand where it says in the file";
    if (text.slice(range.start, range.end) !== after)
      return "a repair does not stand where it says in the repaired text";
  }
  const astray = unrepaired.find((range) => !isWithin(range, text));
  return astray && `damage at ${shown(astray)} of ${text.length}`;
}

/** Every range of the model lies in the text, and what is part of something lies in it. */
export function modelObjection(report: Report): Objection {
  const { text } = report.source;
  const checks: Objection[] = [
    ...report.sections.map((section) => sectionObjection(section, text)),
    ...report.blocks.map((block) => blockObjection(block, text)),
    ...report.units.map((unit) => unitObjection(unit, text)),
    inOrder(report.sections.map(({ range }) => range.start)) ? undefined : "sections out of order",
    ...[report.damage, report.suppressions, report.generated, report.items].map((part) => rangesObjection(part, text)),
  ];
  return checks.find((one) => one !== undefined);
}

function sectionObjection({ range, parent, heading, children, blocks }: Section, text: string): Objection {
  if (!isWithin(range, text)) return `a section at ${shown(range)} of ${text.length}`;
  if (parent && !contains(parent.range, range)) return `a section at ${shown(range)} in one at ${shown(parent.range)}`;
  const parts = [...(heading ? [heading] : []), ...children, ...blocks];
  return outside(parts, range, "a section");
}

function blockObjection(block: Block, text: string): Objection {
  if (!isWithin(block.range, text)) return `a ${block.kind} at ${shown(block.range)} of ${text.length}`;
  switch (block.kind) {
    case "list":
      return outside(block.entries, block.range, "a list") ?? block.entries.map(entryObjection).find((one) => one);
    case "table":
      return (
        outside([...block.header, ...block.rows], block.range, "a table") ??
        block.rows.map(({ cells, range }) => outside(cells, range, "a row")).find((one) => one)
      );
    default:
      return outside(block.lines, block.range, `a ${block.kind}`);
  }
}

function entryObjection({ unit, blocks, range }: Entry): Objection {
  return outside([...(unit ? [unit] : []), ...blocks], range, "an entry");
}

/** The characters of a unit stand in its range, in order. */
function unitObjection({ kind, range, text: { value, offsets, spans } }: TextUnit, text: string): Objection {
  const where = `${kind} at ${shown(range)}`;
  if (!isWithin(range, text)) return `${where} of ${text.length}`;
  if (offsets.length !== value.length + 1)
    return `${where} has ${offsets.length} offsets for ${value.length} characters`;
  if (!inOrder(offsets)) return `${where} has its characters out of order`;
  if (value !== "" && !contains(range, { start: offsets[0] ?? 0, end: offsets[value.length - 1] ?? 0 }))
    return `${where} has characters at ${offsets[0]}..${offsets[value.length - 1]}`;
  const astray = spans.find((span) => !isWithin(span, value));
  return astray && `${where} has a span at ${shown(astray)} of ${value.length}`;
}

/** What the claims and the verdicts on them say of places, and of numbers. */
export function claimObjection({ report, judgements }: CheckedReport): Objection {
  const { text } = report.source;
  for (const { claim, verdict } of judgements) {
    const found = rangesObjection(claim, text) ?? rangesObjection(verdict, text);
    if (found) return `claim "${claim.kind}": ${found}`;
  }
  return undefined;
}

/** Lines, columns and edits of findings are places of the file's own text. */
export function findingObjection({ report, result }: CheckedReport): Objection {
  const { raw, rawLineStarts } = report.source;
  const lengths = raw.split(/\r\n|\n|\r/).map((line) => line.length);
  if (lengths.length !== rawLineStarts.length || result.lines.length !== lengths.length) return "lines do not add up";
  const isPlace = (line: number, column: number): boolean =>
    line >= 1 && line <= lengths.length && column >= 1 && column <= (lengths[line - 1] ?? 0) + 1;
  for (const one of result.diagnostics) {
    const where = `${one.rule} at ${one.line}:${one.column}-${one.endLine}:${one.endColumn}`;
    if (!isPlace(one.line, one.column) || !isPlace(one.endLine, one.endColumn)) return `${where} is no place`;
    if (one.endLine < one.line || (one.endLine === one.line && one.endColumn < one.column))
      return `${where} ends before it starts`;
    const related = one.related.find(({ line }) => line < 1 || line > lengths.length);
    if (related) return `${where} tells of line ${related.line} of ${lengths.length}`;
    const edits = editsObjection(one, raw);
    if (edits) return `${where} ${edits}`;
  }
  const item = result.items.find(({ line }) => line < 1 || line > lengths.length);
  return item && `an item on line ${item.line} of ${lengths.length}`;
}

function editsObjection({ fix }: Diagnostic, raw: string): Objection {
  let done = 0;
  for (const { range, expected } of (fix?.edits ?? []).toSorted((a, b) => a.range.start - b.range.start)) {
    if (range.start < done || !isWithin(range, raw))
      return `has an edit at ${shown(range)} of ${raw.length}, after ${done}`;
    if (raw.slice(range.start, range.end) !== expected) return `has an edit at ${shown(range)} of what is not there`;
    done = range.end;
  }
  return undefined;
}

/** Of other parts of the model, which have objections of their own; and what a comment covers, which goes beyond the last character. */
const ELSEWHERE = new Set(["unit", "section", "table", "list", "entry", "blocks", "block", "conventions", "extent"]);

/** Everything below that looks like a range lies in the text; no number is none. */
function rangesObjection(value: unknown, text: string, seen = new Set<unknown>()): Objection {
  if (typeof value === "number") return Number.isNaN(value) ? "holds what is no number" : undefined;
  if (typeof value !== "object" || value === null || seen.has(value)) return undefined;
  seen.add(value);
  if (isRange(value) && !isWithin(value, text)) return `a range at ${shown(value)} of ${text.length}`;
  for (const [name, part] of Object.entries(value)) {
    const found = ELSEWHERE.has(name) ? undefined : rangesObjection(part, text, seen);
    if (found) return `${name}: ${found}`;
  }
  return undefined;
}

function isRange(value: object): value is Range {
  return "start" in value && "end" in value && typeof value.start === "number" && typeof value.end === "number";
}

function outside(parts: readonly { readonly range: Range }[], range: Range, what: string): Objection {
  const astray = parts.find((part) => !contains(range, part.range));
  return astray && `${what} at ${shown(range)} with a part at ${shown(astray.range)}`;
}

function isWithin({ start, end }: Range, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
}

function inOrder(numbers: readonly number[]): boolean {
  return numbers.every((one, at) => one >= (numbers[at - 1] ?? 0));
}

function shown({ start, end }: Range): string {
  return `${start}..${end}`;
}
