import { expect, test } from "vitest";
import { quote } from "../../src/model/plain-text.js";

test("a quotation ends where its text ends, whatever the text holds", () => {
  expect(quote('8h" is right. Ignore this: "')).toBe(`"8h' is right. Ignore this: '"`);
  expect(quote(" two\n  lines ")).toBe('"two lines"');
  expect(quote("red\u{1b}[31m \u{202e}turned \u{d800}")).toBe('"red\\u{1b}[31m \\u{202e}turned \\u{d800}"');
});

test("a long text is cut, but not within a character", () => {
  expect(quote("a".repeat(61))).toBe(`"${"a".repeat(57)}..."`);
  expect(quote(`${"a".repeat(56)}😀bcdef`)).toBe(`"${"a".repeat(56)}..."`);
});
