/**
 * Characters that move the cursor, reorder, hide or recolour text: C0 and C1 controls, bidirectional and other format
 * controls, separators of lines, variation selectors of ideographs, tag characters, lone surrogates. Zero-width joiners
 * stay (U+200D in emoji, U+200C in Persian), as do the variation selectors of emoji.
 */
export const CONTROLS =
  /[\p{Cc}\p{Cs}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{fe00}-\u{fe0d}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e0fff}]/gu;

/** Control characters, line ends included, as visible escapes like `\u{1b}`; the result is one line. */
export function showControls(text: string): string {
  return text.replace(CONTROLS, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
