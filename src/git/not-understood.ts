import { BlockersError } from "../errors.js";

/** The error for an answer that git never gives: taken for one, it might accuse a report. */
export function notUnderstood(task: string): BlockersError {
  return new BlockersError("git", `git gave an answer that cannot be understood while ${task}`, [
    "check that the git on the PATH is git itself, or run with --no-git",
  ]);
}
