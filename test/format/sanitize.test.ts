import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sanitize, sanitizeJson } from "../../src/format/sanitize.js";

const HOSTILE = [
  "\u{1b}[31m",
  "\u{1b}]8;;http://x\u{7}",
  "\u{1b}]52;c;eA==\u{1b}\\",
  "\u{1b}P+q\u{1b}\\",
  "\u{1b}_x\u{1b}\\",
  "\u{9b}31m",
  "\u{9d}0;x\u{9c}",
  "a\rb",
  "a\bb",
  "a\nb",
  "a\tb",
  "\u{0}",
  "\u{b}",
  "\u{c}",
  "\u{7f}",
  "\u{85}",
  "\u{202e}abc",
  "\u{2066}x\u{2069}",
  "\u{200e}",
  "\u{61c}",
  "\u{2028}",
  "\u{feff}",
  "\u{200b}",
  "\u{e0041}",
  "\u{d83d}",
  "\u{dc00}x",
];

describe("sanitize", () => {
  it.each(HOSTILE)("leaves no control character of %j", (text) => {
    expect(sanitize(`x${text}y`)).not.toMatch(
      /[\p{Cc}\p{Cs}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{e0000}-\u{e007f}\u{2028}\u{feff}]/u,
    );
  });

  it("shows what it found", () => {
    expect(sanitize("\u{1b}[31mred\r\u{202e}")).toBe("\\u{1b}[31mred\\u{d}\\u{202e}");
  });

  it("keeps emoji, accents and joined scripts", () => {
    const text = "👩‍💻 ⚠️ 1️⃣ 🇫🇷 é e\u{301} می‌کند 霧 → ├──";
    expect(sanitize(text)).toBe(text);
  });

  it("O7: changes no value of a JSON document, but that half a character is shown", () => {
    const shown = (text: string) => text.replace(/\p{Cs}/gu, (half) => `\\u{${half.charCodeAt(0).toString(16)}}`);
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE, "\\\\ud800", "\\\u{d800}", "\\udc00")),
        ),
        (texts) => {
          const json = sanitizeJson(JSON.stringify(texts, null, 2));
          expect(JSON.parse(json)).toEqual(texts.map(shown));
          expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u{202a}-\u{202e}]/u);
        },
      ),
    );
  });
});
