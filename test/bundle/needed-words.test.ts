import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LetterPattern } from "../../src/lex/letter-pattern.js";

interface Reader {
  neededWords(pattern: string): readonly string[] | undefined;
}
const reader = new URL("../../.ci/needed-words.mjs", import.meta.url);
const { neededWords } = (await import(reader.href)) as Reader;

const SRC = new URL("../../src", import.meta.url).pathname;
/** Whatever looks like a regular expression in the source; what is none as it stands, or has no needed words, is left out. */
const literals = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .flatMap((path) => [
    ...readFileSync(join(SRC, path), "utf8").matchAll(/\/((?:[^/\n\\[]|\\.|\[(?:[^\]\n\\]|\\.)*\])+)\/([gimsuy]+)/g),
  ])
  .flatMap(([, source = "", flags = ""]) => {
    try {
      const needed = flags.includes("i") ? neededWords(source) : undefined;
      return needed ? [{ whole: new RegExp(source, flags), needed }] : [];
    } catch {
      return [];
    }
  });

describe("the words that a pattern needs", () => {
  it.each([
    ["\\b(?:mill|weir)s?\\b", ["mill", "weir"]],
    ["^(?:old )?sluice(?:gate)?$", ["sluice"]],
    ["(?:dam|damage)\\s+(?:was|were)", ["dam"]],
    ["(?=.*lock)\\d+", ["lock"]],
    ["(?:lock)?\\d+", undefined],
    ["(?!lock)\\d+", undefined],
    ["l[ou]ck", undefined],
    ["pumps*", ["pump"]],
    ["pump{0,2}", ["pum"]],
    ["Node\\.js", ["node.js"]],
    ["lock|\\d+", undefined],
  ])("of %s are %j", (pattern, words) => {
    expect(neededWords(pattern)).toEqual(words);
  });

  it("are in every text that one of the patterns in the source matches in", () => {
    expect(literals.length).toBeGreaterThan(100);
    for (const { whole, needed } of literals) {
      const pieces = [...whole.source.matchAll(/[a-z]{2,}/giu)].map(([word]) => word);
      const text = fc
        .array(
          fc.constantFrom(
            ...pieces,
            ...needed,
            "3",
            "12",
            " ",
            " ",
            "(",
            ")",
            ":",
            "-",
            "/",
            ".",
            ",",
            "s",
            "✅",
            "\n",
            "%",
          ),
          { maxLength: 9 },
        )
        .map((parts) => parts.join(""));
      fc.assert(
        fc.property(text, (sample) => {
          const pattern = new LetterPattern(whole.source, whole.flags, undefined, needed.join("|"));
          expect(sample.replace(pattern, "<$&>")).toBe(sample.replace(whole, "<$&>"));
          expect(sample.match(pattern)).toEqual(sample.match(whole));
          expect(sample.split(pattern)).toEqual(sample.split(whole));
        }),
        { numRuns: 60 },
      );
    }
  });
});
