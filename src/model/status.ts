/** What a report says of an item. `unknown` never counts as done. */
export type Status = "done" | "in-progress" | "partial" | "todo" | "blocked" | "failed" | "deferred" | "unknown";

/** Finished, as far as the report says. */
export function isDone(status: Status): boolean {
  return status === "done";
}

/** Still to be worked on: everything known that is neither done nor put off for good. */
export function isOpen(status: Status): boolean {
  return status !== "done" && status !== "deferred" && status !== "unknown";
}
