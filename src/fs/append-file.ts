import { appendFile } from "node:fs/promises";
import { BlockersError } from "../errors.js";
import { errorCode } from "./read-error.js";

/** Adds to the end of a file, which need not be there. Raises an input error that says only why it cannot. */
export async function appendToFile(path: string, text: string): Promise<void> {
  try {
    await appendFile(path, text);
  } catch (cause) {
    throw new BlockersError("input", `cannot be written (${errorCode(cause) ?? "unknown error"})`, [], { cause });
  }
}
