/** The candidate nearest to a mistyped word, by letters to change; undefined when none is near. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  // A word far longer than any name is not worth measuring.
  if (word.length > 100) return undefined;
  const typed = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    // "warn" for "warning": an abbreviation is nearer than any other mistake.
    const distance = typed.length > 2 && name.startsWith(typed) ? 0 : editDistance(typed, name);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** `; did you mean "count-mismatch"?`, or nothing when no candidate is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = closest(word, candidates);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
