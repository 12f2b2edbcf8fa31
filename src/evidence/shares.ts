import { cellFigures } from "../claims/cells.js";
import { unitStatus } from "../lex/status.js";
import type { OverallClaim, RatioClaim } from "../model/claim.js";
import type { Quantity } from "../model/quantity.js";
import type { Tolerances } from "../model/tolerances.js";
import type { Evidence, Verdict } from "../model/verdict.js";
import type { Grounds } from "./grounds.js";
import { judge, type Reading, show } from "./judge.js";
import { rowWeights } from "./weights.js";

/** Rounding up, down and to nearest are all in use; "~" allows five points. */
export function judgeRatio(claim: RatioClaim, { percent: points }: Tolerances): Verdict {
  const value = (100 * claim.part) / claim.whole;
  const unit = 10 ** -claim.percent.decimals;
  const slack = Math.max(points, claim.percent.approximate ? 5 : unit * 0.999);
  const by = { how: `${claim.part} / ${claim.whole} = ${show(value)}%`, from: [] };
  const rest = { how: `the rest of ${claim.part} / ${claim.whole} = ${show(100 - value)}%`, from: [] };
  const ways = [
    { low: value, high: value, by },
    { low: 100 - value, high: 100 - value, by: rest },
  ];
  const agreed = ways.find((way) => Math.abs(claim.percent.low - way.low) <= slack);
  if (agreed) return { kind: "consistent", by: agreed.by, ways };
  return {
    ways,
    kind: "contradicted",
    stated: claim.raw,
    computed: `${show(Math.round(value / unit) * unit)}%`,
    value: { low: value, high: value, certain: true },
    by,
    deviation: value === 0 ? undefined : Math.abs(claim.percent.low - value) / value,
    changesConclusion: claim.percent.low >= 100 && value < 100,
  };
}

/** The percentage of a totals row against every method of making one from the rows; weights are what a team says it means. */
export function judgeOverall(claim: OverallClaim, { report, tolerances, weights }: OverallGrounds): Verdict {
  const { table, column } = claim;
  const rows = table.rows.filter((r) => !r.total);
  const percents = rows.map((r) => r.cells[column]).map((c) => (c ? cellFigures(c) : undefined)?.first);
  const quantities = percents.flatMap((p) => (p?.percent ? [p.quantity] : []));
  const stated = quantities.map((q) => q.low);
  const readings: Reading[] = [];
  const from = percents.flatMap((p): Evidence[] => (p ? [{ range: p.range, text: p.quantity.raw }] : []));
  const adder =
    (lenient: boolean, rival = false): Add =>
    (value, how, evidence = from, high = value) => {
      const result = high === value ? show(value) : `${show(value)}-${show(high)}`;
      // Of nothing there is no share.
      if (Number.isFinite(value))
        readings.push({ low: value, high, lenient, rival, by: { how: `${how} = ${result}%`, from: evidence } });
    };
  const lenient = quantities.some((q) => q.sign !== "") || stated.length < rows.length;
  const weighted = rowWeights(rows, report, weights);
  if (weighted && stated.length === rows.length) addWeightedMean(quantities, weighted, adder(lenient));
  if (stated.length > 1) addColumn(quantities, claim.percent.low === 100, adder(lenient || !!weighted), adder(true));
  const before = readings.length;
  addStatusShares(table, rows, adder(true, !weighted), weighted);
  // Where the share done bears the mean out, other columns do not count against it.
  const alone = readings.length === before;
  addColumnShares(claim, rows, stated.length === rows.length ? stated : undefined, adder(true, alone && !weighted));
  if (stated.length > 0 && stated.length < rows.length) return lenientOnly(claim, readings);
  const slack = Math.max(tolerances.percent, claim.percent.approximate ? 5 : 0.999);
  const verdict = judge(claim.percent, readings, {
    tolerance: { exact: slack, approximate: 0 },
    unit: "%",
    changesConclusion: claim.percent.low >= 100,
  });
  // Of shares that do not add up to the whole, one of them is wrong rather than the whole.
  if (verdict.kind !== "contradicted" || !verdict.value || !makeUpTheWhole(claim, stated)) return verdict;
  return { ...verdict, value: { ...verdict.value, certain: false } };
}

type OverallGrounds = Pick<Grounds, "report" | "tolerances" | "weights">;

function makeUpTheWhole({ percent }: OverallClaim, column: readonly number[]): boolean {
  return percent.low === 100 && isNearly100(column);
}

function isNearly100(column: readonly number[]): boolean {
  return Math.abs(sum(column) - 100) <= NEARLY;
}

function lenientOnly(claim: OverallClaim, readings: readonly Reading[]): Verdict {
  return judge(
    claim.percent,
    readings.map((r) => ({ ...r, lenient: true })),
    { tolerance: { exact: 1, approximate: 0 }, otherwise: "incomplete-parts" },
  );
}

type Add = (value: number, how: string, evidence?: readonly Evidence[], high?: number) => void;

/** How far shares of one whole may be from adding up to it, in points. */
const NEARLY = 30;

