import { type Figure, figures } from "../lex/numbers.js";
import type { RatioClaim, TotalClaim } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { Field, Report } from "../model/report.js";
import { fieldValue } from "../parse/fields.js";
import { isTotalLabel } from "../parse/table.js";

/** Outcomes of a run that leave nothing out, by the stems of their labels. */
const OUTCOMES = /\b(?:pass|fail|skip|error|block|pending|todo|flaky|timeout|timed out|ignored|not run)/iu;
const PASSED = /\bpass/iu;
const FAILED = /\bfail/iu;
/** So many lines must agree on being shares of the total before one of them is said not to be. */
const FEWEST = 2;
/** Comments between two lines are not looked through beyond this length. */
const FARTHEST = 1000;

/** One line of "Total: 510 / Passing: 362 (71%) / Failing: 138 (27%)". */
interface Line {
  readonly field: Field;
  readonly count: Figure;
  readonly percent: Figure | undefined;
}

/** Lists of figures under a total: each percentage is a share of it, and outcomes add up to it. */
export function statListClaims(report: Report): (RatioClaim | TotalClaim)[] {
  return groups(report).flatMap((fields) => {
    if (!fields.some((field) => isTotalLabel(field.label))) return [];
    const lines = fields.flatMap((field) => readLine(field) ?? []);
    const at = lines.findIndex((l) => isTotalLabel(l.field.label) && l.percent === undefined);
    const total = lines[at];
    if (!total || lines.filter((l) => isTotalLabel(l.field.label)).length > 1) return [];
    const rest = lines.filter((l) => l !== total);
    return [...shares(total, rest), ...outcomes(total, rest, fields.length)];
  });
}

/** Fields of one list, or of neighbouring lines of one section. */
function groups({ fields, source }: Report): Field[][] {
  const found: Field[][] = [];
  for (const field of fields) {
    const group = found.at(-1);
    const last = group?.at(-1)?.unit;
    const { unit } = field;
    const together =
      last &&
      last.section === unit.section &&
      last.entry?.list === unit.entry?.list &&
      (unit.entry !== undefined || areNeighbours(source.text.slice(last.range.end, unit.range.start)));
    if (group && together && !unit.quoted) group.push(field);
    else found.push([field]);
  }
  return found.filter((group) => group.length > FEWEST);
}

/** Nothing but line ends and markup stands between two lines, and comments, which nobody sees. */
function areNeighbours(between: string): boolean {
  return between.length < FARTHEST && between.replace(/\s*<!--.*?-->/gs, "").length < 8;
}

/** "362 (71%)", "362 tests (71%)": a count that leads, and the share behind it. */
function readLine(field: Field): Line | undefined {
  const value = fieldValue(field);
  const [count, percent, ...more] = figures(value, field.unit.conventions);
  const plain = count && !count.percent && count.quantity.sign === "" && count.quantity.decimals === 0;
  if (!count || !plain || more.length > 0 || /\p{L}|\d/u.test(value.slice(0, count.start))) return undefined;
  if (count.quantity.low !== count.quantity.high || count.quantity.bound !== "exact" || count.quantity.approximate)
    return undefined;
  if (percent && !(percent.percent && percent.quantity.sign === "" && /\(\s*$/.test(value.slice(0, percent.start))))
    return undefined;
  return { field, count, percent };
}

function shares(total: Line, rest: readonly Line[]): RatioClaim[] {
  const whole = total.count.quantity.low;
  const stated = rest.flatMap(({ field, count, percent }) => (percent ? [{ field, count, percent }] : []));
  const fits = stated.filter(
    ({ count, percent }) =>
      Math.abs((100 * count.quantity.low) / whole - percent.quantity.low) <= 10 ** -percent.quantity.decimals * 0.999,
  );
  if (whole === 0 || fits.length < FEWEST || fits.length < stated.length * 0.6) return [];
  return stated.map(({ field, count, percent }) => ({
    kind: "ratio",
    unit: field.unit,
    range: rangeOf(field, percent),
    raw: percent.quantity.raw,
    percent: percent.quantity,
    part: count.quantity.low,
    whole,
  }));
}

function outcomes(total: Line, rest: readonly Line[], lines: number): TotalClaim[] {
  const labels = rest.map(({ field }) => field.label);
  const exhaustive =
    rest.length + 1 === lines &&
    labels.every((l) => OUTCOMES.test(l)) &&
    labels.some((l) => PASSED.test(l)) &&
    labels.some((l) => FAILED.test(l));
  if (!exhaustive) return [];
  const sum = (some: readonly Line[], what: string): TotalClaim["sums"][number] => ({
    parts: some.map(({ field, count }) => ({ quantity: count.quantity, range: rangeOf(field, count) })),
    what,
    complete: true,
  });
  // What was skipped may not count as run.
  const run = rest.filter(({ field }) => PASSED.test(field.label) || FAILED.test(field.label));
  return [
    {
      kind: "total",
      unit: total.field.unit,
      range: rangeOf(total.field, total.count),
      raw: total.count.quantity.raw,
      quantity: total.count.quantity,
      sums: [sum(rest, "the outcomes beside it"), sum(run, "what passed or failed")],
    },
  ];
}

function rangeOf({ unit, valueStart }: Field, figure: Figure): RatioClaim["range"] {
  return sourceRange(unit.text, valueStart + figure.start, valueStart + figure.end);
}
