import { describe, expect, test } from "vitest";
import { applyFixes } from "../../src/edit/apply-fixes.js";
import { TableCells } from "../../src/edit/table-cells.js";
import type { TextEdit } from "../../src/model/diagnostic.js";

/** The table with a figure replaced and the padding of its cell adapted. */
function replaced(table: string, from: string, to: string): string {
  const start = table.lastIndexOf(from);
  const edit: TextEdit = { range: { start, end: start + from.length }, expected: from, newText: to };
  const padding = new TableCells(table, { start: 0, end: table.length }).paddingEdits([edit]);
  const fix = {
    title: "",
    safety: "safe",
    edits: [edit, ...padding],
  } as const;
  return applyFixes(table, [{ fix }]).text;
}

function table(...rows: readonly string[]): string {
  return rows.join("\n");
}

describe("F6: the padding of cells", () => {
  test.each([
    ["takes room for a longer number", "9", "10", ["| a | n   |", "|---|-----|", "| b | 9   |"], "| b | 10  |"],
    ["fills up behind a shorter one", "10", "9", ["| a | n   |", "|---|-----|", "| b | 10  |"], "| b | 9   |"],
    ["keeps figures at the right there", "10", "9", ["| a |   n |", "|---|----:|", "| b |  10 |"], "| b |   9 |"],
    ["tells the right by the spaces, too", "10", "9", ["| a |   n |", "|---|-----|", "| b |  10 |"], "| b |   9 |"],
    [
      "keeps centred figures in the middle",
      "100",
      "9",
      ["| a |   n   |", "|---|:-----:|", "| b |  100  |"],
      "| b |   9   |",
    ],
    ["never takes the last space", "9", "100", ["| a | n  |", "|---|----|", "| b | 9  |"], "| b | 100 |"],
    ["leaves tables alone that are not aligned", "10", "9", ["| a | n |", "|---|---|", "| b | 10 |"], "| b | 9 |"],
    ["does without bars at the ends", "9", "10", ["a | n   | m", "--|-----|--", "b | 9   | x"], "b | 10  | x"],
    ["measures by the screen", "9", "10", ["| 任务 | n   |", "|------|-----|", "| 写文 | 9   |"], "| 写文 | 10  |"],
    [
      "does not take an escaped bar for the end of a cell",
      "9",
      "10",
      ["| a \\| c | n   |", "|--------|-----|", "| b      | 9   |"],
      "| b      | 10  |",
    ],
    [
      "looks at the column of the figure alone",
      "9",
      "10",
      ["| a | n   |", "|---|-----|", "| bcd | 9   |"],
      "| bcd | 10  |",
    ],
  ])("%s", (_, from, to, rows, expected) => {
    expect(replaced(table(...rows), from, to)).toBe(table(...rows.slice(0, -1), expected));
  });

  test("keeps the line ends of the table", () => {
    expect(replaced("| a | n   |\r\n|---|-----|\r\n| b | 10  |\r\n", "10", "9")).toBe(
      "| a | n   |\r\n|---|-----|\r\n| b | 9   |\r\n",
    );
  });
});

describe("no padding changes", () => {
  const lines = table("| a | n   |", "|---|-----|", "| b | 9   |", "| c | 7   |");
  const cells = new TableCells(lines, { start: 0, end: lines.length });
  const edit = (from: string, newText: string): TextEdit => {
    const start = lines.indexOf(from);
    return { range: { start, end: start + from.length }, expected: from, newText };
  };

  test("without an edit, or with edits of several cells", () => {
    expect(cells.paddingEdits([])).toEqual([]);
    expect(cells.paddingEdits([edit("9", "10"), edit("7", "11")])).toEqual([]);
    expect(cells.paddingEdits([edit("9", "10")])).toHaveLength(1);
  });

  test("where a number stays as long as it was", () => {
    expect(cells.paddingEdits([edit("9", "8")])).toEqual([]);
  });

  test("where two lines are too few to tell whether a column is aligned", () => {
    expect(replaced(table("| n   |", "|-----|"), "n", "no")).toBe(table("| no   |", "|-----|"));
  });
});
