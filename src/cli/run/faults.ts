import { BlockersError } from "../../errors.js";

/** What came of some work, and what of it ended by a fault of our own. */
export interface ApartFromFaults<T, R> {
  readonly done: readonly R[];
  readonly faults: readonly (readonly [T, unknown])[];
}

/**
 * Does some work on all together, as git is asked once for all; after a fault of our own, on those alone that come through
 * alone. Raises errors that were meant for people: these are about the run, and would be the same for each.
 */
export async function apartFromFaults<T, R>(
  all: readonly T[],
  work: (some: readonly T[]) => Promise<readonly R[]>,
): Promise<ApartFromFaults<T, R>> {
  try {
    return { done: await work(all), faults: [] };
  } catch (error) {
    requireFault(error);
  }
  const sound: T[] = [];
  const faults: (readonly [T, unknown])[] = [];
  for (const one of all) {
    try {
      await work([one]);
      sound.push(one);
    } catch (error) {
      requireFault(error);
      faults.push([one, error]);
    }
  }
  return { done: await work(sound), faults };
}

/** The same where work cannot be done twice: raises the fault. */
export async function together<T, R>(
  all: readonly T[],
  work: (some: readonly T[]) => Promise<readonly R[]>,
): Promise<ApartFromFaults<T, R>> {
  return { done: await work(all), faults: [] };
}

function requireFault(error: unknown): void {
  if (error instanceof BlockersError && error.kind !== "internal") throw error;
}
