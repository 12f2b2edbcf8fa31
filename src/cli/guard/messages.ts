import { fstatSync, readSync, writeSync } from "node:fs";
import type { GivenUp } from "../world.js";

/** What says to a process that another one looks after it, and what is given up: a list of reports, as JSON. */
export const APART_VARIABLE = "BLOCKERS_APART";

/** Where that process tells how it goes, a line of JSON each time. */
export const APART_DESCRIPTOR = 3;

/** What it tells: which report it works on, how far it is, that it has something else to say, or which report ends it. */
export type Message =
  | { readonly at: string }
  | { readonly done: number; readonly total: number; readonly what: string }
  | { readonly clear: true }
  | { readonly givenUp: GivenUp | undefined };

/** Tells the process that looks after this one; of no use, and no harm, where there is none. */
export function tell(message: Message): void {
  try {
    writeSync(APART_DESCRIPTOR, `${JSON.stringify(message)}\n`);
  } catch {
    // Nobody listens any more.
  }
}

/** The same, and waits until that has been heard: until anything comes back. */
export function tellAndWait(message: Message): void {
  tell(message);
  try {
    readSync(APART_DESCRIPTOR, Buffer.alloc(1));
  } catch {
    // As above.
  }
}

/** What the variable says to this process; undefined where there is none, or nobody who would hear. */
export function toldToGiveUp(env: NodeJS.ProcessEnv): readonly GivenUp[] | undefined {
  const text = env[APART_VARIABLE];
  return text !== undefined && isHeard() ? readGivenUp(text) : undefined;
}

/** Whether the descriptor is what that process opened, and no file of somebody else's. */
function isHeard(): boolean {
  try {
    const found = fstatSync(APART_DESCRIPTOR);
    return found.isSocket() || found.isFIFO();
  } catch {
    return false;
  }
}

/** The list in a text; undefined where it is none. */
export function readGivenUp(text: string): readonly GivenUp[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every(isGivenUp) ? list : undefined;
  } catch {
    return undefined;
  }
}

function isGivenUp(value: unknown): value is GivenUp {
  if (typeof value !== "object" || value === null || !("path" in value) || !("for" in value)) return false;
  return typeof value.path === "string" && (value.for === "time" || value.for === "memory");
}
