import { isUtf8 } from "node:buffer";
import { BINARY_PROBE } from "./limits.js";

/** Turns the content of a file into text; undefined when it is binary (as git sees it) or not UTF-8. */
export function decodeText(content: Buffer): string | undefined {
  const binary = content.subarray(0, BINARY_PROBE).includes(0);
  return binary || !isUtf8(content) ? undefined : content.toString("utf8");
}
