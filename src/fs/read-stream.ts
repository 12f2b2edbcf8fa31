import { fstatSync } from "node:fs";
import { BlockersError } from "../errors.js";
import { readError } from "./read-error.js";

/** What is read to its end: standard input, in practice. */
export type ByteStream = AsyncIterable<Uint8Array | string> & { readonly fd?: number };

/** All that comes out of a stream. Raises an input error that says why it cannot be read, or that it is too long. */
export async function readStream(stream: ByteStream, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Node makes an empty stream of a directory (`< docs`).
    if (stream.fd !== undefined && fstatSync(stream.fd).isDirectory()) {
      throw new BlockersError("input", "is a directory, not a file");
    }
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > limit) throw new BlockersError("input", `is larger than ${limit.toLocaleString("en")} bytes`);
      chunks.push(bytes);
    }
  } catch (error) {
    throw readError(error);
  }
  return Buffer.concat(chunks);
}
