import { describe, expect, test } from "vitest";
import { verdictsOn } from "../helpers/verdicts-on.js";

const STAGES = [
  "",
  "## Stage 1 (4/5 steps done)",
  "",
  "Piles.",
  "",
  "## Stage 2 (5/8 steps done)",
  "",
  "Deck.",
  "",
  "## Stage 3 (2/2 steps done)",
];

describe("a share of all against the sum of the shares of its parts", () => {
  test("is right where they add up, and wrong where they do not", async () => {
    expect(await verdictsOn("**Total**: 11 of 15 steps done", ...STAGES)).toEqual({ found: [], right: 1 });
    const { found } = await verdictsOn("**Total**: 12 of 15 steps done", ...STAGES);
    expect(found).toEqual(["3 count-mismatch: 12 of 15 -> 11 of 15"]);
  });

  test.each([
    ["it counts something else", "**Total**: 12 of 15 lamps done"],
    ["it counts what is open", "**Total**: 12 of 15 steps remaining"],
    ["there are not as many", "**Total**: 12 of 14 steps done"],
  ])("accuses nobody where %s", async (_, line) => {
    expect((await verdictsOn(line, ...STAGES)).found).toEqual([]);
  });

  test("accuses nobody below a heading of its own, unless it says that it is of all", async () => {
    const below = ["", "### Lamps"];
    expect((await verdictsOn(...STAGES, ...below, "", "12 of 15 steps done")).found).toEqual([]);
    const { found } = await verdictsOn(...STAGES, ...below, "", "In total 12 of 15 steps done");
    expect(found).toEqual(["16 count-mismatch: 12 of 15 -> 11 of 15"]);
  });
});

describe("a share in the row of a group", () => {
  const items = (...of: readonly [key: string, status: string][]): string[] =>
    of.flatMap(([key, status]) => ["", `## ${key}: Part of ${key}`, "", `**Status**: ${status}`]);
  const ITEMS = items(["P0-1", "Done"], ["P0-2", "Done"], ["P1-1", "Done"], ["P1-2", "Done"], ["P1-3", "Todo"]);

  test("counts the items of that group", async () => {
    const table = (p0: string): string[] => [
      "| Group | Resolved |",
      "|---|---|",
      `| P0 | ${p0} |`,
      "| P1 | 2/3 resolved |",
    ];
    expect(await verdictsOn(...table("2/2 resolved"), ...ITEMS)).toEqual({ found: [], right: 2 });
    expect((await verdictsOn(...table("1/2 resolved"), ...ITEMS)).found).toEqual(["5 count-mismatch: 1/2 -> 2 of 2"]);
  });
});

describe("a share of things of which one has a status that nobody knows", () => {
  const TABLE = ["", "| Task | Status |", "|---|---|", "| Piles | Done |", "| Deck | Todo |", "| Lamps | eventually |"];

  test.each([
    ["1 of 3 tasks done", []],
    ["2 of 3 tasks done", []],
    ["3 of 3 tasks done", ["3 count-mismatch: 3 of 3 -> 1 of 3"]],
    ["0 of 3 tasks done", ["3 count-mismatch: 0 of 3 -> 1 of 3"]],
    ["2 of 3 tasks open", []],
    ["1 of 3 tasks open", []],
    ["3 of 3 tasks open", ["3 count-mismatch: 3 of 3 -> 2 of 3"]],
  ])("%j may count it or not", async (line, expected) => {
    expect((await verdictsOn(line, ...TABLE)).found).toEqual(expected);
  });
});

