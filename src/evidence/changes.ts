import type { ChangeClaim } from "../model/claim.js";
import type { Verdict } from "../model/verdict.js";
import { show } from "./judge.js";

interface Way {
  readonly of: (a: number, b: number) => number;
  readonly how: (a: string, b: string) => string;
}

const DIFFERENCE: Way = { of: (a, b) => b - a, how: (a, b) => `${b} - ${a}` };
const RELATIVE: readonly Way[] = [
  { of: (a, b) => (100 * (b - a)) / a, how: (a, b) => `(${b} - ${a}) / ${a}` },
  { of: (a, b) => (100 * (b - a)) / b, how: (a, b) => `(${b} - ${a}) / ${b}` },
  { of: (a, b) => (100 * b) / a, how: (a, b) => `${b} / ${a}` },
  { of: (a, b) => (100 * a) / b, how: (a, b) => `${a} / ${b}` },
];

/** A value with decimals was rounded: what it may have been, at least and at most. */
function ends({ quantity }: ChangeClaim["from"]): readonly number[] {
  const half = quantity.decimals > 0 ? 0.5 * 10 ** -quantity.decimals : 0;
  return [quantity.low - half, quantity.low + half];
}

/** A stated change against every way of computing one from its before and after; the sign only if it is written. */
export function judgeChange({ from, to, change, raw }: ChangeClaim): Verdict {
  const stated = change.quantity.low;
  const ways = change.percent ? [...RELATIVE, ...(from.percent ? [DIFFERENCE] : [])] : [DIFFERENCE];
  const readings = ways.map(({ of, how }) => {
    const values = ends(from).flatMap((a) => ends(to).map((b) => Math.abs(of(a, b))));
    return {
      value: of(from.quantity.low, to.quantity.low),
      low: Math.min(...values),
      high: Math.max(...values),
      how: how(show(from.quantity.low, 4), show(to.quantity.low, 4)),
    };
  });
  const unit = 10 ** -change.quantity.decimals;
  const room = (change.percent ? unit : change.quantity.decimals > 0 ? unit / 2 : 0) + 1e-9;
  const known = readings.filter((r) => Number.isFinite(r.value));
  const agreed = known.find((r) => stated >= r.low - room && stated <= r.high + room);
  const [first] = from.quantity.low === 0 && change.percent ? [] : known;
  if (agreed) return { kind: "consistent", by: { how: `${agreed.how} = ${show(agreed.value)}`, from: [] } };
  if (!first) return { kind: "cannot-tell", reason: "not-measurable" };
  const mark = change.percent ? "%" : "";
  const sign = first.value > 0 ? "+" : "";
  return {
    kind: "contradicted",
    stated: raw,
    computed: `${sign}${show(first.value, Math.max(1, change.quantity.decimals))}${mark}`,
    // A percentage of percentages may be meant in points.
    value: { low: first.value, high: first.value, certain: !(change.percent && from.percent) },
    by: {
      how: `${first.how} = ${sign}${show(first.value)}${mark}`,
      from: [from, to].map(({ range, quantity }) => ({ range, text: quantity.raw })),
    },
    deviation: first.value === 0 ? undefined : Math.abs(stated - Math.abs(first.value)) / Math.abs(first.value),
    changesConclusion: false,
  };
}
