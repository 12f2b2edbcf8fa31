import { everyWord } from "../lex/vocabulary/index.js";
import { labelPattern } from "../lex/word-pattern.js";
import type { Field, TextUnit } from "../model/report.js";

const LABEL =
  /^[\s\p{Extended_Pictographic}\ufe0f\u200d✓✔☑>*-]*([\p{L}\p{N}#][^:：\n]{0,60}?)\s*(?::(?=\s|$|\*)|：)\s*/u;

/** "Label: value" at the start of a line; the label is bold or at most four words long. */
export function readField(unit: TextUnit): Field | undefined {
  if (unit.kind === "cell" || unit.kind === "code") return undefined;
  const value = unit.text.value;
  if (!/[:：]/.test(value)) return undefined;
  const m = LABEL.exec(value);
  const label = m?.[1];
  if (!m || label === undefined) return undefined;
  const at = value.indexOf(label);
  const bold = unit.text.spans.some((s) => s.kind === "strong" && s.start <= at + 1 && s.end >= at + label.length);
  if (!bold && (label.split(/\s+/).length > 4 || /[.!?]/.test(label))) return undefined;
  return { unit, label: label.toLowerCase().trim(), valueStart: m[0].length };
}

/** The value of a field as text. */
export function fieldValue(field: Field): string {
  return field.unit.text.value.slice(field.valueStart);
}

const STATUS_LABEL = labelPattern(() => everyWord((l) => l.labels.status));

/** True for the field that says how far something is. */
export function isStatusField(field: Field): boolean {
  return STATUS_LABEL.test(field.label);
}
