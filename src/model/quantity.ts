/** How a stated figure is meant. */
export type Bound = "exact" | "at-least" | "at-most";

/** A figure as a person wrote it. A single number has `low === high`. */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  /** "~", "about", "approx." */
  readonly approximate: boolean;
  /** "2,200+" and "over 40" are at-least, "< 1" and "up to 5" at-most. */
  readonly bound: Bound;
  readonly sign: "+" | "-" | "";
  /** Digits after the decimal separator, as written. */
  readonly decimals: number;
  /** The unit or noun that follows, in lower case: "h", "lines", "%". */
  readonly unit: string;
  readonly raw: string;
}

/** An exact quantity, for computed figures. */
export function exactly(value: number, unit = ""): Quantity {
  return {
    low: value,
    high: value,
    approximate: false,
    bound: "exact",
    sign: "",
    decimals: 0,
    unit,
    raw: String(value),
  };
}
