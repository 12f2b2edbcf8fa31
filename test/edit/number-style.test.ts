import { describe, expect, test } from "vitest";
import { groupingOf, numberTokens, writeLike } from "../../src/edit/number-style.js";
import { type Conventions, USUAL } from "../../src/model/conventions.js";

const COMMA: Conventions = { ...USUAL, language: "de", decimal: "comma" };
const MIXED: Conventions = { ...USUAL, decimal: "mixed" };
const SPACED: Conventions = { ...COMMA, language: "fr", spaced: true };

/** A value in the style of the first number of a text. */
function written(
  old: string,
  value: number,
  over: { decimals?: number; grouping?: string; conventions?: Conventions } = {},
) {
  const { conventions = USUAL, decimals = 0, grouping = "" } = over;
  const [token] = numberTokens(old, conventions);
  return token && writeLike(token, value, { decimals, grouping, conventions });
}

describe("I8: writeLike", () => {
  test.each([
    ["26", 22, {}, "22"],
    ["1,017", 1021, {}, "1,021"],
    ["1,017", 998, {}, "998"],
    ["1017", 1021, {}, "1021"],
    ["980", 1021, {}, "1021"],
    ["980", 1021, { grouping: "," }, "1,021"],
    ["1,234,567", 12345678, {}, "12,345,678"],
    ["71.5", 85.714, { decimals: 1 }, "85.7"],
    ["07", 9, {}, "09"],
    ["1.017", 1021, { conventions: COMMA }, "1.021"],
    ["71,5", 85.714, { conventions: COMMA, decimals: 1 }, "85,7"],
    ["1 017", 1021, { conventions: SPACED }, "1 021"],
    ["1\u202f017", 1021, { conventions: SPACED }, "1\u202f021"],
    ["1'017", 1021, {}, "1'021"],
    ["١٢", 34, {}, "٣٤"],
    ["１２", 34, {}, "３４"],
    ["12,34,567", 1234568, {}, undefined],
    ["71", 85.714, { decimals: 1 }, "85.7"],
    ["71", 85.714, { conventions: COMMA, decimals: 1 }, "85,7"],
    // A text that writes both "1.5" and "1,5" does not say how a third figure is to be written.
    ["71", 85.714, { conventions: MIXED, decimals: 1 }, undefined],
    ["71", 86, { conventions: MIXED, decimals: 1 }, undefined],
    ["71", 86, { conventions: MIXED }, "86"],
    ["26", -1, {}, undefined],
    ["26", Number.NaN, {}, undefined],
    ["26", 1e18, {}, undefined],
  ])("%j becomes %d", (old, value, over, expected) => {
    expect(written(old, value, over)).toBe(expected);
  });
});

describe("groupingOf", () => {
  test.each([
    ["1,200 and 3,400 lines", USUAL, ","],
    ["1200 and 3400 lines, 1,000 once", USUAL, ""],
    ["in 2025 there were 1,200", USUAL, ","],
    ["1.200 Zeilen", COMMA, "."],
    ["no number", USUAL, ""],
  ])("%j", (text, conventions, expected) => {
    expect(groupingOf(text, conventions)).toBe(expected);
  });
});
