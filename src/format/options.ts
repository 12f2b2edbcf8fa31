import type { Severity } from "../model/diagnostic.js";

/** What a text format must know of the place it is printed to. */
export interface FormatOptions {
  readonly color: boolean;
  /** Columns of the terminal; undefined when the output is piped, where nothing is wrapped or cut. */
  readonly width: number | undefined;
  /** Only errors are shown; what sums up counts the others all the same. */
  readonly quiet?: boolean | undefined;
}

/** What a format of findings must know, besides the findings. */
export interface CheckFormatOptions extends FormatOptions {
  readonly tool: Tool;
  /** How many findings are shown, the worst first; undefined for all. */
  readonly maxFindings: number | undefined;
  /** From which severity on a finding fails a run. */
  readonly failOn: Severity | "never";
  /** Something that was asked for could not be read, or not be written. */
  readonly failed: boolean;
}

/** Who speaks, for machine-readable output. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}
