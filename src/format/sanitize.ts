/**
 * Characters that move the cursor, reorder, hide or recolour text: C0 and C1 controls, bidirectional and other format
 * controls, separators of lines, variation selectors of ideographs, tag characters, lone surrogates. Zero-width joiners
 * stay (U+200D in emoji, U+200C in Persian), as do the variation selectors of emoji.
 */
const UNSAFE =
  /[\p{Cc}\p{Cs}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{fe00}-\u{fe0d}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e0fff}]/gu;

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/**
 * Makes a string from a report, from git or from a path safe to print: control characters, line ends included, come out
 * as visible escapes like `\u{1b}`. The result is one line.
 */
export function sanitize(text: string): string {
  return text.replace(UNSAFE, escapeCharacter);
}

/** The same for a whole JSON document, whose own escapes keep the value unchanged; its line ends stay. */
export function sanitizeJson(json: string): string {
  return json.replace(UNSAFE, (character) => {
    if (character === "\n") return character;
    const units = character.split("");
    return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  });
}
