import type { Range } from "../model/range.js";

/** A conflict that a merge left behind: from its first marker to its last. */
export interface Conflict {
  readonly range: Range;
  /** The first marker alone. */
  readonly marker: Range;
}

const OPEN = /^<{7}(?: .*)?$/;
const MIDDLE = /^={7}$/;
const CLOSE = /^>{7}(?: .*)?$/;

/** Finds git's three markers in their order, each at the start of a line. */
export function findConflicts(text: string, lineStarts: readonly number[]): Conflict[] {
  if (!text.includes("<<<<<<<")) return [];
  const found: Conflict[] = [];
  let marker: Range | undefined;
  let halved = false;
  for (const [index, start] of lineStarts.entries()) {
    const line = text.slice(start, lineStarts[index + 1] ?? text.length).replace(/[\r\n]+$/, "");
    if (OPEN.test(line)) {
      marker = { start, end: start + line.length };
      halved = false;
    } else if (marker && MIDDLE.test(line)) halved = true;
    else if (marker && halved && CLOSE.test(line)) {
      found.push({ marker, range: { start: marker.start, end: start + line.length } });
      marker = undefined;
    }
  }
  return found;
}
