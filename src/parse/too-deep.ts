import { BlockersError } from "../errors.js";

/** Quotations and lists inside each other, of which no person writes as many. */
export const MAX_NESTING = 100;

/** What a report is refused with that would exhaust the stack. */
export function tooDeep(): BlockersError {
  return new BlockersError("input", "is nested too deeply to be read", [
    `More than ${MAX_NESTING} quotations or lists stand inside each other, or thousands of emphases; no report needs that.`,
  ]);
}

/** Whether the stack has run out. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}
