import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberTokens, writeLike } from "../../src/edit/number-style.js";
import { figures, fractions } from "../../src/lex/numbers.js";
import { type Conventions, USUAL } from "../../src/model/conventions.js";

/** How a report may write numbers, with a number in that style, and the sign that groups its thousands. */
const STYLES: Readonly<Record<string, readonly [sample: string, grouping: string, conventions: Conventions]>> = {
  plain: ["1234", "", USUAL],
  "with commas": ["1,234", ",", USUAL],
  "with points": ["1.234", ".", { ...USUAL, language: "de", decimal: "comma" }],
  "with spaces": ["1 234", " ", { ...USUAL, language: "fr", decimal: "comma", spaced: true }],
  "with narrow spaces": ["1\u202f234", "\u202f", { ...USUAL, language: "fr", decimal: "comma", spaced: true }],
  "with apostrophes": ["1'234", "'", { ...USUAL, language: "de" }],
  "in full width": ["１２３４", "", USUAL],
  "in Arabic digits": ["١٢٣٤", "", { ...USUAL, language: "ar" }],
  "in Devanagari digits": ["१२३४", "", { ...USUAL, language: "hi" }],
};

describe("I8: numbers", () => {
  describe.each(Object.entries(STYLES))("%s", (_, [sample, grouping, conventions]) => {
    it("are read as what they were written as", () => {
      const [token] = numberTokens(sample, conventions);
      if (!token) throw new Error("the sample is no number");
      fc.assert(
        fc.property(fc.nat(999_999_999), fc.nat(2), (whole, decimals) => {
          const value = whole / 10 ** decimals;
          const written = writeLike(token, value, { decimals, grouping, conventions });
          const read = figures(`${written} lines`, conventions);
          expect([written, read.map(({ quantity }) => quantity.low)]).toEqual([written, [value]]);
        }),
        { numRuns: 500 },
      );
    });
  });

  // Without the number behind the sign, or with the sign taken for another, they would be other ones.
  it.each([
    "½ day",
    "2½ days",
    "2 ½ days",
    "1e3 lines",
    "1e400 lines",
    "3.14e-2 h",
    "1_000 lines",
    "NaN lines",
    "Infinity lines",
    "v1.2",
    "1.2.3",
    "9007199254740993 lines",
    `${"9".repeat(400)} lines`,
    "1,234,56 lines",
    "1.234,5 lines",
    "1 234 lines",
    "①",
    "Ⅳ",
    "一百 lines",
    "𝟙𝟚 lines",
  ])("%j is none rather than another one", (text) => {
    expect(figures(text).map(({ quantity }) => quantity.low)).toEqual([]);
  });

  it.each(["9007199254740993/9007199254740994", "1 of 9007199254740993"])(
    "%j is no share rather than another one",
    (text) => {
      expect(fractions(text)).toEqual([]);
    },
  );

  it.each(["1,234 lines", "1.234 lines", "1,234.5 lines"])("%j is none where it could be two", (text) => {
    expect(figures(text, { ...USUAL, decimal: "mixed" })).toEqual([]);
  });

  it("of any kind are never misread by more than their last decimal", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e15, noNaN: true }), (value) => {
        const text = String(value);
        for (const { quantity } of figures(`${text} h`)) expect([text, quantity.low]).toEqual([text, value]);
      }),
      { numRuns: 2000 },
    );
  });
});
