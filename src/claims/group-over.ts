import { oncePer } from "../model/once.js";
import { groupStatus, inheritedStatus } from "../parse/group-status.js";

/** {@link inheritedStatus}, read once for all that stands in a section. */
export const groupOver = oncePer(inheritedStatus);

/** {@link groupStatus}, read once for all that asks for it. */
export const groupOf = oncePer(groupStatus);
