import { describe } from "vitest";
import { testEach } from "../helpers/test-each.js";

describe("sums that are written out", () => {
  testEach([
    ["are right", ["4 + 7 + 3 = 14 boats; 1.5 + 2.5 = 4 tons"], [], 2],
    ["are wrong", ["4 + 7 + 3 = 15 boats"], ["3 total-mismatch: 15 -> 14"], 0],
    ["are told apart", ["(4 + 7 = 11) and (2 + 2 = 5)"], ["3 total-mismatch: 5 -> 4"], 1],
    ["are none in code", ["`4 + 7 = 12`"], [], 0],
    ["are none in somebody's words", ['She wrote "4 + 7 = 12" on the wall'], [], 0],
    ["are none where they go on", ["4 + 7 = 12 - 1"], [], 0],
    ["are none with a percentage", ["4 + 7 = 12%"], [], 0],
    ["count where a quotation ends before", ['She wrote "eleven": 4 + 7 = 12'], ["3 total-mismatch: 12 -> 11"], 0],
  ]);
});

describe("columns that follow from each other", () => {
  const sums = (...rows: readonly string[]): string[] => [
    "| Pier | Done | Open | Total |",
    "|---|---|---|---|",
    ...rows,
  ];
  const rates = (...rows: readonly string[]): string[] => [
    "| Suite | Passed | Run | Rate |",
    "|---|---|---|---|",
    ...rows,
  ];
  testEach([
    ["add up", sums("| A | 1 | 2 | 3 |", "| B | 4 | 5 | 9 |", "| C | 2 | 2 | 4 |"), [], 3],
    [
      "do not add up in one row",
      sums("| A | 1 | 2 | 3 |", "| B | 4 | 5 | 9 |", "| C | 2 | 2 | 5 |"),
      ["7 total-mismatch: 5 -> 4"],
      2,
    ],
    [
      "are no sums where one row alone agrees",
      sums("| A | 1 | 2 | 3 |", "| B | 4 | 5 | 7 |", "| C | 2 | 2 | 5 |"),
      [],
      0,
    ],
    [
      "are no sums where two of four rows agree",
      sums("| A | 1 | 2 | 3 |", "| B | 4 | 5 | 9 |", "| C | 2 | 2 | 5 |", "| D | 1 | 1 | 9 |"),
      [],
      0,
    ],
    ["are shares", rates("| A | 1 | 4 | 25% |", "| B | 3 | 4 | 75% |", "| C | 2 | 3 | 67% |"), [], 3],
    [
      "are shares but one",
      rates("| A | 1 | 4 | 25% |", "| B | 3 | 4 | 75% |", "| C | 2 | 3 | 55% |"),
      ["7 percentage-mismatch: 55% -> 67%"],
      2,
    ],
    [
      "are shares, rounded up or down",
      rates("| A | 1 | 3 | 34% |", "| B | 2 | 3 | 66% |", "| C | 1 | 4 | 25% |"),
      [],
      3,
    ],
    [
      "are shares, but not rounded",
      rates("| A | 1 | 4 | 25% |", "| B | 2 | 3 | 65% |", "| C | 3 | 4 | 75% |"),
      ["6 percentage-mismatch: 65% -> 67%"],
      2,
    ],
    [
      "are shares of those that ran",
      ["| Suite | Passed | Failed | Listed | Rate |", "|---|---|---|---|---|"].concat(
        "| A | 1 | 3 | 4 | 25% |",
        "| B | 3 | 1 | 4 | 75% |",
        "| C | 2 | 2 | 9 | 50% |",
      ),
      [],
      2,
    ],
    [
      "are pairs",
      ["| Pier | Boxes | Done |", "|---|---|---|", "| A | 1/4 | 25% |", "| B | 3/4 | 75% |", "| C | 2/4 | 50% |"],
      [],
      3,
    ],
    [
      "are pairs but one",
      ["| Pier | Boxes | Done |", "|---|---|---|", "| A | 1/4 | 25% |", "| B | 3/4 | 75% |", "| C | 2/4 | 40% |"],
      ["7 percentage-mismatch: 40% -> 50%"],
      2,
    ],
  ]);
});

describe("lists of figures under a total", () => {
  testEach([
    ["are shares of it", ["- Total: 510", "- Dry: 362 (71%)", "- Wet: 138 (27%)"], [], 2],
    [
      "are shares of it but one",
      ["- Total: 510", "- Dry: 362 (71%)", "- Wet: 138 (27%)", "- Lost: 10 (4%)"],
      ["6 percentage-mismatch: 4% -> 2%"],
      2,
    ],
    ["are none where one alone fits", ["- Total: 510", "- Dry: 362 (71%)", "- Wet: 138 (47%)"], [], 0],
    ["are none of two totals", ["- Total: 510", "- Dry: 362 (71%)", "- Wet: 138 (27%)", "- Total: 9"], [], 0],
    ["are none where the share is no bracket", ["- Total: 510", "- Dry: 362, 71%", "- Wet: 138, 47%"], [], 0],
    ["add up to it", ["- Total: 12", "- Passed: 9", "- Failed: 3"], [], 1],
    ["do not add up to it", ["- Total: 13", "- Passed: 9", "- Failed: 3"], ["3 total-mismatch: 13 -> 12"], 0],
    ["add up without what was skipped", ["- Total: 12", "- Passed: 9", "- Failed: 3", "- Skipped: 5"], [], 1],
    ["need not add up where not all are outcomes", ["- Total: 13", "- Passed: 9", "- Failed: 3", "- Rooms: 7"], [], 0],
    ["need not add up without failures", ["- Total: 13", "- Passed: 9", "- Skipped: 3"], [], 0],
  ]);
});

