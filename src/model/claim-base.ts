import type { Range } from "./range.js";
import type { TextUnit } from "./report.js";

/** What every claim has. */
export interface ClaimBase {
  /** The figure, path or word that is claimed, in the repaired text. */
  readonly range: Range;
  /** As written. */
  readonly raw: string;
  readonly unit: TextUnit;
}
