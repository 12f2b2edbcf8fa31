import { BlockersError } from "../errors.js";
import type { Range } from "../model/range.js";
import type { OffsetSegment, Repair, SourceText } from "../model/source-text.js";
import { lineEndingOf, lineStartsOf } from "./lines.js";
import { findMojibake, type MojibakeFindings, mayBeMojibake, NO_MOJIBAKE } from "./mojibake.js";

const BYTE_ORDER_MARK = "\u{feff}";
const AS_UTF_8 = "Save it as UTF-8 and run again.";

function refuseOtherEncodings(bytes: Uint8Array, path: string): void {
  const [first, second, third, fourth] = bytes;
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const utf32 = first === 0 && second === 0 && third === 0xfe && fourth === 0xff;
  if (utf16 || utf32)
    throw new BlockersError("input", `${path} is not UTF-8: it starts with a UTF-16 or UTF-32 byte order mark.`, [
      AS_UTF_8,
    ]);
  if (bytes.includes(0))
    throw new BlockersError("input", `${path} is a binary file: it holds NUL bytes.`, [
      "Leave it out, or save it as UTF-8 if it is a text in another encoding.",
    ]);
}

/** Puts the repairs in place and keeps account of where everything went. */
function assemble(raw: string, skipped: number, findings: MojibakeFindings) {
  const segments: OffsetSegment[] = [{ text: 0, raw: skipped }];
  const repairs: Repair[] = [];
  const pieces: string[] = [];
  let length = 0;
  let done = skipped;
  for (const found of findings.repairs) {
    pieces.push(raw.slice(done, found.raw.start), found.after);
    const start = length + found.raw.start - done;
    length = start + found.after.length;
    done = found.raw.end;
    repairs.push({ ...found, range: { start, end: length } });
    segments.push({ text: length, raw: done });
  }
  pieces.push(raw.slice(done));
  return { text: pieces.join(""), repairs, segments };
}

function unrepairedRanges(
  text: string,
  segments: readonly OffsetSegment[],
  beyondRepair: readonly Range[],
): readonly Range[] {
  const ranges: Range[] = [];
  let index = 0;
  for (const { start, end } of beyondRepair) {
    while ((segments[index + 1]?.raw ?? Number.POSITIVE_INFINITY) <= start) index += 1;
    const shift = (segments[index]?.text ?? 0) - (segments[index]?.raw ?? 0);
    ranges.push({ start: start + shift, end: end + shift });
  }
  if (beyondRepair.length === 0 && !text.includes("\u{fffd}")) return [];
  for (const match of text.matchAll(/\u{fffd}+/gu))
    ranges.push({ start: match.index, end: match.index + match[0].length });
  ranges.sort((a, b) => a.start - b.start || b.end - a.end);
  // A remnant may hold U+FFFD itself.
  return ranges.filter((range, at) => range.end > (ranges[at - 1]?.end ?? -1));
}

const UTF_8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** What the bytes say as UTF-8, and whether that may be damaged text. Raises as {@link decode} does. */
function decodePlainly(bytes: Uint8Array, path: string): { readonly decoded: string; readonly damaged: boolean } {
  refuseOtherEncodings(bytes, path);
  const decoded = UTF_8.decode(bytes);
  // As many characters as bytes: they are ASCII, or no UTF-8 at all.
  return { decoded, damaged: decoded.length !== bytes.length && mayBeMojibake(decoded) };
}

/**
 * The text of {@link decode} without the rest, which is less work for the many files of which nothing else is wanted.
 *
 * @throws BlockersError as {@link decode} does.
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  const { decoded, damaged } = decodePlainly(bytes, path);
  return damaged ? decode(bytes, path).text : decoded.slice(marksAt(decoded));
}

/**
 * Turns the bytes of a file into text with mojibake repaired and every offset mapped back. Bytes that are not UTF-8
 * become U+FFFD and are listed in `unrepaired`.
 *
 * @throws BlockersError of kind "input" for UTF-16, UTF-32 and binary files.
 */
export function decode(bytes: Uint8Array, path: string): SourceText {
  const { decoded, damaged } = decodePlainly(bytes, path);
  const bom = decoded.startsWith(BYTE_ORDER_MARK);
  const raw = bom ? decoded.slice(1) : decoded;
  // A second mark stays in `raw`, so that what is written back differs in no byte, and is kept out of `text`.
  const skipped = marksAt(raw);
  const findings = damaged ? findMojibake(raw) : NO_MOJIBAKE;
  const { text, repairs, segments } = assemble(raw, skipped, findings);
  const rawLineStarts = lineStartsOf(raw);
  return {
    path,
    text,
    raw,
    bom,
    eol: lineEndingOf(raw),
    repairs,
    unrepaired: unrepairedRanges(text, segments, findings.beyondRepair),
    segments,
    lineStarts: text === raw ? rawLineStarts : lineStartsOf(text),
    rawLineStarts,
  };
}

/** How many byte order marks a text starts with. */
function marksAt(text: string): number {
  let count = 0;
  while (text[count] === BYTE_ORDER_MARK) count++;
  return count;
}

/** The bytes of a file whose own text is `raw`: the reverse of {@link decode} for everything that was valid UTF-8. */
export function encode(raw: string, bom: boolean): Uint8Array {
  return new TextEncoder().encode(bom ? BYTE_ORDER_MARK + raw : raw);
}
