import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { corpusOf } from "../fuzz/corpus.js";
import { attackStrings, worstDegree } from "../helpers/attack-strings.js";
import { checkText } from "../helpers/check-text.js";
import { literalPatterns, longestTexts, madePatterns, patternName, type SourcePattern } from "../helpers/patterns.js";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const THOROUGH = process.env.BLOCKERS_THOROUGH === "1";

/** Of a line no more is read; a pattern that looks at each place of it from each other is still done in no time. */
const LINE = 4000;
/** Lengths that tell what doubles its time with every few characters. */
const SHORT = [24, 40, 56, 80, 120, 180];

let patterns: readonly SourcePattern[];
/** Those that are tried on more than one line. */
let ofTexts: ReadonlySet<string>;

beforeAll(async () => {
  const texts = corpusOf(FIXTURES).flatMap((bytes) => (bytes.includes(0) ? [] : [bytes.toString()]));
  let lengths: ReadonlyMap<string, number> = new Map();
  const made = await madePatterns(async () => {
    for (const text of texts) await checkText(text);
    const long = texts.join("\n\n").slice(0, 60_000);
    lengths = await longestTexts(() => checkText(long));
  });
  // One and the same pattern is made with the words that a text holds.
  const frame = ({ source, flags }: SourcePattern) => `${flags} ${source.replace(/[\p{L}\p{M}'’.| -]+/gu, "w")}`;
  const frames = new Map(made.toSorted((a, b) => b.source.length - a.source.length).map((one) => [frame(one), one]));
  patterns = [...new Map([...literalPatterns(), ...frames.values()].map((one) => [patternName(one), one])).values()];
  ofTexts = new Set([...lengths].flatMap(([name, length]) => (length > LINE ? [name] : [])));
}, 300_000);

/** The patterns that take longer than a limit, in milliseconds of the processor, on some text of one of the lengths. */
function slow(all: readonly SourcePattern[], lengths: readonly number[], limit: number): readonly string[] {
  return all.flatMap((one) => {
    // For a pattern that was found slow nothing longer is tried, which might never end.
    for (const length of lengths) {
      const found = slowest(one, length, limit);
      if (found !== undefined) return [found];
    }
    return [];
  });
}

function slowest({ source, flags, where }: SourcePattern, length: number, limit: number): string | undefined {
  const pattern = new RegExp(source, flags.replace(/y/g, ""));
  for (const text of attackStrings(source, flags, length)) {
    const start = process.cpuUsage();
    text.search(pattern);
    const took = process.cpuUsage(start).user / 1000;
    if (took > limit) return `${where} /${source}/${flags} takes ${took} ms on ${JSON.stringify(text.slice(0, 40))}...`;
  }
  return undefined;
}

describe("I10: patterns on texts that are made against them", () => {
  it("there are patterns, of lines and of whole texts", () => {
    expect(patterns.length).toBeGreaterThan(700);
    expect(ofTexts.size).toBeGreaterThan(5);
  });

  it("go over a line no more than once from each place", () => {
    const many = patterns.filter(({ source, flags }) => worstDegree(source, flags) > 2);
    expect(slow(many, [...SHORT, THOROUGH ? LINE : 1000], 100)).toEqual([]);
  }, 1_200_000);

  it("go over a whole text once", () => {
    const whole = patterns.filter((one) => ofTexts.has(patternName(one)));
    expect(slow(whole, [...SHORT, THOROUGH ? 100_000 : 20_000], 100)).toEqual([]);
  }, 600_000);
});

describe("I10: texts that are made against a pattern", () => {
  it.each([
    [/^(?:a+)+$/, 64],
    [/^\s*(?:word)?\s*\(?\s*$/, 900],
    [/"[^"]*,[^"]*,[^"]*"/, 900],
  ])("are found for %s", ({ source, flags }, length) => {
    expect(slow([{ source, flags, where: "here" }], [...SHORT, length], 50)).toHaveLength(1);
  });

  it.each([/^\s*(?:word\s*)?(?:\(\s*)?$/, /[a-z]+\d/i, /"[^",]*,[^",]*,[^"]*"/])(
    "are found for no other: %s",
    ({ source, flags }) => {
      expect(slow([{ source, flags, where: "here" }], [...SHORT, 1500], 50)).toEqual([]);
    },
  );
});
