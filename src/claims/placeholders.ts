import { sourceRange, spanAt } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { Report, TextUnit } from "../model/report.js";
import { readField } from "../parse/fields.js";

const SUBSTITUTION = /\$\((?:date|whoami|hostname|git|pwd|uname|basename)\b[^()]*\)/g;
const SLOT =
  /\[(?:YYYY-MM-DD|DD[/.]MM[/.]YYYY|MM[/.]DD[/.]YYYY|date|insert [^\]]*|your [^\]]*|fill[^\]]*|TBD: ?[^\]]*|name here)\](?!\()|\{\{\s*[\w.-]+\s*\}\}|\bYYYY-MM-DD\b|<(?:date|insert [^>]*|your[- ][^>]*|YYYY-MM-DD)>/gi;
/** More than this many and the document is a template. */
const TEMPLATE = 4;

/** Values that were never filled in: shell substitutions anywhere in prose, slots as the value of a field. */
export function placeholders(report: Report): { range: Range; text: string }[] {
  const found = report.units
    .filter((u) => !u.quoted)
    .flatMap((unit) => [...matches(unit, SUBSTITUTION, 0), ...slots(unit)]);
  return found.length > TEMPLATE || isForm(report) ? [] : found;
}

/** Many boxes, and none ticked: a form that is still to be filled in. */
function isForm(report: Report): boolean {
  const boxes = report.blocks
    .flatMap((b) => (b.kind === "list" ? b.entries : []))
    .filter((e) => e.checked !== undefined);
  return boxes.length > TEMPLATE && !boxes.some((e) => e.checked);
}

/** A slot counts only where a value is due: directly behind a label. */
function slots(unit: TextUnit): { range: Range; text: string }[] {
  const field = readField(unit);
  return field && !/format|pattern|example|syntax|template/.test(field.label)
    ? matches(unit, SLOT, field.valueStart).filter((m) => unit.text.value.slice(field.valueStart).trim() === m.text)
    : [];
}

function matches(unit: TextUnit, pattern: RegExp, from: number): { range: Range; text: string; at: number }[] {
  return [...unit.text.value.matchAll(pattern)]
    .filter((m) => m.index >= from && !spanAt(unit.text, "code", m.index))
    .map((m) => ({ range: sourceRange(unit.text, m.index, m.index + m[0].length), text: m[0], at: m.index }));
}
