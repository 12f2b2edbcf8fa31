import type { WrongEncoding } from "../model/source-text.js";
import { endsInSpace, isCommon, isPlausible, isShortPlausible } from "./alphabet.js";
import { type ReverseTable, reverseTable } from "./encodings.js";
import { decodeStrictly, following, isContinuation } from "./utf8.js";

/**
 * How much a damaged character proves by itself: `sign` a lot, `letter` (three bytes or four) something in company,
 * `short` (two bytes) little. A `remnant` has lost bytes.
 */
export type DamageKind = "sign" | "letter" | "short" | "remnant";

/** What may be one damaged character: where it stands, the bytes left of it, and what they decode to. */
export interface Suspect {
  readonly kind: DamageKind;
  readonly start: number;
  readonly end: number;
  /** {@link LOST} stands for a byte that was replaced by U+FFFD. */
  readonly bytes: readonly number[];
  /** Undefined for a remnant. */
  readonly codePoint: number | undefined;
}

export interface Scan {
  readonly encoding: WrongEncoding;
  readonly suspects: readonly Suspect[];
  /** Characters of the encoding that are part of no suspect: signs of clean text. */
  readonly strangers: number;
}

export const LOST = -1;

const REPLACEMENT = 0xfffd;
const NON_ASCII = /[^\0-\x7f]/g;

/** The byte behind a character of the text; undefined where it cannot come from a byte above 0x7F. */
function byteAt(text: string, offset: number, table: ReverseTable, lossy: boolean): number | undefined {
  const unit = text.charCodeAt(offset);
  return lossy && unit === REPLACEMENT ? LOST : table.get(unit);
}

function classify(codePoint: number, count: number): DamageKind | undefined {
  if (count === 1) return isShortPlausible(codePoint) && isPlausible(codePoint) ? "short" : undefined;
  if (isCommon(codePoint)) return "sign";
  return isPlausible(codePoint) ? "letter" : undefined;
}

function suspectAt(text: string, start: number, table: ReverseTable, lossy: boolean): Suspect | undefined {
  const lead = table.get(text.charCodeAt(start));
  const count = lead === undefined ? 0 : following(lead);
  if (lead === undefined || count === 0) return undefined;
  const bytes = [lead];
  while (bytes.length <= count) {
    const byte = byteAt(text, start + bytes.length, table, lossy);
    if (byte === undefined || (byte !== LOST && !isContinuation(byte))) break;
    bytes.push(byte);
  }
  if (bytes.length === count && lossy && text[start + count] === " ") {
    const codePoint = decodeStrictly([...bytes, 0xa0]);
    if (codePoint !== undefined && endsInSpace(codePoint, text.startsWith("\u{ef}\u{b8}", start + count + 1)))
      return { kind: "sign", start, end: start + count + 1, bytes: [...bytes, 0xa0], codePoint };
  }
  const end = start + bytes.length;
  if (bytes.length === count + 1 && !bytes.includes(LOST)) {
    const codePoint = decodeStrictly(bytes);
    const kind = codePoint === undefined ? undefined : classify(codePoint, count);
    return kind === undefined ? undefined : { kind, start, end, bytes, codePoint };
  }
  return lossy && bytes.length > 1 ? { kind: "remnant", start, end, bytes, codePoint: undefined } : undefined;
}

/**
 * Leads of two-byte characters whose second byte was dropped ("Ù" among much damaged Arabic). Alone each looks like a
 * clean letter, so its lead must also begin more characters that are whole.
 */
function believable(orphans: readonly Suspect[], suspects: readonly Suspect[]): readonly Suspect[] {
  const balance = new Map<number, number>();
  const add = (lead: number | undefined, by: number) => balance.set(lead ?? 0, (balance.get(lead ?? 0) ?? 0) + by);
  for (const { kind, bytes } of suspects) if (kind === "short") add(bytes[0], 1);
  for (const { bytes } of orphans) add(bytes[0], -1);
  return orphans.filter(({ bytes }) => (balance.get(bytes[0] ?? 0) ?? 0) > 0);
}

/** Reads every non-ASCII stretch of a text as bytes of an encoding, and collects what decodes as UTF-8. Linear. */
export function scan(text: string, encoding: WrongEncoding): Scan {
  const table = reverseTable(encoding);
  // Only windows-1252 leaves bytes undefined, which some decoders drop.
  const lossy = encoding === "windows-1252";
  const suspects: Suspect[] = [];
  const orphans: Suspect[] = [];
  let strangers = 0;
  NON_ASCII.lastIndex = 0;
  for (let match = NON_ASCII.exec(text); match !== null; match = NON_ASCII.exec(text)) {
    const start = match.index;
    const suspect = suspectAt(text, start, table, lossy);
    const byte = table.get(text.charCodeAt(start));
    if (suspect !== undefined) {
      suspects.push(suspect);
      NON_ASCII.lastIndex = suspect.end;
    } else if (byte !== undefined) {
      strangers += 1;
      if (lossy && following(byte) === 1)
        orphans.push({ kind: "remnant", start, end: start + 1, bytes: [byte], codePoint: undefined });
    }
  }
  const believed = believable(orphans, suspects);
  if (believed.length === 0) return { encoding, suspects, strangers };
  const all = [...suspects, ...believed].sort((a, b) => a.start - b.start);
  return { encoding, suspects: all, strangers: strangers - believed.length };
}
