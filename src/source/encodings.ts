import iconv from "iconv-lite";
import type { WrongEncoding } from "../model/source-text.js";

/** UTF-16 unit -> the byte (0x80-0xFF) that it was wrongly read from. */
export type ReverseTable = ReadonlyMap<number, number>;

/**
 * What iconv-lite lacks, or what other converters map differently: the Apple logo, the euro sign that took the
 * currency sign's place in 1998, and Greek omega and capital delta beside ohm and increment.
 */
const MACROMAN_EXTRAS: readonly (readonly [character: number, byte: number])[] = [
  [0xf8ff, 0xf0],
  [0x20ac, 0xdb],
  [0xa4, 0xdb],
  [0x3a9, 0xbd],
  [0x394, 0xc6],
  [0x3bc, 0xb5],
];

const HIGH_BYTES = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);

function reverse(encoding: WrongEncoding): Map<number, number> {
  const table = new Map<number, number>();
  const characters = iconv.decode(HIGH_BYTES, encoding);
  for (let index = 0; index < characters.length; index += 1) {
    const unit = characters.charCodeAt(index);
    if (unit !== 0xfffd) table.set(unit, 0x80 + index);
  }
  return table;
}

function build(encoding: WrongEncoding): ReverseTable {
  const table = reverse(encoding);
  if (encoding === "macroman") for (const [unit, byte] of MACROMAN_EXTRAS) table.set(unit, byte);
  // A decoder that keeps undefined bytes, or that took Latin-1, leaves them behind as C1 control characters.
  else for (let byte = 0x80; byte <= 0x9f; byte += 1) table.set(byte, byte);
  return table;
}

const tables = new Map<WrongEncoding, ReverseTable>();

/** The reverse table of an encoding, built on first use: most files never need it. */
export function reverseTable(encoding: WrongEncoding): ReverseTable {
  let table = tables.get(encoding);
  if (table === undefined) {
    table = build(encoding);
    tables.set(encoding, table);
  }
  return table;
}
