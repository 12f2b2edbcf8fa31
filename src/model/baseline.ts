/** A finding that was there when the baseline was written, and is not told of since. */
export interface BaselineEntry {
  /** Of the report, as git knows it. */
  readonly path: string;
  readonly rule: string;
  /** The line it stands on, for people; nothing is compared with it. */
  readonly words: string;
  readonly fingerprint: string;
}
