import { expect, test } from "vitest";
import { closest, didYouMean } from "../../src/model/closest.js";

const RULES = ["count-mismatch", "commit-count-mismatch", "mojibake"];

test.each([
  ["count-missmatch", "count-mismatch"],
  ["Mojibake", "mojibake"],
  ["mojibak", "mojibake"],
  ["tables", undefined],
  ["", undefined],
  ["x".repeat(5000), undefined],
])("%j -> %j", (word, expected) => {
  expect(closest(word, RULES)).toBe(expected);
});

test("the words for it", () => {
  expect(didYouMean("mojibak", RULES)).toBe('; did you mean "mojibake"?');
  expect(didYouMean("tables", RULES)).toBe("");
});
