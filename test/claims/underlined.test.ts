import { expect, test } from "vitest";
import { checkText } from "../helpers/check-text.js";
import { tableOf } from "../helpers/test-each.js";

/** What is underlined for each finding, as "RULE: WORDS", with the lines that are shown beside it behind a "<". */
async function underlinedIn(...lines: readonly string[]): Promise<string[]> {
  const text = `# Pier Works\n\n${lines.join("\n")}\n`;
  const { result } = await checkText(text);
  return result.diagnostics.map(({ rule, line, column, endLine, endColumn, related }) => {
    expect(endLine).toBe(line);
    const words = (text.split("\n")[line - 1] ?? "").slice(column - 1, endColumn - 1);
    return [`${rule}: ${words}`, ...related.map((one) => one.line)].join(" < ");
  });
}

test.each([
  ["a sum that is written out", ["So: 4 + 7 + 3 = 15 boats"], "total-mismatch: 15 < 3 < 3 < 3"],
  ["a sum in thousands", ["So: 1,200 + 30 = 1,250 boats"], "total-mismatch: 1,250 < 3 < 3"],
  [
    "a breakdown",
    ["There are 9 files (6 new, 2 modified) here"],
    "breakdown-mismatch: 9 files (6 new, 2 modified) < 3 < 3",
  ],
  ["outcomes behind their whole", ["Of 13 tests 9 passed, 3 failed, 2 skipped"], "breakdown-mismatch: 13 < 3 < 3 < 3"],
  [
    "outcomes before their total",
    ["So far 9 passed, 3 failed, 1 skipped, 14 total"],
    "breakdown-mismatch: 14 total < 3 < 3 < 3",
  ],
  ["a change", ["Planks: 236 → 255 (+18)"], "change-mismatch: +18 < 3 < 3"],
  ["a change from and to", ["Planks went from 80 to 51 (-28)"], "change-mismatch: -28 < 3 < 3"],
  ["a share in a line", ["So 2 of 4 boats are done (75%)"], "percentage-mismatch: 75%"],
  ["what is left", ["7 of 10 tasks resolved; 2 remain."], "remaining-mismatch: 2 remain. < 3"],
  ["a list", ["The pier has 4 boats:", "", "- Anna", "- Berta", "- Carla"], "list-count-mismatch: 4 < 5"],
  ["names in a line", ["Added 3 commands: `pier`, `crane`"], "list-count-mismatch: 3 < 3"],
  ["a total below a list", ["- Rope: 4 hours", "- Hook: 5 hours", "- Total: 8 hours"], "total-mismatch: 8 < 3 < 4"],
  [
    "a total of a column",
    tableOf(["Pier", "Boats"], ["A", "3"], ["B", "4"], ["**Total**", "**8**"]),
    "total-mismatch: 8 < 5 < 6",
  ],
  [
    "a total of a row",
    tableOf(["Pier", "Done", "Open", "Total"], ["A", "1", "2", "3"], ["B", "4", "5", "9"], ["C", "2", "2", "5"]),
    "total-mismatch: 5 < 7",
  ],
  [
    "a share of a row",
    tableOf(["Suite", "Passed", "Run", "Rate"], ["A", "1", "4", "25%"], ["B", "3", "4", "75%"], ["C", "2", "4", "40%"]),
    "percentage-mismatch: 40%",
  ],
  [
    "a share in a list",
    ["- Total: 510", "- Dry: 362 (71%)", "- Wet: 138 (27%)", "- Lost: 10 (4%)"],
    "percentage-mismatch: 4%",
  ],
  ["outcomes in a list", ["- Total: 13", "- Passed: 9", "- Failed: 3"], "total-mismatch: 13 < 4 < 5"],
  ["what is complete", ["Hull: complete (3/4 tasks)"], "status-conflict: complete < 3"],
  [
    "phases that are complete",
    ["## Phase 1 - 3/4 complete", "", "Oak.", "", "## Summary", "", "So phases 1-2 complete"],
    "status-conflict: phases 1-2 complete < 3",
  ],
  [
    "a sum that a heading announces",
    ["### Cranes (12 hours)", "", "- Rope: 4 hours", "- Hook: 5 hours"],
    "total-mismatch: 12 < 5 < 6",
  ],
  [
    "parts that entries state",
    ["### Cranes (9 tests)", "", "- Rope: 4 tests", "- Hook: 6 tests"],
    "breakdown-mismatch: 9 < 5 < 6",
  ],
  [
    "a figure in two places",
    ["**Overall Progress**: 50%", "", "**Overall Completion**: 🟡 60%"],
    "restated-mismatch: 50% < 5",
  ],
  [
    "an estimate in two places",
    [
      ...tableOf(["Task", "Status", "Effort"], ["B1: Mast", "Todo", "5h"], ["B2: Deck", "Todo", "2h"]),
      "",
      "## B1: Mast",
      "",
      "**Estimate**: 6h",
    ],
    "restated-mismatch: 5h < 10",
  ],
  [
    "a status in two places",
    [...tableOf(["Task", "Status"], ["B1: Mast", "✅ Done"], ["B2: Deck", "Todo"]), "", "## B1: Mast (TODO)"],
    "status-conflict: ✅ Done < 8",
  ],
])("%s", async (_, lines, expected) => {
  expect(await underlinedIn(...lines)).toEqual([expected]);
});
