import type { FileResult } from "../model/diagnostic.js";

/**
 * Where a report lies in its repository, for machines that take nothing else: never absolute, never with `..`. Of a file
 * outside of any repository the rest of its path is left.
 */
export function innerPath({ repositoryPath }: FileResult): string {
  const parts = repositoryPath.split("/").filter((part) => !["", ".", ".."].includes(part));
  return parts.join("/") || "report";
}

/** A byte of a file name that is no UTF-8 stands in paths as a lone surrogate; see `decodePath`. */
const BYTE = /[\u{dc80}-\u{dcff}]/u;

/** The same as a URI reference: percent-encoded, relative. */
export function innerUri(result: FileResult): string {
  return Array.from(innerPath(result), encodeCharacter).join("");
}

function encodeCharacter(character: string): string {
  if (character === "/") return character;
  if (BYTE.test(character)) return `%${(character.charCodeAt(0) - 0xdc00).toString(16).toUpperCase()}`;
  return encodeURIComponent(/\p{Cs}/u.test(character) ? "\u{fffd}" : character);
}
