import { sanitize } from "../../format/sanitize.js";
import { plural } from "../../format/summary.js";
import { note } from "../notices.js";
import type { Sink, World } from "../world.js";
import type { Kept } from "./scope.js";

/** How many reports a run was kept to. */
export interface Selection {
  readonly reports: number;
  /** "2 of 31 reports: 1 staged, 1 cites what is staged". */
  readonly text: string;
}

/** Reports by why they were selected. */
export interface Tally {
  readonly own: number;
  readonly citing: number;
  /** All reports that could have been. */
  readonly total: number;
  readonly asked: "everything" | "paths";
}

/** Says in one line what was selected, and says it where that is nothing. */
export function describeSelection(
  { kind, how }: Pick<Kept, "kind" | "how">,
  { own, citing, total, asked }: Tally,
): Selection {
  const what = kind === "staged" ? "is staged" : "changed";
  const reports = own + citing;
  if (reports === 0) {
    const subject = asked === "paths" ? "no report in the given paths is" : "no report is";
    return { reports, text: `${subject} ${how}, and none cites what ${what}` };
  }
  const parts = [
    ...(own === 0 ? [] : [`${own} ${how}`]),
    ...(citing === 0 ? [] : [`${citing} ${citing === 1 ? "cites" : "cite"} what ${what}`]),
  ];
  return { reports, text: `${reports} of ${plural(total, "report")}: ${parts.join(", ")}` };
}

/** Says it below a text; for other formats on stderr, and only where nothing was selected or more is to be said. */
export function tellSelection(
  world: World,
  sink: Sink,
  selection: Selection | undefined,
  { format, debug }: { readonly format: string | undefined; readonly debug: boolean },
): void {
  if (selection === undefined) return;
  if (format === "text") sink.write(`${sanitize(selection.text)}\n`);
  else if (debug || selection.reports === 0) note(world, selection.text);
}
