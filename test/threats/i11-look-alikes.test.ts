import { describe, expect, it } from "vitest";
import { checkText, readReport } from "../helpers/check-text.js";

/** A row of a table, and a section of the same number, and of the same name or nearly so, that says otherwise. */
function report(row: string, other: string): string {
  const table = ["| # | Task | Status |", "|---|---|---|", `| 1 | ${row} | done |`, "| 2 | Mill | done |"];
  return ["# Works Status", "", ...table, "", `## 1. ${other}`, "", "**Status**: open", ""].join("\n");
}
const items = (text: string): number => readReport(text).items.length;

describe("I11: names that look alike", () => {
  it.each([
    ["composed and decomposed", "Café terrace walls", "Cafe\u0301 terrace walls"],
    ["decomposed and composed", "Đo\u0302\u0300ng hồ nước", "Đồng hồ nước"],
    ["syllables and their letters", "수문 수리", "수문 수리".normalize("NFD")],
  ])("are one where they are the same text: %s", (_, a, b) => {
    expect(a).not.toBe(b);
    expect(items(report(a, b))).toBe(2);
  });

  it.each([
    ["Cyrillic letters", "Blocker gate", "Bl\u043esker gate"],
    ["Greek letters", "Alpha wall", "\u0391lpha wall"],
    ["full-width letters", "Weir wall", "Ｗｅｉｒ wall"],
    ["letters with and without a mark", "Café terrace", "Cafe terrace"],
    ["a ligature", "Office wall", "O\ufb03ce wall"],
  ])("stay two where they only look the same: %s", async (_, a, b) => {
    expect(items(report(a, b))).toBe(3);
    const { result } = await checkText(report(a, b));
    expect(result.diagnostics).toEqual([]);
  });
});

describe("I11: statuses that look like others", () => {
  it.each(["Bl\u043e\u0441ked", "D\u043ene", "Ｄｏｎｅ", "\u0391ctive"])(
    "%s is none, and is told of where somebody asks",
    async (word) => {
      const text = `# Works Status\n\n| Task | Status |\n|---|---|\n| Weir | ${word} |\n| Mill | done |\n| Lock | open |\n`;
      expect(readReport(text).items.map(({ status }) => status)).toEqual(["unknown", "done", "todo"]);
      expect((await checkText(text)).result.diagnostics).toEqual([]);
      const { result } = await checkText(text, { severities: { "unknown-status": "warning" } });
      expect(result.diagnostics.map(({ rule, stated }) => [rule, stated])).toEqual([["unknown-status", word]]);
    },
  );

  it("digits of full width are the figures that they are", async () => {
    const text =
      "# Works Status\n\n**Progress**: １ of ３ done\n\n| Task | Status |\n|---|---|\n| Weir | done |\n| Mill | done |\n| Lock | open |\n";
    const { result } = await checkText(text);
    expect(result.diagnostics.map(({ rule, computed }) => [rule, computed?.slice(0, 1)])).toEqual([
      ["count-mismatch", "2"],
    ]);
  });
});
