import { Script } from "node:vm";

/** Where the script finds the work: it sees nothing else of a module. */
const WORK = Symbol.for("blockers.work");

let script: Script | undefined;

/** What came of work that was not to take longer; `late` where it did. */
export type InTime<T> = { readonly late: true } | { readonly late: false; readonly result: T };

/**
 * Does work that waits for nothing, for a number of milliseconds at most. Work that is cut off leaves whatever it was at half
 * done: a process in which that happened is good for nothing more. Raises what the work raises.
 */
export function inTime<T>(milliseconds: number, work: () => T): InTime<T> {
  if (milliseconds <= 0) return { late: true };
  script ??= new Script('globalThis[Symbol.for("blockers.work")]()');
  const before: unknown = Reflect.get(globalThis, WORK);
  let result: { readonly value: T } | undefined;
  Reflect.set(globalThis, WORK, () => {
    result = { value: work() };
  });
  try {
    script.runInThisContext({ timeout: Math.ceil(milliseconds) });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      return { late: true };
    throw error;
  } finally {
    Reflect.set(globalThis, WORK, before);
  }
  return result === undefined ? { late: true } : { late: false, result: result.value };
}
