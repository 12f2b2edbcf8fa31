import { overlap, type Range } from "./range.js";

/** Values by their ranges, found by what overlaps a place without looking through all of them. */
export class RangeIndex<T> {
  private readonly sorted: readonly (readonly [range: Range, value: T])[];
  /** The farthest end of all ranges up to the one at the same place. */
  private readonly ends: readonly number[];

  constructor(all: readonly (readonly [range: Range, value: T])[]) {
    this.sorted = [...all].sort(([a], [b]) => a.start - b.start);
    let farthest = 0;
    this.ends = this.sorted.map(([{ end }]) => {
      farthest = Math.max(farthest, end);
      return farthest;
    });
  }

  /** The values of all ranges that overlap this one, the last first. */
  *overlapping(range: Range): Generator<T> {
    for (let at = this.countBefore(range.end) - 1; at >= 0 && (this.ends[at] ?? 0) > range.start; at--) {
      const one = this.sorted[at];
      if (one && overlap(one[0], range)) yield one[1];
    }
  }

  /** How many of the ranges start before an offset. */
  private countBefore(offset: number): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.[0].start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