describe("brackets that say what a number is made of", () => {
  testEach([
    ["add up", ["9 files (6 new, 3 modified)"], [], 1],
    ["do not add up", ["9 files (6 new, 2 modified)"], ["3 breakdown-mismatch: 9 -> 8"], 0],
    ["add up to more", ["9 boats (8 red, 4 blue)"], ["3 breakdown-mismatch: 9 -> 12"], 0],
    ["need not name all", ["9 boats (2 red, 4 blue)"], [], 0],
    ["have more words", ["9 files (6 new ones and 3 modified)"], [], 1],
    ["may hold a total", ["9 boats (12 total, 4 blue)"], [], 0],
    ["hold one part alone", ["9 boats (12 red)"], [], 0],
    ["say nothing of a rough number", ["~9 boats (8 red, 4 blue)"], [], 0],
    ["say nothing of a lower bound", ["9+ boats (8 red, 4 blue)"], [], 0],
    ["say nothing of a fraction", ["9.5 boats (8 red, 4 blue)"], [], 0],
    ["say nothing of a range", ["9-10 boats (8 red, 4 blue)"], [], 0],
    ["say nothing without a noun", ["9 (8 red, 4 blue)"], [], 0],
  ]);
});

describe("totals rows", () => {
  const table = (header: string, ...rows: readonly string[]): string[] => [
    `| Pier | ${header} |`,
    "|---|---|",
    ...rows,
  ];
  const wrong = ["| A | 3 |", "| B | 4 |", "| **Total** | 8 |"];
  testEach([
    ["of a plain column", table("Boats", ...wrong), ["7 total-mismatch: 8 -> 7"], 0],
    ["of running totals", table("Cumulative boats", ...wrong), [], 0],
    ["of what may overlap, too small", table("Authors", "| A | 3 |", "| B | 4 |", "| **Total** | 5 |"), [], 0],
    ["of what may overlap, too large", table("Authors", ...wrong), ["7 total-mismatch: 8 -> 7"], 0],
    ["that name what the rows are not", table("Boats", "| A | 3 |", "| B | 4 |", "| Total oars | 8 |"), [], 0],
    ["that are an average", table("Boats", "| A | 3 |", "| B | 4 |", "| Average | 8 |"), [], 0],
    ["over one row", table("Boats", "| A | 3 |", "| **Total** | 8 |"), [], 0],
    ["less a discount", table("Fees", "| A | 3 |", "| Discount | 4 |", "| **Total** | 8 |"), [], 0],
    [
      "of a span of time",
      [
        "| Pier | Start | End | Days |",
        "|---|---|---|---|",
        "| A | Monday | Friday | 5 |",
        "| B | Tuesday | Friday | 4 |",
        "| **Total** | | | 5 |",
      ],
      [],
      0,
    ],
    [
      "with something that is not stated yet",
      table("Boats", "| A | 3 |", "| B | TBD |", "| C | 2 |", "| **Total** | 8 |"),
      [],
      0,
    ],
    [
      "that are less than what is stated",
      table("Boats", "| A | 3 |", "| B | TBD |", "| C | 2 |", "| **Total** | 4 |"),
      ["8 total-mismatch: 4 -> 5"],
      0,
    ],
    ["over a row and an empty one", table("Boats", "| A | 3 |", "| B | |", "| **Total** | 8 |"), [], 0],
    [
      "of the rows in one unit",
      table("Work", "| A | 3h |", "| B | 2h |", "| C | 4 boats |", "| **Total** | 5h |"),
      [],
      1,
    ],
    [
      "of the rows in two units",
      table("Work", "| A | 3h |", "| B | 2h |", "| C | 4 boats |", "| **Total** | 6h |"),
      [],
      0,
    ],
    ["of the largest", table("Boats", "| A | 3 |", "| B | 9 |", "| C | 2 |", "| **Total** | 9 |"), [], 1],
  ]);
});

