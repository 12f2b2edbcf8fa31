import { timeUnit } from "../lex/durations.js";
import { figures } from "../lex/numbers.js";
import { readStatus } from "../lex/status.js";
import { en } from "../lex/vocabulary/en.js";
import { everyWord } from "../lex/vocabulary/index.js";
import { labelPattern, WordPattern, wordPattern } from "../lex/word-pattern.js";
import type { RestatementClaim } from "../model/claim.js";
import { columnOf } from "../model/columns.js";
import { grouped } from "../model/grouped.js";
import type { Item } from "../model/item.js";
import { quote, sourceRange } from "../model/plain-text.js";
import type { Quantity } from "../model/quantity.js";
import type { Range } from "../model/range.js";
import type { Field, Report, Section, TextUnit } from "../model/report.js";
import { fieldValue } from "../parse/fields.js";
import { isTotalLabel } from "../parse/table.js";
import { cellFigures } from "./cells.js";
import { type Places, placesOf } from "./places.js";

interface Statement {
  readonly quantity: Quantity;
  readonly range: Range;
  readonly unit: TextUnit;
}

const OVERALL = new WordPattern(
  () =>
    ["status", ...everyWord((l) => [...(l.labels.overall ?? []), ...(l === en ? [] : (l.labels.status ?? []))])].filter(
      (w) => w !== "total",
    ),
  (words) => `^(?:(?:current|overall|total|project|completion)\\s*)*${words}$`,
);
const GENERAL = wordPattern(() => everyWord((l) => l.general));
const ESTIMATE = labelPattern(() => everyWord((l) => l.labels.estimate));
const TOTAL_LABEL = labelPattern(() => everyWord((l) => l.total.filter((w) => l !== en || w === "total")));
const EFFORT = labelPattern(() => everyWord((l) => (l === en ? [] : l.headers.hours)));

/** Quantities that a report states more than once: its overall percentage, and an item's estimate. */
export function restatementClaims(report: Report): RestatementClaim[] {
  const places = placesOf(report);
  const overall = overallStatements(report);
  const estimates = report.items
    .filter((i) => i.primary)
    .map((item) => ({ subject: `the estimate of ${quote(item.key)}`, statements: estimateStatements(item, places) }));
  return [{ subject: "overall completion", statements: overall }, ...estimates].flatMap(({ subject, statements }) => {
    const first = oddOne(statements);
    if (!first) return [];
    return [
      {
        kind: "restatement",
        unit: first.unit,
        range: first.range,
        raw: first.quantity.raw,
        subject,
        statements: statements.map(({ quantity, range }) => ({ quantity, range })),
      },
    ];
  });
}

/** The statement that most others differ from; the first of two. */
function oddOne(statements: readonly Statement[]): Statement | undefined {
  if (statements.length < 2) return undefined;
  const name = ({ quantity }: Statement): string => `${quantity.low} ${quantity.high}`;
  const same = grouped(statements, name);
  const alike = (a: Statement): number => same.get(name(a))?.length ?? 0;
  return statements.reduce((odd, s) => (alike(s) < alike(odd) ? s : odd));
}

function overallStatements(report: Report): Statement[] {
  const places = placesOf(report);
  const fields = report.fields.flatMap((field): Statement[] => {
    const value = fieldValue(field);
    if (!OVERALL.test(field.label) || /→|->/.test(value) || !isGeneral(field.unit.section, places)) return [];
    const figure = figures(value, field.unit.conventions).find((f) => f.percent && f.quantity.sign === "");
    if (
      figure?.quantity.bound !== "exact" ||
      !/^[^.;\d]{0,40}$/.test(value.slice(0, figure.start)) ||
      /^\s*(?:of|test|code|coverage|pass)\b/i.test(value.slice(figure.end))
    )
      return [];
    if (!leadsWithStatus(value.slice(0, figure.start))) return [];
    const at = field.valueStart;
    return [
      {
        quantity: figure.quantity,
        unit: field.unit,
        range: sourceRange(field.unit.text, at + figure.start, at + figure.end),
      },
    ];
  });
  const totals = report.blocks.flatMap((block): Statement[] => {
    if (block.kind !== "table" || block.quoted || !isGeneral(block.section, places)) return [];
    const row = block.rows.find((r) => r.total && isTotalLabel(r.cells[0]?.text.value ?? ""));
    const column = block.roles.indexOf("percent");
    const cell = row?.cells[column];
    const found = cell && column >= 0 ? cellFigures(cell)?.first : undefined;
    return cell && found?.percent ? [{ quantity: found.quantity, unit: cell, range: found.range }] : [];
  });
  return [...fields, ...(totals.length === 1 ? totals : [])].sort((a, b) => a.range.start - b.range.start);
}

/** Before the figure stand at most marks, brackets and status words. */
function leadsWithStatus(text: string): boolean {
  const bare = text.replace(/[\p{Extended_Pictographic}\ufe0f*_~(≈:–—-]/gu, " ").trim();
  return bare === "" || readStatus(bare)?.explicit === true;
}

/** A section that speaks of the whole report: its head, or one named for it. */
function isGeneral(section: Section, places: Places): boolean {
  if (section.depth <= 1) return true;
  const heading = section.heading?.text.value ?? "";
  if (places.itemOf(section)) return false;
  return (
    section.depth <= 3 &&
    GENERAL.test(heading) &&
    !/\b(?:phase|task|week|sprint|session|before|after|previous|test|coverage)\b/iu.test(heading)
  );
}

/** In its table row, in a field of its section, and in the total under such a field. */
function estimateStatements(item: Item, places: Places): Statement[] {
  const row = item.mentions.find((m) => m.kind === "row")?.unit;
  const table = row?.cell?.table;
  const cell = table && row?.cell ? table.rows[row.cell.row]?.cells[columnOf(table, "hours")] : undefined;
  const header = table?.header[columnOf(table, "hours")]?.text.value ?? "";
  const inRow = cell && (/est|effort|hours/i.test(header) || EFFORT.test(header)) ? cellFigures(cell) : undefined;
  const statements: Statement[] =
    cell && inRow && !inRow.second && timeUnit(inRow.first.quantity.unit)
      ? [{ quantity: inRow.first.quantity, range: inRow.first.range, unit: cell }]
      : [];
  const section = item.section;
  if (section) {
    const fields = places.fieldsOf(section);
    // A label that comes up again belongs to the parts of the section, not to all of it.
    const byLabel = grouped(fields, (f) => f.label);
    for (const [field, ...more] of byLabel.values())
      if (field && more.length === 0) statements.push(...estimateOf(field, places));
  }
  const unit = timeUnit(statements[0]?.quantity.unit ?? "");
  return statements.filter(
    (s) => timeUnit(s.quantity.unit) === unit && !s.quantity.approximate && s.quantity.bound === "exact",
  );
}

function estimateOf(field: Field, places: Places): Statement[] {
  const lead = field.unit.entry?.list.lead;
  const above = lead && lead.section === field.unit.section ? places.fieldOf(lead) : undefined;
  const underEstimate = above !== undefined && TOTAL_LABEL.test(field.label) && ESTIMATE.test(above.label);
  if (!ESTIMATE.test(field.label) && !underEstimate) return [];
  const value = fieldValue(field);
  const figure = figures(value, field.unit.conventions)[0];
  if (!figure || value.slice(0, figure.start).trim() !== "" || !timeUnit(figure.quantity.unit)) return [];
  return [
    {
      quantity: figure.quantity,
      unit: field.unit,
      range: sourceRange(field.unit.text, field.valueStart + figure.start, field.valueStart + figure.end),
    },
  ];
}