/** Mean and sum of a column of percentages, and what else sums it up; a range counts with both its ends. */
function addColumn(column: readonly Quantity[], whole: boolean, add: Add, allow: Add): void {
  const low = column.map((q) => q.low);
  const high = column.map((q) => q.high);
  const listed = column.map((q) => (q.low === q.high ? show(q.low) : `${show(q.low)}-${show(q.high)}`)).join(", ");
  // What is said to make up the whole, and nearly does, is no column to take the mean of.
  const shares = whole && isNearly100(low);
  if (shares) add(sum(low), `sum of ${listed}`);
  (shares ? allow : add)(sum(low) / low.length, `mean of ${listed}`, undefined, sum(high) / high.length);
  // Rounded shares of one whole add up to 99% or 101%.
  const rounding = (column.length * 10 ** -column.reduce((most, q) => Math.max(most, q.decimals), 0)) / 2;
  allow(sum(low) - rounding, `sum of ${listed}`, undefined, sum(high) + rounding);
  const sorted = [...low].sort((a, b) => a - b);
  // The weakest link, the best of all (the last of running totals), the one in the middle: all are used to sum up a column.
  for (const [value, name] of [
    [sorted[0], "least"],
    [sorted.at(-1), "greatest"],
    [median(sorted), "median"],
  ] as const)
    if (value !== undefined) allow(value, `${name} of ${listed}`);
}

/** The mean of a column in which the rows count as the configuration says. */
function addWeightedMean(column: readonly Quantity[], weights: readonly number[], add: Add): void {
  const all = sum(weights);
  const of = (value: (q: Quantity) => number): number => sum(column.map((q, i) => value(q) * (weights[i] ?? 0))) / all;
  const listed = column.map((q, i) => `${show(weights[i] ?? 0)} x ${q.raw}`).join(" + ");
  add(
    of((q) => q.low),
    `mean by the configured weights: (${listed}) / ${show(all)}`,
    undefined,
    of((q) => q.high),
  );
}

function addStatusShares(
  table: OverallClaim["table"],
  rows: OverallClaim["table"]["rows"],
  add: Add,
  weights: readonly number[] | undefined,
): void {
  const at = table.roles.indexOf("status");
  const statuses = rows.map((r) => unitStatus(r.cells[at])?.status ?? "unknown");
  if (statuses.includes("unknown")) return;
  const done = statuses.filter((s) => s === "done").length;
  const half = statuses.filter((s) => s === "partial" || s === "in-progress").length;
  const evidence = rows.map((r, i): Evidence => ({ range: r.range, text: statuses[i] ?? "" }));
  if (weights) {
    const finished = sum(weights.filter((_, i) => statuses[i] === "done"));
    const all = sum(weights);
    add((100 * finished) / all, `${show(finished)} of ${show(all)} done by the configured weights`, evidence);
  }
  add((100 * done) / rows.length, `${done} of ${rows.length} rows done`, evidence);
  if (half > 0)
    add((100 * (done + half / 2)) / rows.length, `${done} of ${rows.length} rows done, ${half} counted half`, evidence);
}

/** Ratios of the totals row's own figures, shares of finished hours, and means weighted by another column. */
function addColumnShares(
  claim: OverallClaim,
  rows: OverallClaim["table"]["rows"],
  percents: readonly number[] | undefined,
  add: Add,
): void {
  const { table, row: at } = claim;
  const total = table.rows[at];
  const own = (total?.cells ?? []).flatMap((cell) => {
    const f = cellFigures(cell);
    return f && !f.first.percent ? [f.first.quantity.low, ...(f.second ? [f.second.quantity.low] : [])] : [];
  });
  for (const a of own)
    for (const b of own)
      if (a < b) {
        add((100 * a) / b, `${show(a)} / ${show(b)} of its own row`);
        add(100 - (100 * a) / b, `1 - ${show(a)} / ${show(b)} of its own row`);
      }
  table.header.forEach((_, column) => {
    if (column === 0 || table.roles[column] === "title" || table.roles[column] === "key") return;
    const cells = rows.map((r) => r.cells[column]).map((c) => (c ? cellFigures(c) : undefined));
    if (cells.some((c) => !c || c.first.percent)) return;
    const whole = cells.map((c) => (c?.second ?? c?.first)?.quantity.high ?? 0);
    const all = sum(whole);
    const status = table.roles.indexOf("status");
    const done = rows
      .map((r, i) => (status >= 0 && unitStatus(r.cells[status])?.status === "done" ? (whole[i] ?? 0) : 0))
      .reduce((a, b) => a + b, 0);
    if (status >= 0)
      add(
        (100 * done) / all,
        `${show(done)} of ${show(all)} (${table.header[column]?.text.value ?? "column"}) in rows marked done`,
      );
    if (percents)
      add(
        whole.reduce((n, w, i) => n + w * (percents[i] ?? 0), 0) / all,
        `mean weighted by ${table.header[column]?.text.value ?? "a column"}`,
      );
  });
}

/** Of values in ascending order. */
function median(sorted: readonly number[]): number | undefined {
  const [a, b] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return a === undefined || b === undefined ? undefined : (a + b) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
