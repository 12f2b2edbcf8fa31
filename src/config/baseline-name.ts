/** Looked for beside the configuration, or at the top of the repository where there is none. */
export const BASELINE_NAME = "blockers-baseline.json";

/** A longer baseline is refused unread. */
export const MAX_BASELINE_BYTES = 5 * 1024 * 1024;
