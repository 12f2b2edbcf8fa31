import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyWord } from "../../src/lex/vocabulary/index.js";
import { WordPattern } from "../../src/lex/word-pattern.js";

const WORDS = everyWord((l) => [...l.total, ...l.remaining, ...(l.statuses.done ?? []), ...(l.headers.hours ?? [])]);

const label = new WordPattern(
  () => WORDS,
  (words) => `^[\\s*_]*(?:the\\s+)?${words}(?!\\s+of\\b)`,
);
const counted = new WordPattern(
  () => WORDS,
  (words) => `\\d+\\s+(?:${words}\\s+)*(?!${words})\\p{L}+`,
  { optional: true },
);

const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom("the", "of", "12", "3", "files", "ſhipped", "Kilo", "—", "-", "'s", "́", "İ"),
  fc.string({ unit: "grapheme", maxLength: 3 }),
);
const letterCase = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
  (text: string) => text.normalize("NFD"),
);
const text = fc
  .tuple(fc.array(word, { maxLength: 8 }), fc.constantFrom(" ", "  ", "", "\n", "*"), letterCase)
  .map(([words, glue, cased]) => cased(words.join(glue)));

describe("a pattern around words", () => {
  it.each([
    ["that needs one of them", label],
    ["that matches without them", counted],
  ])("%s finds the same as with all its words", (_, pattern) => {
    fc.assert(
      fc.property(text, (sample) => {
        expect(pattern.exec(sample)).toEqual(pattern.whole().exec(sample));
      }),
      { numRuns: 3000 },
    );
  });

  it("compiles nothing for a text without its words", () => {
    let compiled = 0;
    const pattern = new WordPattern(
      () => WORDS,
      (words) => {
        compiled++;
        return words;
      },
    );
    for (const sample of ["", "12 of 14 lamps lit", "the ferry leaves at nine", "灯台"]) pattern.test(sample);
    // Japanese puts no spaces between words, so that only the pattern itself can tell.
    expect(compiled).toBe(1);
    expect(pattern.test("all completed")).toBe(true);
  });

  it("holds its words apart by where they begin", () => {
    const pattern = new WordPattern(
      () => ["in progress", "done"],
      (words) => words,
    );
    expect(pattern.exec("work in  progress")?.[0]).toBe("in  progress");
    expect(pattern.mayMatch("progress")).toBe(false);
    expect(pattern.exec("undone")).toBeNull();
  });
});
