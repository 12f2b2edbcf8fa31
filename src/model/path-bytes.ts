import { isUtf8 } from "node:buffer";

const ESCAPE_BASE = 0xdc00;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Turns the bytes of a file name into a string. Bytes that are not UTF-8 become lone surrogates (U+DC80..U+DCFF),
 * so that different names stay different strings and `encodePath` finds the same file again.
 */
export function decodePath(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    text +=
      length === 0 ? String.fromCharCode(ESCAPE_BASE + (bytes[at] ?? 0)) : bytes.toString("utf8", at, at + length);
    at += Math.max(length, 1);
  }
  return text;
}

/** Turns a path from `decodePath` back into its bytes. */
export function encodePath(path: string): Buffer {
  if (isUtf8Path(path)) return Buffer.from(path, "utf8");
  const parts = Array.from(path, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code >= ESCAPE_BASE + 0x80 && code <= ESCAPE_BASE + 0xff
      ? Buffer.of(code - ESCAPE_BASE)
      : Buffer.from(char, "utf8");
  });
  return Buffer.concat(parts);
}

/** Whether a path from `decodePath` is one of the same bytes for everybody. */
export function isUtf8Path(path: string): boolean {
  return !LONE_SURROGATE.test(path);
}

/** Length of the valid UTF-8 sequence at an offset; 0 when there is none. */
function sequenceLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}

/** Whether a path names something inside the repository. */
export function isInnerPath(path: string): boolean {
  return !path.includes("\0") && !path.split("/").some((part) => part === ".." || part === "." || part === "");
}

/** Whether a repository-relative path can be handed to git as an argument and names something inside the repository. */
export function isPlainPath(path: string): boolean {
  return isInnerPath(path) && isUtf8Path(path);
}
