/** In so many parts a wait is cut, and of each no more counts than its own length. */
const PARTS = 20;

/** A wait that can begin anew. */
export interface Patience {
  refresh(): void;
  end(): void;
}

/**
 * Waits for a number of milliseconds, as far as this process listens: while it is busy, an answer may be there that it has not
 * heard. Then calls `over`, unless the wait was ended.
 */
export function patience(milliseconds: number, over: () => void): Patience {
  let left = PARTS;
  const timer = setInterval(() => {
    left--;
    if (left > 0) return;
    clearInterval(timer);
    over();
  }, milliseconds / PARTS);
  return {
    refresh: () => {
      left = PARTS;
    },
    end: () => clearInterval(timer),
  };
}
