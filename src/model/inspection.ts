/** One thing that was looked at, to tell what can be checked here. */
export interface Inspection {
  readonly name: string;
  /** `problem`: something cannot be checked because of it; `note`: worth knowing. */
  readonly state: "ok" | "note" | "problem";
  readonly text: string;
  /** The one command, or the one thing to do, that mends it. */
  readonly mend?: string | undefined;
}
