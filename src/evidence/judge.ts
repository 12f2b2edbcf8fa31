import type { Quantity } from "../model/quantity.js";
import type { Tolerance } from "../model/tolerances.js";
import type { ComputedWay, Derivation, Reason, Verdict } from "../model/verdict.js";

/** One sensible way to compute a claimed figure. */
export interface Reading {
  readonly low: number;
  readonly high: number;
  readonly by: Derivation;
  /** The true value may be larger: a folder stands for its files, a part is not stated. */
  readonly open?: boolean;
  /** A reading that can only agree: it never convicts a claim by itself. */
  readonly lenient?: boolean;
  /** A lenient reading that others would write down as well: where it differs, no single value is the right one. */
  readonly rival?: boolean;
}

/** A rounded figure never covers more than this share of the value it stands for. */
const COARSEST = 0.2;

/** "~30" may stand for anything from 25 to 35, as far as that is near. */
function rounding(stated: Quantity, value: number): number {
  const toTens = stated.low > 0 && stated.low % 10 === 0;
  return toTens ? Math.min(5, Math.abs(value) * COARSEST) : 0;
}

/** True when the stated quantity is a fair way to put the computed value. */
export function agrees(stated: Quantity, low: number, high: number, tolerance: Tolerance): boolean {
  const exact = (value: number): number => Math.max(tolerance.exact, Math.abs(value) * (tolerance.share ?? 0));
  const slack = (value: number): number =>
    Math.max(
      exact(value),
      stated.approximate && tolerance.approximate > 0
        ? Math.max(Math.max(Math.abs(value), stated.low) * tolerance.approximate, rounding(stated, value))
        : 0,
    );
  if (stated.bound === "at-least")
    return high >= stated.low - Math.max(exact(stated.low), stated.low * tolerance.approximate);
  if (stated.bound === "at-most") return low <= stated.high + slack(low);
  const rounded = 0.5 * 10 ** -stated.decimals + 1e-9;
  const room = Number.isInteger(low) && Number.isInteger(high) ? exact(low) : Math.max(exact(low), rounded);
  if (stated.low !== stated.high || low !== high) {
    const edge = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(room, slack(b));
    const both = edge(stated.low, low) && edge(stated.high, high);
    const inside =
      stated.low === stated.high
        ? stated.low >= low - slack(low) && stated.low <= high + slack(high)
        : low === high && low >= stated.low && high <= stated.high;
    return both || inside;
  }
  return Math.abs(stated.low - low) <= Math.max(room, slack(low));
}

/**
 * The verdict over all sensible readings: one that agrees settles the matter, and only when none does is the
 * claim contradicted, by the reading that comes closest. `ways` are all that were tried, where the readings given are only
 * those among them that decide.
 */
export function judge(
  stated: Quantity,
  readings: readonly Reading[],
  options: { tolerance: Tolerance; unit?: string; decimals?: number; otherwise?: Reason; changesConclusion?: boolean },
  ways: readonly ComputedWay[] = readings,
): Verdict {
  return { ...verdictOf(stated, readings, options), ways };
}

function verdictOf(stated: Quantity, readings: readonly Reading[], options: Parameters<typeof judge>[2]): Verdict {
  const { tolerance, unit = "", decimals, otherwise = "no-subject" } = options;
  for (const reading of readings) {
    if (agrees(stated, reading.low, reading.high, tolerance)) return { kind: "consistent", by: reading.by };
    if (reading.open && stated.high >= reading.low) return { kind: "cannot-tell", reason: "incomplete-parts" };
  }
  const telling = readings.filter((r) => !r.lenient);
  const closest = telling.reduce<Reading | undefined>(
    (best, r) => (best && distance(stated, best) <= distance(stated, r) ? best : r),
    undefined,
  );
  if (!closest) return { kind: "cannot-tell", reason: otherwise };
  return {
    kind: "contradicted",
    stated: stated.raw,
    computed: `${show(closest.low, decimals)}${closest.high === closest.low ? "" : `-${show(closest.high, decimals)}`}${unit}`,
    value: { low: closest.low, high: closest.high, certain: isCertain(stated, closest, readings) },
    by: closest.by,
    deviation: closest.low === 0 ? undefined : Math.abs(stated.low - closest.low) / Math.abs(closest.low),
    changesConclusion: options.changesConclusion ?? false,
  };
}

/** Every way of computing it gives the same, once rounded as the stated figure is. */
function isCertain(stated: Quantity, chosen: Reading, readings: readonly Reading[]): boolean {
  const rounded = (value: number): string => value.toFixed(stated.decimals);
  return readings
    .filter((r) => r.lenient !== true || r.rival === true)
    .every((r) => rounded(r.low) === rounded(chosen.low) && rounded(r.high) === rounded(chosen.high));
}

function distance(stated: Quantity, reading: Reading): number {
  return Math.abs(stated.low - reading.low) + Math.abs(stated.high - reading.high);
}

const THOUSANDS = /\d(?=(?:\d{3})+$)/g;

/** A number for people: thousands separated, at most one decimal, or as many as are asked for. */
export function show(value: number, decimals = 1): string {
  const written = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(value)));
  // The first use of Intl takes longer than all else that a short run does with numbers.
  if (written === null) return value.toLocaleString("en-US", { maximumFractionDigits: decimals });
  const [, whole = "", rest = ""] = written;
  const kept = BigInt(whole + rest.slice(0, decimals).padEnd(decimals, "0"));
  const rounded = kept + (rest.charAt(decimals) >= "5" ? 1n : 0n);
  const digits = String(rounded).padStart(decimals + 1, "0");
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const grouped = digits.slice(0, digits.length - decimals).replace(THOUSANDS, "$&,");
  return `${sign}${grouped}${decimals === 0 || fraction === "" ? "" : `.${fraction}`}`;
}
