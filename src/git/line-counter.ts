import { BINARY_PROBE } from "./limits.js";

const NEWLINE = 10;

/** Counts lines of content that arrives in pieces. */
export interface LineCounter {
  add(chunk: Buffer): void;
  /** Newlines, plus one for an unterminated last line; undefined for binary content. */
  result(): number | undefined;
}

/** Makes a counter for one piece of content. */
export function createLineCounter(): LineCounter {
  let seen = 0;
  let newlines = 0;
  let last = NEWLINE;
  let binary = false;
  return {
    add(chunk) {
      if (chunk.length === 0) return;
      if (seen < BINARY_PROBE) binary ||= chunk.subarray(0, BINARY_PROBE - seen).includes(0);
      seen += chunk.length;
      last = chunk[chunk.length - 1] ?? NEWLINE;
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) newlines++;
    },
    result: () => (binary ? undefined : newlines + (last === NEWLINE ? 0 : 1)),
  };
}
