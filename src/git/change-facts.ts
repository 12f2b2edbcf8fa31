import type { FileChange } from "../model/history.js";

/** What is known of former runs. */
export interface ChangeFacts {
  /** Those of these commits that are known. */
  load(ids: readonly string[]): ReadonlyMap<string, readonly FileChange[]>;
  save(found: ReadonlyMap<string, readonly FileChange[]>): void;
}
