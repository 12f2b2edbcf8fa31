import type { Claim } from "../model/claim.js";
import type { Correction, FigureChange, Fix } from "../model/diagnostic.js";
import type { Quantity } from "../model/quantity.js";
import type { Range } from "../model/range.js";
import type { Evidence } from "../model/verdict.js";
import type { Contradicted } from "./rule.js";

/** A claim whose stated figure is a quantity. */
type Stated = Claim & { readonly quantity: Quantity };

/** Decimals of a computed figure, at most; sums of rounded figures need no more. */
const DECIMALS = 4;

/** Writes what was computed in place of the quantity that a claim states. */
export function computedQuantity(claim: Stated, verdict: Contradicted, safety: Fix["safety"]): Correction | undefined {
  return correction(claim, verdict, safety, changes(claim, verdict));
}

/** A figure this many times off most likely counts something else than what git was asked for. */
const FAR = 4;

/** Writes what git counted in place of the quantity that a claim states: never without being asked for, and not what is far off. */
export function countedByGit(claim: Stated, verdict: Contradicted): Correction | undefined {
  const { low = 0, high = 0 } = verdict.value ?? {};
  const { quantity } = claim;
  if (low <= 0 || high > quantity.high * FAR || low * FAR < quantity.low) return undefined;
  return computedQuantity(claim, verdict, "unsafe");
}

/** The changes that a quantity needs; a range changes at both ends, and no figure changes its sign. */
function changes(claim: Stated, { value }: Contradicted): FigureChange[] | undefined {
  const { kind, quantity, range } = claim;
  const noun = "noun" in claim ? claim.noun : "";
  if (!value) return undefined;
  // A total is negative where its sign says so; lines that were removed are counted like others.
  const negative = quantity.sign === "-" && kind === "total";
  const [low, high] = negative ? [-value.high, -value.low] : [value.low, value.high];
  if (low < 0 || (quantity.low === quantity.high) !== (low === high)) return undefined;
  const change = (stated: number, computed: number): FigureChange => ({
    kind: "figure",
    range,
    stated,
    computed,
    bound: quantity.bound === "exact" && quantity.approximate ? "about" : quantity.bound,
    decimals: DECIMALS,
    noun: noun || singular(quantity.unit),
  });
  if (quantity.low === quantity.high) return [change(quantity.low, low)];
  return [change(quantity.low, low), change(quantity.high, high)].filter((c) => c.stated !== c.computed);
}

/** Writes a number for one that a claim states, in a place of its own. */
export function computedNumber(
  claim: Claim,
  verdict: Contradicted,
  safety: Fix["safety"],
  { range, stated, decimals = 0 }: { range: Range; stated: number; decimals?: number },
): Correction | undefined {
  const { value } = verdict;
  if (!value || value.low !== value.high) return undefined;
  return correction(claim, verdict, safety, [figure(range, stated, round(value.low, decimals), decimals)]);
}

/** One plain number for another; what follows it does not depend on it. */
export function figure(range: Range, stated: number, computed: number, decimals = 0): FigureChange {
  return { kind: "figure", range, stated, computed, bound: "exact", decimals, noun: undefined };
}

/** A correction of the text that a claim stands in. */
export function correction(
  claim: Claim,
  verdict: Contradicted,
  safety: Fix["safety"],
  found: Correction["changes"] | undefined,
): Correction | undefined {
  if (!found || found.length === 0) return undefined;
  return {
    safety: verdict.value?.certain === false ? "unsafe" : safety,
    changes: found,
    unit: claim.unit,
    from: placesOf(verdict.by.from),
    by: COUNTED[claim.kind] ?? "figures",
  };
}

const PLACES = new WeakMap<readonly Evidence[], readonly Range[]>();

/** The places of evidence: one list where many figures were computed from the same. */
function placesOf(from: readonly Evidence[]): readonly Range[] {
  const places = PLACES.get(from) ?? from.map(({ range }) => range);
  PLACES.set(from, places);
  return places;
}

/** What is computed from something else than figures. */
const COUNTED: Partial<Record<Claim["kind"], Correction["by"]>> = {
  fraction: "statuses",
  remaining: "statuses",
  status: "statuses",
  "list-count": "entries",
  "commit-count": "entries",
};

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function singular(unit: string): string {
  return unit.endsWith("s") ? unit.slice(0, -1) : unit;
}
