/** Where in a list the first element stands whose place is at or behind `from`; its length without one. Places ascend. */
export function firstFrom<T>(sorted: readonly T[], from: number, placeOf: (one: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const one = sorted[middle];
    if (one !== undefined && placeOf(one) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The elements whose places lie from `start` up to but not at `end`. Places ascend. */
export function between<T>(sorted: readonly T[], start: number, end: number, placeOf: (one: T) => number): T[] {
  return sorted.slice(firstFrom(sorted, start, placeOf), firstFrom(sorted, end, placeOf));
}
