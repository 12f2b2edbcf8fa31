/** What a list of measurements comes to. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** How many measurements there were. */
  readonly runs: number;
}

/** The middle of the numbers in order, or the mean of the two middle ones. Throws for an empty list. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new RangeError("nothing was measured");
  const ordered = [...numbers].sort((a, b) => a - b);
  const upper = ordered[Math.floor(ordered.length / 2)] as number;
  const lower = ordered[Math.ceil(ordered.length / 2) - 1] as number;
  return (lower + upper) / 2;
}

/** Median, least and most. Throws for an empty list. */
export function summarize(numbers: readonly number[]): Summary {
  return { median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers), runs: numbers.length };
}

/**
 * The ratios of two commands that ran in the same rounds, round by round: what else the machine did then slowed both.
 * A round in which either is missing is left out.
 */
export function pairedRatios(
  measured: readonly (number | undefined)[],
  reference: readonly (number | undefined)[],
): readonly number[] {
  return measured.flatMap((value, round) => {
    const beside = reference[round];
    return value === undefined || beside === undefined || beside <= 0 ? [] : [value / beside];
  });
}
