import { BlockersError } from "../../errors.js";
import type { GivenUp } from "../world.js";

/**
 * Ends a run that is to begin again in a process of its own: a report may need more memory than there is, or has taken too
 * long. What was interrupted may have left anything behind, so that nothing of this process is used any more.
 */
export class StartOver extends BlockersError {
  constructor(
    message: string,
    /** What the next run leaves out. */
    readonly further?: GivenUp,
  ) {
    super("limit", message);
  }
}
