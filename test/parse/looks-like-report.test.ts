import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOOK, looksLikeReport } from "../../src/parse/looks-like-report.js";
import { AHEAD, FINISHED, HEADS, OF, plainSigns } from "../helpers/plain-look.js";

/** How many signs are enough under a name. */
const NEEDED = { "STATUS.md": 2, "notes.md": 3, "README.md": 6 } as const;

/** Signs that never fail, so that each other sign decides at a threshold. */
const SHOWN = ["", "\n\n60% done\n\n", "\n\n60% done (+12 lines)\n\n"];

/** Holds the look against plain patterns, under each name and with further signs around the text. */
function expectAsPlain(text: string): void {
  for (const shown of SHOWN) {
    const whole = text + shown;
    const signs = plainSigns(whole);
    for (const [name, needed] of Object.entries(NEEDED))
      expect(looksLikeReport(whole, name), `${name}: ${signs} signs in ${JSON.stringify(whole)}`).toBe(signs >= needed);
  }
}

const PIECES = [
  ..."|:：\n\r\t #*-+/%()_[].,x9é中\u2028\u00a0\u3000\ufeff\u0301\u200c",
  ...["\n\n", "\r\n", "| ", " |", "## ", "- ", "**", "1. ", "[ ]", "- [x] a\n", "- [ ] b\n", "- ✅ a\n", "2) ☐ b\n"],
  ...["3/5", "3 of 5", "v3/5", "12.5%", "1234%", "60 %", "60%(3/5", "% done", "(12 lines)", "(+1,2 new lines)"],
  ...["commit ", "fixed in ", "`abcdef1`", "abcdef01234", "✅", "🟡", "\ud83d", "☑", "(DONE", "IN PROGRESS", "done"],
  ...["status", "Overall status", "progress", "current ", "next steps", "blockers", "what's left", "tasks", "out of"],
  ...["ſ", "\u212a", "İ", "ẞ", "ᲀ", "e\u0301", "्", "a".repeat(25)],
];

/** A word as it may stand in a text: in other letters that are the same to a pattern, with other blanks, or spoilt. */
const varied = (words: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...words), fc.nat(9)).map(([word, how]) => {
    if (how === 0) return word.toUpperCase();
    if (how === 1) return word.replaceAll(" ", "\n");
    if (how === 2) return word.replaceAll("s", "ſ").replaceAll("k", "\u212a");
    if (how === 3) return word.replaceAll("в", "ᲀ").replaceAll("ß", "ẞ");
    if (how === 4) return `${word}s`;
    if (how === 5) return word.replaceAll("i", "İ");
    if (how === 6) return `${word}\u0301`;
    return word;
  });

const GAPS = [
  "",
  " ",
  ")",
  ") ",
  " a b c ",
  "x ".repeat(15),
  "x ".repeat(16),
  `${"😀".repeat(29)} `,
  "e\u0301",
  "|",
  "\n",
];
const gap = fc.constantFrom(...GAPS);

describe("the quick look", () => {
  test("finds what plain patterns find, in any text", () => {
    const text = fc.array(fc.constantFrom(...PIECES, ...HEADS.slice(0, 20)), { maxLength: 14 });
    fc.assert(
      fc.property(text, (pieces) => expectAsPlain(pieces.join(""))),
      { numRuns: 3000 },
    );
  });

  test("knows every word that stands before a colon, in a cell, in a heading and behind a share", () => {
    for (const head of HEADS) {
      expectAsPlain(`- **${head}**: x`);
      expectAsPlain(`| a | ${head} |`);
    }
    for (const word of AHEAD) expectAsPlain(`## ${word}`);
    for (const word of FINISHED) expectAsPlain(`3/5 ${word}`);
    for (const word of OF) expectAsPlain(`3 ${word} 5 ${FINISHED[0]}`);
  });

  test.each<[string, fc.Arbitrary<string>]>([
    [
      "labels",
      fc
        .tuple(fc.constantFrom("", "\n", "- ", "* **", "_"), varied(HEADS), gap, fc.constantFrom(":", "：", "x"))
        .map(join),
    ],
    [
      "cells",
      fc
        .tuple(fc.constantFrom(0, 1, 7, 8, 9), gap, fc.constantFrom("", "*", "**"), varied(HEADS), gap)
        .map(
          ([cells, before, stars, head, behind]) =>
            `${"|".repeat(cells + 1)}${before}${stars}${head}${stars}${behind}|`,
        ),
    ],
    [
      "shares",
      fc
        .tuple(
          fc.constantFrom("3", "a3", "12"),
          fc.oneof(
            fc.constant("/"),
            varied(OF).map((of) => ` ${of} `),
          ),
          gap,
          varied(FINISHED),
        )
        .map(([part, of, between, word]) => `${part}${of}5${between}${word}`),
    ],
    ["headings", fc.tuple(fc.constantFrom("#", "## ", "#\n", "##### "), gap, varied(AHEAD), gap).map(join)],
  ])("finds what plain patterns find in other languages' %s", (_, texts) => {
    fc.assert(fc.property(texts, expectAsPlain), { numRuns: 1000 });
  });

  test("sees no further than the start of a text", () => {
    const signs = "\n**Status**: done\n\n60% complete (12 lines)\n";
    expect(looksLikeReport("x".repeat(LOOK - signs.length) + signs, "STATUS.md")).toBe(true);
    expect(looksLikeReport("x".repeat(LOOK) + signs, "STATUS.md")).toBe(false);
  });

  test.each([
    ["words", "done status "],
    ["rows without an end", "| done ✅ "],
    ["rows", "| a | b |\n"],
    ["pipes", "|"],
    ["blank lines", "\n"],
    ["bullets", "- "],
    ["bullets on lines", "-\n"],
    ["tasks that end as on Windows", "- [ ] a\r\n"],
    ["digits", "1"],
    ["numbers", "1 2 "],
    ["shares", "1/2 "],
    ["percentages", "1.1% "],
    ["number signs", "#\n"],
    ["headings", "## a b c d e f\n"],
    ["carriage returns", "\r"],
    ["unspaced text", "中の"],
    ["marks", "e\u0301"],
  ])("takes steps in proportion to the length: %s", (_, piece) => {
    const [short, long] = [steps(piece, LOOK / 4), steps(piece, LOOK)];
    expect(long).toBeLessThan(4.4 * short + 1000);
    expect(long).toBeLessThan(50 * LOOK);
  });
});

function join(pieces: readonly string[]): string {
  return pieces.join("");
}

/** The characters that are looked at one by one, and the patterns that are tried, in a text of one piece repeated. */
function steps(piece: string, length: number): number {
  const text = piece.repeat(length / piece.length);
  let count = 0;
  const { charCodeAt } = String.prototype;
  const { test: tryPattern } = RegExp.prototype;
  String.prototype.charCodeAt = function (this: string, at: number) {
    count++;
    return charCodeAt.call(this, at);
  };
  RegExp.prototype.test = function (this: RegExp, one: string) {
    count++;
    return tryPattern.call(this, one);
  };
  try {
    looksLikeReport(text, "README.md");
  } finally {
    Object.assign(String.prototype, { charCodeAt });
    Object.assign(RegExp.prototype, { test: tryPattern });
  }
  return count;
}
