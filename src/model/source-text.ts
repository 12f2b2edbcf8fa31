import type { Range } from "./range.js";

/** How the lines of a file end; `none` for a file of one line without a line end. */
export type LineEnding = "\n" | "\r\n" | "\r" | "mixed" | "none";

/** The encodings that damaged text was once wrongly read as. */
export type WrongEncoding = "macroman" | "windows-1252";

/** One run of damaged characters and what it was before the damage. */
export interface Repair {
  /** Where the run stands in {@link SourceText.raw}. */
  readonly raw: Range;
  /** Where its replacement stands in {@link SourceText.text}. */
  readonly range: Range;
  readonly before: string;
  readonly after: string;
  readonly encoding: WrongEncoding;
  /** False when bytes were lost and `after` was found by what is left of them. */
  readonly exact: boolean;
}

/** A stretch of text that is the same in `text` and `raw`, up to a shift. */
export interface OffsetSegment {
  readonly text: number;
  readonly raw: number;
}

/** A file's text: decoded, without its byte order mark, with mojibake repaired, and mapped back. */
export interface SourceText {
  /** Relative to the repository or the working directory, with `/`. */
  readonly path: string;
  /** What everything downstream reads. Has as many lines as `raw`. */
  readonly text: string;
  /** The file's own characters, without the byte order mark. */
  readonly raw: string;
  readonly bom: boolean;
  readonly eol: LineEnding;
  readonly repairs: readonly Repair[];
  /** Damage that could not be repaired: ranges of `text` that hold U+FFFD or undecodable mojibake. */
  readonly unrepaired: readonly Range[];
  readonly segments: readonly OffsetSegment[];
  /** Offsets in `text` at which lines start. */
  readonly lineStarts: readonly number[];
  /** Offsets in `raw` at which lines start. */
  readonly rawLineStarts: readonly number[];
}
