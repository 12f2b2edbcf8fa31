/** How far a stated figure may lie from the computed one. */
export interface Tolerance {
  /** In the figure's own unit, for exact figures. */
  readonly exact: number;
  /** As a share of the computed value, for "~" and "about". */
  readonly approximate: number;
  /** As a share of the computed value, for every figure; none by default. */
  readonly share?: number;
}

/** What is allowed for each kind of figure. */
export interface Tolerances {
  readonly counts: Tolerance;
  readonly lines: Tolerance;
  /** Points by which a percentage may differ from its share, beyond what rounding allows. */
  readonly percent: number;
}

const ABOUT = 0.1;

/** Editors count the line after the last line end. */
const LAST_LINE = 1;

/** What holds where a team says nothing else. */
export const USUAL_TOLERANCES: Tolerances = {
  counts: { exact: 0, approximate: ABOUT },
  lines: { exact: LAST_LINE, approximate: ABOUT },
  percent: 0,
};