describe("a numbering with a hole", () => {
  const TABLE = ["", "| # | Task | Status |", "|---|---|---|"];
  const ROWS = ["B1", "B2", "B4", "B5"].map((key) => `| ${key} | Part ${key} | ✅ Done |`);

  test("is told of where the report counts all of it", async () => {
    const { found } = await verdictsOn("5 of 5 tasks done.", ...TABLE, ...ROWS);
    expect(found).toEqual(["9 missing-item: 5 -> 4"]);
  });

  test("is told of at what comes after the first hole", async () => {
    const rows = ["B1", "B2", "B4", "B6"].map((key) => `| ${key} | Part ${key} | ✅ Done |`);
    const { found } = await verdictsOn("6 of 6 tasks done.", ...TABLE, ...rows);
    expect(found).toEqual(["9 missing-item: 6 -> 4"]);
  });

  test.each([
    ["the missing one is named", "B3 was dropped. 5 of 5 tasks done."],
    ["the count is of what is there", "4 of 4 tasks done."],
    ["nothing is counted", "All went well."],
  ])("is no mistake where %s", async (_, line) => {
    expect((await verdictsOn(line, ...TABLE, ...ROWS)).found).toEqual([]);
  });
});

describe("a figure that is stated in several places", () => {
  test.each([
    ["the first of two", ["50%", "60%"], "3 restated-mismatch: 50% -> 60%"],
    ["the odd one of three", ["50%", "50%", "60%"], "7 restated-mismatch: 60% -> 50%"],
    ["the first where all differ", ["50%", "60%", "70%"], "3 restated-mismatch: 50% -> 60%, 70%"],
  ])("%s is the one that is accused", async (_, [first = "", second = "", third], expected) => {
    const lines = [`**Overall Progress**: ${first}`, "", `**Overall Completion**: ${second}`];
    const { found } = await verdictsOn(...lines, ...(third ? ["", `**Overall Status**: ${third}`] : []));
    expect(found).toEqual([expected]);
  });

  test.each([
    [["50%", "51%"], []],
    [["50%", "52%"], ["3 restated-mismatch: 50% -> 52%"]],
    [["~50%", "55%"], []],
    [["50-60%", "55%"], []],
    [["61%", "50-60%"], []],
    [["62%", "50-60%"], ["3 restated-mismatch: 62% -> 50-60%"]],
    [["48%", "50-60%"], ["3 restated-mismatch: 48% -> 50-60%"]],
    [["50-60%", "50-61%"], []],
    [["50-60%", "50-62%"], ["3 restated-mismatch: 50-60% -> 50-62%"]],
    [["~50%", "56%"], ["3 restated-mismatch: ~50% -> 56%"]],
  ])("%j may be rounded", async ([first, second], expected) => {
    const { found } = await verdictsOn(`**Overall Progress**: ${first}`, "", `**Overall Completion**: ${second}`);
    expect(found).toEqual(expected);
  });
});

describe("a total", () => {
  test.each([
    ["of what was removed", ["- Rope: -3 lines", "- Rust: -5 lines", "- **Total**: -8 lines"], []],
    [
      "of what was removed, that is wrong",
      ["- Rope: -3 lines", "- Rust: -5 lines", "- **Total**: -9 lines"],
      ["5 total-mismatch: -9 -> -8 lines"],
    ],
    [
      "that goes on from another",
      ["- A: 1 hour", "- B: 2 hours", "- Total: 3 hours", "- C: 4 hours", "- Total: 7 hours"],
      [],
    ],
    ["that starts again", ["- A: 1 hour", "- B: 2 hours", "- Total: 3 hours", "- C: 4 hours", "- Total: 4 hours"], []],
    ["half as large: of something else", ["- A: 6 hours", "- B: 6 hours", "- **Total**: 5 hours"], []],
    [
      "just not half as large",
      ["- A: 6 hours", "- B: 6 hours", "- **Total**: 6 hours"],
      ["5 total-mismatch: 6 -> 12 hours"],
    ],
    ["twice as large", ["- A: 6 hours", "- B: 6 hours", "- **Total**: 24 hours"], ["5 total-mismatch: 24 -> 12 hours"]],
    ["more than twice as large", ["- A: 6 hours", "- B: 6 hours", "- **Total**: 25 hours"], []],
  ])("%s", async (_, lines, expected) => {
    expect((await verdictsOn(...lines)).found).toEqual(expected);
  });
});
