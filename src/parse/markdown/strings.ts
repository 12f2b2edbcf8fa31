import { decodeNamedCharacterReference } from "decode-named-character-reference";

const ESCAPE_OR_REFERENCE = /\\([!-/:-@[-`{-~])|&(#(?:\d{1,7}|[xX][\dA-Fa-f]{1,6})|[\dA-Za-z]{1,31});/g;

/** The text of an address, a title, or what follows a fence: escapes and character references count there, nothing else. */
export function decodeString(value: string): string {
  if (!value.includes("\\") && !value.includes("&")) return value;
  return value.replace(ESCAPE_OR_REFERENCE, (whole, escaped: string | undefined, reference: string) =>
    escaped === undefined ? (decodeReference(reference) ?? whole) : escaped,
  );
}

/** The character that a reference (without "&" and ";") stands for; undefined if there is none of the name. */
export function decodeReference(reference: string): string | undefined {
  if (!reference.startsWith("#")) return decodeNamedCharacterReference(reference) || undefined;
  const hex = reference[1] === "x" || reference[1] === "X";
  const code = Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10);
  return isForbidden(code) ? "\uFFFD" : String.fromCodePoint(code);
}

/** Controls, surrogates and what is no character. */
function isForbidden(code: number): boolean {
  return (
    code < 9 ||
    code === 11 ||
    (code > 13 && code < 32) ||
    (code > 126 && code < 160) ||
    (code > 0xd7ff && code < 0xe000) ||
    (code > 0xfdcf && code < 0xfdf0) ||
    (code & 0xffff) >= 0xfffe ||
    code > 0x10ffff
  );
}

/** What links and definitions are matched by. */
export function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase();
}
