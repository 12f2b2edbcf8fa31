import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.js";
import { holdsTable } from "../../src/parse/holds-table.js";
import { lineOf } from "../../src/source/positions.js";
import { readReport } from "../helpers/check-text.js";

const BEGIN = "<!-- blockers:begin items -->";
const END = "<!-- blockers:end -->";
const SUM = "<!-- blockers:checksum 0123456789abcdef layout fedcba9876543210 -->";

function faults({ damage, source }: Report): string[] {
  return damage.flatMap((one) =>
    one.kind === "table-marker" ? [`${lineOf(source, one.range.start)} ${one.fault} ${one.id}`.trim()] : [],
  );
}

describe("a generated block", () => {
  test("has its place, its content and what was written beside it", () => {
    const text = `# A\n\n${BEGIN}\n\n| a |\n\n${SUM}\n${END}\n\nWords.\n`;
    const [block, ...others] = readReport(text).generated;
    expect(others).toEqual([]);
    expect(block).toMatchObject({
      id: "items",
      line: 3,
      eol: "\n",
      content: "| a |",
      checksum: "0123456789abcdef",
      layout: "fedcba9876543210",
    });
    expect(text.slice(block?.begin.start, block?.begin.end)).toBe(BEGIN);
    expect(text.slice(block?.inner.start, block?.inner.end)).toBe(`\n| a |\n\n${SUM}\n`);
  });

  test.each([
    ["nothing", "", ""],
    ["empty lines", "\n  \n\n", ""],
    ["a text without a checksum", "One\n\nTwo\n", "One\n\nTwo"],
  ])("may hold %s", (_, inner, content) => {
    const [block] = readReport(`${BEGIN}\n${inner}${END}`).generated;
    expect(block).toMatchObject({ content, checksum: undefined, layout: undefined });
  });

  test("is read in the file's own characters, whatever they stand for", () => {
    const damaged = `# A\n\nâœ… âœ… âœ…\n\n${BEGIN}\nâœ… Login\n${END}\n`;
    const report = readReport(damaged);
    expect(report.source.repairs).not.toEqual([]);
    expect(report.generated[0]).toMatchObject({ line: 5, content: "âœ… Login" });
  });

  test.each(["\r\n", "\r"])("has the line end of its marker: %j", (eol) => {
    const text = `\u{feff}# A${eol}${eol}${BEGIN}${eol}One${eol}Two${eol}${END}${eol}`;
    expect(readReport(text).generated[0]).toMatchObject({ eol, content: "One\nTwo", line: 3 });
  });

  test("is no part of the report", () => {
    const own = "# Launch\n\n1 of 2 tasks done\n\n- [x] Login\n- [ ] Mail\n\n";
    const inner =
      "## Other\n\n🟢 = done, 🔴 = blocked\n\n2 of 9 tasks done\n\n- [ ] Login\n- [x] Export (1.234,5 Std.)\n";
    const [plain, with_] = [readReport(own), readReport(`${own}${BEGIN}\n${inner}${END}\n`)];
    const seen = ({ items, units, sections, date, status }: Report) => ({
      items: items.map(({ key, status }) => [key, status]),
      units: units.map(({ text, conventions }) => [text.value, conventions]),
      sections: sections.length,
      date,
      status,
    });
    expect(seen(with_)).toEqual(seen(plain));
    expect(with_.source.text).toContain("## Other");
  });
});

describe("markers count only on lines of their own outside everything else", () => {
  test.each([
    ["a fence", `\`\`\`\n${BEGIN}\n${END}\n\`\`\`\n`],
    ["an indented block", `    ${BEGIN}\n    ${END}\n`],
    ["a code span", `\`${BEGIN}\`\n\n\`${END}\`\n`],
    ["a quotation", `> ${BEGIN}\n> ${END}\n`],
    ["a list", `- a\n\n  ${BEGIN}\n\n  ${END}\n`],
    ["a sentence", `See ${BEGIN} and ${END}.\n`],
    ["an escape", `\\${BEGIN}\n\n\\${END}\n`],
    ["other HTML", `<div>\n${BEGIN}\n${END}\n</div>\n`],
    ["a comment", `<!--\nblockers:begin items\nblockers:end\n-->\n`],
    ["front matter", `---\na: "${BEGIN}"\n---\n`],
  ])("not in %s", (_, text) => {
    const report = readReport(text);
    expect([report.generated, faults(report)]).toEqual([[], []]);
    expect(holdsTable(report.source)).toBe(false);
  });

  test("but right below a sentence, a list or a table", () => {
    for (const above of ["Words.", "- a", "| a |\n|---|\n| b |"])
      expect(readReport(`${above}\n${BEGIN}\n${END}\n`).generated).toHaveLength(1);
  });
});

describe("markers that stand wrong", () => {
  test.each([
    ["no end", `${BEGIN}\n\nx\n`, ["1 no-end items"]],
    ["no begin", `x\n\n${END}\n`, ["3 no-begin"]],
    ["the wrong order", `${END}\n\n${BEGIN}\n`, ["1 no-begin", "3 no-end items"]],
    ["one in another", `${BEGIN}\n<!-- blockers:begin b -->\n${END}\n${END}\n`, ["2 nested b"]],
    ["a forgotten end", `${BEGIN}\n\n<!-- blockers:begin b -->\n${END}\n`, ["3 nested b"]],
    ["one ID twice", `${BEGIN}\n${END}\n${BEGIN}\n${END}\n`, ["3 repeated items"]],
    ["an ID of two words", `<!-- blockers:begin a b -->\n${END}\n`, ["1 unreadable"]],
    ["no ID", `<!-- blockers:begin -->\n${END}\n`, ["1 unreadable"]],
    ["an ID that is too long", `<!-- blockers:begin ${"a".repeat(65)} -->\n${END}\n`, ["1 unreadable"]],
    ["words beside it", `${BEGIN} x\n${END}\n`, ["1 unreadable"]],
    ["an end with an ID", `${BEGIN}\n<!-- blockers:end items -->\n`, ["2 unreadable"]],
    ["both on one line", `${BEGIN}${END}\n`, ["1 unreadable"]],
  ])("%s", (_, text, expected) => {
    expect(faults(readReport(text))).toEqual(expected);
  });

  test("make a file worth a look all the same", () => {
    expect(holdsTable(readReport(`${BEGIN}\n`).source)).toBe(true);
    expect(holdsTable(readReport(`${BEGIN}\n${END}\n`).source)).toBe(true);
  });

  test("hide nothing", () => {
    const report = readReport(`# A\n\n${BEGIN}\n\n- [x] Login\n- [ ] Mail\n`);
    expect(report.items).toHaveLength(2);
    expect(report.generated).toEqual([]);
  });

  test("spaces around a marker are no fault", () => {
    const report = readReport(`  ${BEGIN}  \nx\n ${END}\t\n`);
    expect([report.generated.length, faults(report)]).toEqual([1, []]);
  });
});
