/** A longer file is no report that a person wrote; it is refused unread. */
export const MAX_REPORT_BYTES = 16 * 1024 * 1024;

/** The work on one report may take this long for each megabyte that it has or begins, in milliseconds. */
export const MILLISECONDS_PER_MEGABYTE = 10_000;

/** Nothing that is known takes a second in less characters, so that nobody need look at the clock. */
export const WATCHED_CHARACTERS = 16 * 1024;

/** A longer report, or longer ones together, may need more memory than a process gets, and are read in one of their own. */
export const APART_BYTES = 1024 * 1024;
export const APART_BYTES_TOGETHER = 16 * 1024 * 1024;

/** Reports that may take too much of time or memory before the whole run is given up. */
export const MAX_GIVEN_UP = 5;

/** The narrowest and the widest output that `--width` allows. */
export const MIN_WIDTH = 40;
export const MAX_WIDTH = 1000;

/** For help, and for the demo, where there is no terminal. */
export const DEFAULT_WIDTH = 80;
