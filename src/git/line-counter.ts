import type { LineCount } from "../model/history.js";
import { BINARY_PROBE } from "./limits.js";

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;

/** Counts lines of content that arrives in pieces. */
export interface LineCounter {
  add(chunk: Buffer): void;
  /** Undefined for binary content. */
  result(): LineCount | undefined;
}

/** Makes a counter for one piece of content. */
export function createLineCounter(): LineCounter {
  let seen = 0;
  let newlines = 0;
  let filled = 0;
  let nonEmpty = 0;
  let binary = false;
  let last = NEWLINE;
  /** Whether the line at hand holds something beside white space. */
  let holds = false;
  /** The same for white space, but for the carriage return that ends some lines. */
  let any = false;
  return {
    add(chunk) {
      if (chunk.length === 0) return;
      if (seen < BINARY_PROBE) binary ||= chunk.subarray(0, BINARY_PROBE - seen).includes(0);
      seen += chunk.length;
      last = chunk[chunk.length - 1] ?? NEWLINE;
      for (let start = 0; start < chunk.length; ) {
        const end = chunk.indexOf(NEWLINE, start);
        const stop = end === -1 ? chunk.length : end;
        for (let at = start; !holds && at < stop; at++) {
          any ||= chunk[at] !== RETURN;
          holds = (chunk[at] ?? SPACE) > SPACE;
        }
        if (end !== -1) {
          newlines++;
          if (holds) filled++;
          if (any) nonEmpty++;
          holds = false;
          any = false;
        }
        start = stop + 1;
      }
    },
    result: () =>
      binary
        ? undefined
        : {
            lines: newlines + (last === NEWLINE ? 0 : 1),
            filled: filled + (holds ? 1 : 0),
            nonEmpty: nonEmpty + (any ? 1 : 0),
          },
  };
}
