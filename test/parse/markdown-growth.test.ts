import { afterEach, expect, test, vi } from "vitest";
import { parseMarkdown } from "../../src/parse/markdown.js";

afterEach(() => {
  vi.restoreAllMocks();
});

/** How many characters reading a text looks at, one by one or in a search. */
function steps(text: string): number {
  let count = 0;
  const { charCodeAt, indexOf } = String.prototype;
  vi.spyOn(String.prototype, "charCodeAt").mockImplementation(function (this: string, at: number) {
    count++;
    return charCodeAt.call(this, at);
  });
  vi.spyOn(String.prototype, "indexOf").mockImplementation(function (this: string, what: string, from = 0) {
    const found = indexOf.call(this, what, from);
    count += (found < 0 ? this.length : found) - from;
    return found;
  });
  parseMarkdown(text);
  vi.restoreAllMocks();
  return count;
}

const times = (unit: string) => (n: number) => unit.repeat(n);

test.each<[string, (n: number) => string]>([
  ["prose", times("Some words of *one* paragraph, and `code` in it.\nA second line.\n\n")],
  ["headings", times("## One of many\n\n")],
  ["one table", (n) => `| a | b | c |\n|---|---|---|\n${"| one | **two** | `three` |\n".repeat(n)}`],
  ["short rows under a wide head", (n) => `${"|a".repeat(n)}|\n${"|-".repeat(n)}|\n${"|b|\n".repeat(n)}`],
  ["one list", times("- [ ] one thing to do\n")],
  ["one loose list", times("- one\n\n  more\n\n")],
  ["one paragraph", times("words without any end of line in sight ")],
  ["one paragraph of many lines", times("words that go on\n")],
  ["lines without a pipe below a line that might head a table", (n) => `a | b\n${"no pipe\n".repeat(n)}`],
  ["quotations in quotations", times(`${">".repeat(90)} a\n\n`)],
  ["lists in lists, and blank lines", (n) => `${"- ".repeat(90)}a\n${"\n".repeat(90)}x\n\n`.repeat(n / 20)],
  ["labels that end nowhere", times("[")],
  ["images in images", (n) => `${"![".repeat(n)}a${"](b)".repeat(n)}`],
  ["labels and a definition", (n) => `${"[a ".repeat(n)}${"]".repeat(n)}\n\n[a]: b\n`],
  ["emphasis that ends nowhere", times("*a _b **c ")],
  ["emphasis that starts nowhere", times("a* b_ c** ")],
  ["code of ever more ticks that ends nowhere", times("a`b``c```d````e ")],
  ["comments that end nowhere", times("a <!-- ")],
  ["tags that end nowhere", times("<a b='")],
  ["titles that end nowhere", times('[a](b "c\\" ')],
  ["addresses that end nowhere", times("[a](<b ")],
  ["breaks in a quotation", times("> a  \n")],
])("%s: ten times the text takes at most eleven times the steps", (_, make) => {
  // Half a step per character is the least that reading takes: nothing was missed in counting.
  const small = steps(make(200));
  expect(small).toBeGreaterThan(make(200).length / 2);
  expect(steps(make(2000)) / small).toBeLessThanOrEqual(11);
});
