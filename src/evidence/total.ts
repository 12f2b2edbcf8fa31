import type { PartialSum, TotalClaim } from "../model/claim.js";
import type { Quantity } from "../model/quantity.js";
import type { Tolerances } from "../model/tolerances.js";
import type { Verdict } from "../model/verdict.js";
import { addends } from "./addends.js";
import { judge, type Reading, show } from "./judge.js";

/** A total under a list that is this many times off sums up more, or less, than the list. */
const SCOPE = 2;

/** A stated total against the sums a reader would accept; only the first of them convicts. */
export function judgeTotal(claim: TotalClaim, { counts }: Tolerances): Verdict {
  const readings = claim.sums.map(
    (s, i): Reading => ({
      ...add(s),
      open: !s.complete || s.parts.some((p) => p.quantity.bound === "at-least"),
      lenient: i > 0 || s.mixed === true,
    }),
  );
  const negative = claim.quantity.sign === "-";
  const stated = negative
    ? { ...claim.quantity, low: -claim.quantity.high, high: -claim.quantity.low }
    : claim.quantity;
  const main = readings[0];
  const far =
    claim.unit.kind !== "cell" &&
    main !== undefined &&
    main.high > 0 &&
    (stated.high < main.low / SCOPE || stated.low > main.high * SCOPE);
  if (far || claim.crowded || (claim.distinct && mayOverlap(stated, claim.sums[0])))
    return judge(
      stated,
      readings.map((r) => ({ ...r, lenient: true })),
      { tolerance: counts, otherwise: "ambiguous-scope" },
    );
  const decimals = decimalsOf(claim.sums[0]);
  const parts = claim.sums[0]?.parts.length ?? 0;
  // A total with more decimals than its parts was not added up from them as they are shown.
  const measured = claim.quantity.decimals > decimals;
  const exact = decimals === 0 && !measured ? 0 : (0.5 + parts / 2) * 10 ** -decimals;
  const verdict = judge(stated, readings, {
    tolerance: { ...counts, exact },
    unit: unitOf(claim.quantity),
    decimals: Math.max(1, decimals),
  });
  return isRough(claim) || isNearerToAnother(stated, readings) ? withoutCertainty(verdict) : verdict;
}

/** Whoever wrote the figure more likely added up something else than all. */
function isNearerToAnother(stated: Quantity, [first, ...others]: readonly Reading[]): boolean {
  const far = ({ low, high }: Reading): number => Math.abs(stated.low - low) + Math.abs(stated.high - high);
  return first !== undefined && others.some((other) => other.high > 0 && far(other) < far(first));
}

/** An exact total over parts that are only known roughly: their sum is no better than they are. */
function isRough({ sums, quantity }: TotalClaim): boolean {
  if (quantity.approximate) return false;
  return sums[0]?.parts.some(({ quantity: part }) => part.approximate || part.bound !== "exact") === true;
}

function withoutCertainty(verdict: Verdict): Verdict {
  if (verdict.kind !== "contradicted" || !verdict.value) return verdict;
  return { ...verdict, value: { ...verdict.value, certain: false } };
}

/** Decimals of the parts: each may have been rounded, by half a unit of its last place. */
function decimalsOf(sum: PartialSum | undefined): number {
  return sum?.parts.reduce((most, { quantity }) => Math.max(most, quantity.decimals), 0) ?? 0;
}

/** Between the largest part and the sum of all: the total may count each thing once. */
function mayOverlap(stated: Quantity, sum: PartialSum | undefined): boolean {
  const parts = sum?.parts.map((p) => p.quantity) ?? [];
  const largest = parts.reduce((most, q) => Math.max(most, q.low), 0);
  return stated.high >= largest && stated.low <= parts.reduce((n, q) => n + q.high, 0);
}

function add(sum: PartialSum): Reading {
  const low = sum.parts.reduce((n, p) => n + signed(p.quantity, p.quantity.low), 0);
  const high = sum.parts.reduce((n, p) => n + signed(p.quantity, p.quantity.high), 0);
  const bounded = sum.parts.some((p) => p.quantity.bound !== "exact");
  const from = sum.parts.map((p) => ({ range: p.range, text: p.quantity.raw }));
  const decimals = Math.max(1, decimalsOf(sum));
  const unit = sum.parts[0] ? unitOf(sum.parts[0].quantity) : "";
  const how = `${addends(sum.parts.map((p) => p.quantity.raw.replace(/^\+/, "")))} = ${show(low, decimals)}${high === low ? "" : `-${show(high, decimals)}`}${unit} (${sum.what})`;
  return { low: bounded ? Math.min(low, high) : low, high, by: { how, from } };
}

function signed(quantity: Quantity, value: number): number {
  return quantity.sign === "-" ? -value : value;
}

function unitOf(quantity: Quantity): string {
  if (/^(?:h|d|w|m|%)$/.test(quantity.unit)) return quantity.unit;
  return /^(?:hours?|days?|weeks?|minutes?|lines?|files?)$/.test(quantity.unit) ? ` ${quantity.unit}` : "";
}
