/** A longer file is no report that a person wrote; it is refused unread. */
export const MAX_REPORT_BYTES = 16 * 1024 * 1024;

/** The narrowest and the widest output that `--width` allows. */
export const MIN_WIDTH = 40;
export const MAX_WIDTH = 1000;

/** For help, and for the demo, where there is no terminal. */
export const DEFAULT_WIDTH = 80;
