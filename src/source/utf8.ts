/** How many bytes follow a lead byte of UTF-8; 0 for any other byte. */
export function following(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  if (lead >= 0xf0 && lead <= 0xf4) return 3;
  return 0;
}

/** True for a byte that continues a character of UTF-8. */
export function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** The code point of exactly one well-formed UTF-8 character; undefined for overlong forms, surrogates, or anything else. */
export function decodeStrictly(bytes: readonly number[]): number | undefined {
  const lead = bytes[0] ?? 0;
  const count = following(lead);
  if (count === 0 || bytes.length !== count + 1) return undefined;
  let value = lead & (0x3f >> count);
  for (const byte of bytes.slice(1)) {
    if (!isContinuation(byte)) return undefined;
    value = value * 64 + (byte & 0x3f);
  }
  const least = count === 1 ? 0x80 : count === 2 ? 0x800 : 0x10000;
  return value < least || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff) ? undefined : value;
}
