import { isoDates } from "../lex/dates.js";
import { readStatus } from "../lex/status.js";
import { everyWord } from "../lex/vocabulary/index.js";
import { WordPattern } from "../lex/word-pattern.js";
import type { Field, Section } from "../model/report.js";
import type { Status } from "../model/status.js";
import { fieldValue, isStatusField } from "./fields.js";

/** How much of a report's start counts as its head, in characters. */
const HEAD = 3000;
const DATE_LABEL = new WordPattern(
  () => everyWord((l) => l.labels.date),
  (words) => `^${words}`,
);

/** How much of its end counts as its foot, where some reports are dated. */
const FOOT = 600;

/** The report's own date: a date field in its head, else a date in its title, else a date field in its foot. */
export function reportDate(fields: readonly Field[], sections: readonly Section[]): string | undefined {
  const field = fields.find(
    (f) => f.unit.range.start < HEAD && DATE_LABEL.test(f.label) && isoDates(fieldValue(f)).length > 0,
  );
  if (field) return isoDates(fieldValue(field))[0];
  const title = sections.find((s) => s.depth === 1)?.heading?.text.value ?? "";
  const end = sections[0]?.range.end ?? 0;
  const foot = fields.findLast(
    (f) => f.unit.range.start > end - FOOT && DATE_LABEL.test(f.label) && isoDates(fieldValue(f)).length > 0,
  );
  return isoDates(title)[0] ?? (foot && isoDates(fieldValue(foot))[0]);
}

/** What the head says of the whole report: a status field that belongs to no item. */
export function reportStatus(fields: readonly Field[], taken: ReadonlySet<Field>): Status {
  const field = fields.find(
    (f) => isStatusField(f) && !taken.has(f) && f.unit.range.start < HEAD && f.unit.section.depth <= 2,
  );
  return (field && readStatus(fieldValue(field), field.unit.conventions)?.status) ?? "unknown";
}