describe("counts above a list", () => {
  const boats = ["", "- Anna", "- Berta", "- Carla"];
  testEach([
    ["are right", ["The pier has 3 boats:", ...boats], [], 1],
    ["are wrong", ["The pier has 4 boats:", ...boats], ["3 list-count-mismatch: 4 -> 3"], 0],
    ["are of a choice", ["The pier has 4 boats, such as:", ...boats], [], 0],
    ["are of what is wrong with them", ["The pier has 4 failures:", ...boats], [], 0],
    ["are a label", ["Pier 4 - Boats:", ...boats], [], 0],
    ["are of measures", ["It took 4 hours:", ...boats], [], 0],
    ["are of people", ["For a team of 4 people:", ...boats], [], 0],
    ["stand before a colon and a word", ["4 boats: the list", ...boats], [], 0],
    ["are a time of day", ["At 4 PM:", ...boats], [], 0],
    ["say something of all", ["All 4 boats are now afloat:", ...boats], [], 0],
    ["leave the end open", ["The pier has 4 boats:", ...boats, "- and more"], [], 1],
    ["have a number that is a part's", ["## Boats 4 (2)", ...boats], [], 0],
    ["are of what is left", ["4 boats are left:", ...boats], ["3 list-count-mismatch: 4 -> 3"], 0],
  ]);
});

describe("totals of files below a list of them", () => {
  const files = (n: number): string[] => Array.from({ length: n }, (_, i) => `- \`src/part-${i}.ts\``);
  testEach([
    ["are right", [...files(4), "- **Total**: 4 files"], [], 1],
    ["are one off", [...files(4), "- **Total**: 5 files"], ["7 total-mismatch: 5 -> 4 files"], 0],
    ["are too far off to be of the list", [...files(4), "- **Total**: 6 files"], [], 0],
    ["are a quarter off", [...files(6), "- **Total**: 8 files"], ["9 total-mismatch: 8 -> 6 files"], 0],
    ["are more than a quarter off", [...files(5), "- **Total**: 7 files"], [], 0],
    ["are rough", [...files(4), "- **Total**: ~5 files"], [], 0],
  ]);
});

describe("overall figures below headings", () => {
  const below = (heading: string): string[] => [
    "**Overall Progress**: 50%",
    "",
    heading,
    "",
    "**Overall Progress**: 60%",
  ];
  const wrong = ["3 restated-mismatch: 50% -> 60%"];
  testEach([
    ["of the whole report", below("## Summary"), wrong, 0],
    ["of a part that sums it up", [...below("### Summary")], wrong, 0],
    ["deeper down", below("#### Summary"), [], 0],
    ["of something else", below("## Cranes"), [], 0],
    ["of another moment", below("## Previous Summary"), [], 0],
  ]);
});

describe("shares of the rows of a table", () => {
  const table = (...statuses: readonly string[]): string[] =>
    ["", "| Task | Status |", "|---|---|"].concat(statuses.map((status, i) => `| Mend boat ${i} | ${status} |`));
  testEach([
    ["two of them", ["1 of 2 tasks done", ...table("Done", "Done")], ["3 count-mismatch: 1 of 2 -> 2 of 2"], 0],
    ["two of them, rightly", ["1 of 2 tasks done", ...table("Done", "Todo")], [], 1],
    ["more than there are", ["2 of 3 tasks done", ...table("Done", "Done")], [], 0],
    [
      "what is left of them",
      ["3 tasks remaining", ...table("Done", "Todo", "Todo")],
      ["3 remaining-mismatch: 3 -> 2 tasks"],
      0,
    ],
  ]);
});

describe("headings that state the status of all below", () => {
  const under = (heading: string, ...items: readonly string[]): string[] =>
    [`## ${heading}`].concat(items.flatMap((item) => ["", `### ${item}`, "", "The oil is a matter of taste."]));
  testEach([
    [
      "done, over what is not",
      under("✅ Completed Work", "Winch (IN PROGRESS)"),
      ["5 status-conflict: IN PROGRESS -> done"],
      0,
    ],
    ["done, over what is", under("✅ Completed Work", "Winch (DONE)"), [], 1],
    [
      "not started, over what is done",
      under("❌ Not Started", "Winch (DONE)", "Crane (TODO)"),
      ["3 status-conflict: ❌ Not Started -> done"],
      0,
    ],
    [
      "begun, over what is done",
      under("🔄 In Progress", "Winch (DONE)"),
      ["5 status-conflict: DONE -> in-progress"],
      0,
    ],
    [
      "begun, over what is not begun",
      under("🔄 In Progress", "Winch (TODO)"),
      ["5 status-conflict: TODO -> in-progress"],
      0,
    ],
    ["blocked, whatever stands under it", under("Blocked", "Winch (DONE)"), [], 0],
  ]);
});

describe("totals of files in folders", () => {
  const total = (entry: string): string[] => ["- `docs/a.md`", entry, "- `docs/d.md`", "- **Total**: 4 files"];
  testEach([
    ["are right where the folder says how many it holds", total("- `docs/out/` (2 files)"), [], 1],
    ["are wrong where it says so", total("- `docs/out/` (3 files)"), ["6 total-mismatch: 4 -> 5 files"], 0],
    ["cannot be told where it does not", total("- `docs/out/`"), [], 0],
    ["cannot be told where not all are files", total("- two more"), [], 0],
  ]);
});
