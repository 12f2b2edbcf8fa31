import { oneLine } from "./plain-text.js";

/** How much items count, by their keys and titles as they are compared; one that is not named counts once. */
export type Weights = ReadonlyMap<string, number>;

/** A key or a title as it is compared: on one line, in lower case, without marks and punctuation around it. */
export function foldName(name: string): string {
  return oneLine(name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")).toLowerCase();
}
