import iconv from "iconv-lite";

/** UTF-8 read as Mac Roman, as macOS editors do it. */
export function asMacRoman(text: string): string {
  return iconv.decode(Buffer.from(text), "macroman").replaceAll("\u{fffd}", "\u{f8ff}");
}

/** UTF-8 read as windows-1252 by a decoder that drops the bytes the encoding does not define. */
export function asLossyWindows1252(text: string): string {
  return iconv.decode(Buffer.from(text), "windows-1252").replaceAll("\u{fffd}", "");
}

/** UTF-8 read as windows-1252 by a decoder that puts U+FFFD for the bytes the encoding does not define. */
export function asReplacingWindows1252(text: string): string {
  return iconv.decode(Buffer.from(text), "windows-1252");
}

/** UTF-8 read as Latin-1: no byte is lost. */
export function asLatin1(text: string): string {
  return Buffer.from(text).toString("latin1");
}
