import { describe, expect, test } from "vitest";
import { sourceRange, spanAt } from "../../src/model/plain-text.js";
import type { Report, TextUnit } from "../../src/model/report.js";
import { readReport } from "../helpers/check-text.js";

function allUnits(report: Report): TextUnit[] {
  return [...report.units, ...report.blocks.flatMap((block) => (block.kind === "fence" ? block.lines : []))];
}

/** The units whose characters do not stand where their offsets say. White space may stand for a line end. */
function misplaced(markdown: string): string[] {
  const report = readReport(markdown);
  const { text } = report.source;
  return allUnits(report).flatMap(({ text: { value, offsets } }) =>
    [...value].length === 0 || offsets.length !== value.length + 1
      ? [`${JSON.stringify(value)}: ${offsets.length} offsets`]
      : Array.from(value, (_, i) => i)
          .filter(
            (i) =>
              i < value.length && /\S/.test(value.charAt(i)) && !text.slice(offsets[i]).startsWith(value.charAt(i)),
          )
          .slice(0, 1)
          .map((i) => `${JSON.stringify(value)}: ${i} is ${JSON.stringify(text.charAt(offsets[i] ?? 0))}`),
  );
}

describe("every character of a unit stands at its offset", () => {
  test.each([
    ["plain text", "# Status\n\nOne two three.\n"],
    ["emphasis and code", "A **bold *and slanted* word**, `code`, ~~gone~~ and [a link](x.md) to it.\n"],
    ["long code spans", "Use ``a ` b`` and ``` `x` ``` here.\n"],
    ["a padded code span", "See `` `tick` `` twice: `` `tick` ``.\n"],
    ["escapes", "1\\. a \\* b \\_ c \\| d \\\\ e \\# f\n"],
    ["escapes at the end", "ends in \\*\\*\n"],
    ["repeats behind an escape", "aa\\*a*a*a\\_a_a_ aaa\n"],
    ["a table", "| A | B |\n|---|---|\n| one | two **three** |\n| `x \\| y` | z \\| z |\n"],
    ["a table in a list", "- item\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n"],
    ["nested lists", "1. one\n   - two\n     still two\n     1. three\n\n        four\n"],
    ["quoted lists", "> - one\n>   two\n> - three\n>   > four\n>   > five\n"],
    ["Windows line ends", "# A\r\n\r\none\r\ntwo **three\r\nfour**\r\n\r\n- x\r\n  y\r\n"],
    ["old line ends", "# A\r\rone\rtwo\r"],
    ["hard breaks", "one  \ntwo\\\nthree<br>four\n"],
    ["emoji and East Asian text", "# 🚀 进度 👩‍💻\n\n✅ 完成 **４/５** 👍🏽 done\n"],
    ["a fence", "```\nsrc/a.py\n  src/b.py  # two\n```\n"],
    ["a fence in a list", "- x\n\n  ```text\n  a.py\n    b.py\n  ```\n"],
    ["a drawn table", "```\n┌───┬───┐\n│ A │ B │\n├───┼───┤\n│ 1 │ ✅ 2 │\n│ 3 │ 4 │\n└───┴───┘\n```\n"],
    ["a heading with a closing sequence", "## **Two** words ##\n"],
    ["a setext heading", "Two *words*\nand more\n=====\n"],
    ["task lists", "- [x] **one** two\n- [ ] `three`\n"],
    ["a link with a title and brackets", 'See [a [b] c](<x y.md> "t") and ![image one](i.png).\n'],
    ["an automatic link", "See <https://example.org/a_b> now.\n"],
    ["comments", "one <!-- two --> three\n"],
    ["front matter", "---\na: b\n---\n\n# One\n\ntwo\n"],
    ["damaged text", "# Status\n\n- ‚úÖ Login **‚úÖ done**\n- ‚úÖ Upload\n- ‚è≥ Export\n"],
    ["two byte order marks", "\ufeff\ufeff# One\n\ntwo\n"],
  ])("%s", (_, markdown) => {
    expect(allUnits(readReport(markdown)).length).toBeGreaterThan(0);
    expect(misplaced(markdown)).toEqual([]);
  });

  test("entities stand where they are written", () => {
    const report = readReport("a &amp; b &lt; c &#x2705; d &nbsp;e &copy; 12 lines\n");
    const { value, offsets } = report.units[0]?.text ?? { value: "", offsets: [] };
    expect(value.replace("\u00a0", " ")).toBe("a & b < c ✅ d  e © 12 lines");
    const at = (word: string): string => report.source.text.slice(offsets[value.indexOf(word)]);
    expect([at("&"), at("<"), at("✅"), at("d"), at("©"), at("12")].map((rest) => rest.slice(0, 4))).toEqual([
      "&amp",
      "&lt;",
      "&#x2",
      "d &n",
      "&cop",
      "12 l",
    ]);
  });
});

describe("ranges and spans", () => {
  test("a range of the words is a range of the source, markup inside included", () => {
    const report = readReport("Say **4 of** 5 now\n");
    const text = report.units[0]?.text;
    if (!text) throw new Error("no text");
    const range = sourceRange(text, text.value.indexOf("4"), text.value.indexOf(" now"));
    expect(report.source.text.slice(range.start, range.end)).toBe("4 of** 5");
  });

  test("spans cover what they mark", () => {
    const text = readReport("A **bold** `code` [link](a/b.md#L3) end\n").units[0]?.text;
    if (!text) throw new Error("no text");
    const marked = text.spans.map((span) => [span.kind, text.value.slice(span.start, span.end), span.url]);
    expect(marked).toEqual([
      ["strong", "bold", undefined],
      ["code", "code", undefined],
      ["link", "link", "a/b.md#L3"],
    ]);
    expect(spanAt(text, "code", text.value.indexOf("ode"))).toBeDefined();
    expect(spanAt(text, "code", text.value.indexOf("end"))).toBeUndefined();
  });
});
