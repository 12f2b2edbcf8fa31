/** What a text format must know of the place it is printed to. */
export interface FormatOptions {
  readonly color: boolean;
  /** Columns of the terminal; undefined when the output is piped, where nothing is wrapped or cut. */
  readonly width: number | undefined;
  /** Only errors are shown; what sums up counts the others all the same. */
  readonly quiet?: boolean | undefined;
}

/** Who speaks, for machine-readable output. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}
