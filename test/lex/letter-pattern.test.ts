import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holds, WIDE_LETTER } from "../../src/lex/facts.js";
import { LetterPattern, narrowed } from "../../src/lex/letter-pattern.js";

const PATTERNS = [
  /(?<![\p{L}\p{N}])(?:mill|weir)s?(?![\p{L}\p{M}\p{N}])/giu,
  /^[\s*_\p{Extended_Pictographic}\ufe0f]*([^\p{L}\s]+)\s*\[?\p{L}+\]?/u,
  /\p{Lu}\p{Ll}+\p{M}?|[^\p{L}\p{N}\s]\p{M}*/gu,
  /[\]\p{L}-]+\\?\p{N}{1,3}/giu,
];

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom("mill", "Weirs", "12", " ", "-", "✅", "⚠️", "1️⃣", "👩🏽‍🔧", "→", "—", "×", "]", "\\", "…"),
      fc.string({ unit: "binary", maxLength: 2 }),
      fc.string({ unit: "grapheme-ascii", maxLength: 3 }),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(""));

describe("a pattern with classes of letters", () => {
  it.each(PATTERNS.map((whole) => [whole.source, whole]))("finds the same as the whole: %s", (_, whole) => {
    const pattern = new LetterPattern(whole.source, whole.flags);
    fc.assert(
      fc.property(text, (sample) => {
        expect(sample.replace(pattern, "<$&>")).toBe(sample.replace(whole, "<$&>"));
        expect(sample.match(pattern)).toEqual(sample.match(whole));
        expect(sample.split(pattern)).toEqual(sample.split(whole));
        expect(sample.search(pattern)).toBe(sample.search(whole));
        if (whole.global) expect([...sample.matchAll(pattern)]).toEqual([...sample.matchAll(whole)]);
      }),
      { numRuns: 2000 },
    );
  });

  it("is narrow for every text but those with a letter, mark or figure beyond ASCII", () => {
    const drawn = /[\ufe0e\ufe0f\u20e3]/u;
    const missed: string[] = [];
    for (let code = 128; code <= 0x10ffff; code++) {
      const char = String.fromCodePoint(code);
      if (/[\p{L}\p{M}\p{N}]/u.test(char) && !drawn.test(char) && !holds(char, WIDE_LETTER))
        missed.push(code.toString(16));
    }
    expect(missed).toEqual([]);
    expect(holds("Dam — 3 of 4 gates ✅ ⚠️ 🚧 → 75 %", WIDE_LETTER)).toBe(false);
  });

  it("holds no class of all letters in its narrow form", () => {
    expect(narrowed("(?<![\\p{L}\\p{N}])x\\p{L}[^\\]\\p{M}]")).toBe(
      "(?<![a-zA-Z0-9])x[a-zA-Z][^\\]\\ufe0e\\ufe0f\\u20e3]",
    );
  });
});
