import type { Report } from "../model/report.js";
import type { Tolerances } from "../model/tolerances.js";
import type { Weights } from "../model/weights.js";
import type { GitContext } from "./git-context.js";

/** What a claim is judged by. */
export interface Grounds {
  readonly report: Report;
  readonly git: GitContext | undefined;
  readonly tolerances: Tolerances;
  /** How much items count in an overall percentage; undefined where all count alike. */
  readonly weights: Weights | undefined;
}
