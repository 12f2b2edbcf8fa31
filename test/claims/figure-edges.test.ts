import { describe } from "vitest";
import { tableOf, testEach } from "../helpers/test-each.js";

describe("changes in a table", () => {
  const row = (...cells: readonly string[]): string[] => tableOf(["What", "Before", "After", "Change"], cells);
  const wrong = (stated: string): string[] => [`5 change-mismatch: ${stated} -> +2`];
  testEach([
    ["are right", row("Boats", "10", "12", "+2"), [], 1],
    ["are wrong", row("Boats", "10", "12", "+3"), wrong("+3"), 0],
    ["are wrong without a sign", row("Boats", "10", "12", "3"), wrong("3"), 0],
    ["are shares", row("Boats", "10", "12", "20% more"), [], 1],
    ["are none of a value with a remark", row("Boats", "10 (old)", "12", "+3"), [], 0],
    ["are none up to a value with a remark", row("Boats", "10", "12 (new)", "+3"), [], 0],
    ["are none with a remark", row("Boats", "10", "12", "+3 (new)"), [], 0],
    ["are none of something else", row("Boats", "10", "12", "+3 oars"), [], 0],
    ["are none of means", row("**Total**", "10", "12", "+3"), [], 0],
  ]);
});

describe("changes in a line", () => {
  testEach([
    ["are right", ["Planks: 236 → 255 (+19)"], [], 1],
    ["are wrong", ["Planks: 236 → 255 (+18)"], ["3 change-mismatch: +18 -> +19"], 0],
    ["are shares", ["Planks: 236 → 255 = 8% more"], [], 1],
    ["are none without a sign", ["Planks: 236 → 255, 18 more"], [], 0],
    ["are parts in brackets", ["Planks: 236 → 255 (+30 new, -5 old)"], [], 0],
  ]);
});

describe("shares in a table of which some cells hold no figure", () => {
  const rates = (...rows: readonly (readonly string[])[]): string[] =>
    tableOf(["Suite", "Passed", "Run", "Rate"], ["A", "1", "4", "25%"], ["B", "3", "4", "75%"], ...rows);
  testEach([
    ["half of them", rates(["C", "-", "4", "-"], ["D", "1", "2", "70%"]), ["8 percentage-mismatch: 70% -> 50%"], 2],
    ["most of them", rates(["C", "-", "4", "-"], ["D", "-", "2", "-"], ["E", "?", "2", "-"]), [], 0],
    ["more than half of a part", rates(["C", "-", "4", "10%"], ["D", "-", "4", "20%"], ["E", "-", "4", "30%"]), [], 0],
    ["a whole of nothing", rates(["C", "1", "2", "50%"], ["D", "1", "0", "25%"]), [], 3],
    ["a rough whole", rates(["C", "1", "2", "50%"], ["D", "1", "~2", "70%"]), [], 3],
    [
      "and three in five agree",
      rates(["C", "2", "4", "50%"], ["D", "1", "2", "60%"], ["E", "1", "2", "70%"]),
      ["8 percentage-mismatch: 60% -> 50%", "9 percentage-mismatch: 70% -> 50%"],
      3,
    ],
    ["and two in four agree", rates(["D", "1", "2", "60%"], ["E", "1", "2", "70%"]), [], 0],
  ]);
});

describe("a column of totals", () => {
  const wrong = ["7 total-mismatch: 5 -> 4"];
  const rows = (...order: readonly number[]): string[] => {
    const [header = [], ...more] = [
      ["Total", "Done", "Open"],
      ["3", "1", "2"],
      ["9", "4", "5"],
      ["5", "2", "2"],
    ].map((cells, at) => [at === 0 ? "Pier" : `P${at}`, ...order.map((one) => cells[one] ?? "")]);
    return tableOf(header, ...more);
  };
  testEach([
    ["stands left of its parts", rows(0, 1, 2), wrong, 2],
    ["stands between its parts", rows(1, 0, 2), wrong, 2],
    ["stands right of its parts", rows(1, 2, 0), wrong, 2],
    ["has one part alone", rows(0, 1), [], 0],
  ]);
});

describe("lines of an item in a table, and of its files in its section", () => {
  const item = (lines: string, ...files: readonly string[]): string[] => [
    ...tableOf(["Task", "Status", "Lines"], ["B1: Raise the mast", "Done", lines], ["B2: Deck", "Done", "9"]),
    "",
    "## B1: Raise the mast",
    "",
    ...files,
  ];
  const FILES = ["- `src/a.ts` (10 lines)", "- `src/b.ts` (20 lines)"];
  const wrong = (stated: string): string[] => [`5 total-mismatch: ${stated} -> 30 lines`];
  testEach([
    ["are right", item("30", ...FILES), [], 1],
    ["are wrong", item("40", ...FILES), wrong("40"), 0],
    ["are rough", item("~40", ...FILES), [], 0],
    ["may have more in a file without a size", item("40", ...FILES, "- `src/c.ts`"), [], 0],
    ["have less than the files with a size", item("20", ...FILES, "- `src/c.ts`"), wrong("20"), 0],
    ["have one file alone", item("40", ...FILES.slice(1)), [], 0],
    ["count a file once", item("50", ...FILES, "- `src/b.ts` (20 lines)"), wrong("50"), 0],
    ["count the lines that came", item("40", "- `src/a.ts` (+10 lines)", "- `src/b.ts` (+20 lines)"), wrong("40"), 0],
    ["count no file in passing", item("40", "- the mast: `a.ts` (10 lines)", "- the rope: `b.ts` (20 lines)"), [], 0],
  ]);
});

describe("outcomes in a line", () => {
  const wrong = (stated: string, computed: string): string[] => [`3 breakdown-mismatch: ${stated} -> ${computed}`];
  testEach([
    ["add up to the total behind", ["9 passed, 3 failed, 1 skipped, 13 total"], [], 1],
    ["do not add up to it", ["9 passed, 3 failed, 1 skipped, 14 total"], wrong("14", "13"), 0],
    ["may leave out what was skipped", ["9 passed, 3 failed, 13 total"], [], 0],
    ["have two totals", ["9 passed, 3 failed, 1 skipped, 14 total, 15 total"], [], 0],
    ["follow the whole", ["13 tests - 9 passed, 3 failed, 2 skipped"], wrong("13", "14"), 0],
    ["are of a whole", ["Of 14 tests 9 passed, 3 failed, 2 skipped"], [], 1],
    ["are thousands", ["Of 1,300 tests 900 passed, 300 failed, 200 skipped"], wrong("1300", "1400"), 0],
    ["leave out what was dropped", ["Of 13 tests 9 passed, 3 failed, 2 skipped, 1 dropped"], [], 0],
    ["are of two kinds", ["Of 13 tests 9 passed, 3 failed, 2 rusty"], [], 0],
    ["are states", ["Of 13 piers 9 are done, 3 open"], wrong("13", "12"), 0],
    ["are grades", ["Of 13 findings 9 high, 3 low"], wrong("13", "12"), 0],
    ["are a change", ["+9 boats (8 red, 4 blue)", "", "9% less (8 red, 4 blue)"], [], 0],
    ["are what is done and what is open", ["9 boats (5 done, 3 open)"], wrong("9", "8"), 0],
    ["are in German", ["9 Boote (5 fertig, 3 offen)"], wrong("9", "8"), 0],
    ["need not be all", ["9 boats (5 done, 3 rusty)"], [], 0],
  ]);
});

describe("sums that a heading announces", () => {
  const cranes = (head: string, ...below: readonly string[]): string[] => [`### Cranes ${head}`, "", ...below];
  const PARTS = ["- Rope: 4 hours", "- Hook: 5 hours"];
  const table = (unit: string, hook: string): string[] => tableOf(["Part", unit], ["Rope", "4"], ["Hook", hook]);
  const wrong = (stated: string, computed: string): string[] => [`3 total-mismatch: ${stated} -> ${computed}`];
  testEach([
    ["are right", cranes("(9 hours)", ...PARTS), [], 1],
    ["leave a quarter of room", cranes("(11 hours)", ...PARTS), [], 0],
    ["leave more than that", cranes("(12 hours)", ...PARTS), wrong("12", "9 hours"), 0],
    ["leave too little", cranes("(8 hours)", ...PARTS), wrong("8", "9 hours"), 0],
    ["stand behind a colon", ["### Cranes: 12 hours", "", ...PARTS], wrong("12", "9 hours"), 0],
    ["are said of something", cranes("take 12 hours", ...PARTS), [], 0],
    ["stand in a line", ["Cranes (12 hours):", "", ...PARTS], wrong("12", "9 hours"), 0],
    ["are of a choice", ["Cranes (12 hours), such as:", "", ...PARTS], [], 0],
    ["have a part without a figure", cranes("(12 hours)", "- Rope: 4 hours", "- Hook"), [], 0],
    ["have a part with two", cranes("(12 hours)", "- Rope: 4 hours", "- Hook: 5 hours, then 2 hours"), [], 0],
    [
      "have a share beside",
      cranes("(12 hours)", "- Rope: 4 hours (50%)", "- Hook: 5 hours"),
      wrong("12", "9 hours"),
      0,
    ],
    ["have a part in days", cranes("(12 hours)", ...PARTS, "- Oil: 3 days"), [], 0],
    ["are over a table", cranes("(12 hours)", ...table("Hours", "5")), wrong("12", "9 hours"), 0],
    ["are over a table with a share", cranes("(12 hours)", ...table("Hours", "5%")), [], 0],
    ["are over a table with a pair", cranes("(12 hours)", ...table("Hours", "2/5")), [], 0],
    ["are over a table of something else", cranes("(12 hours)", ...table("Boats", "5")), [], 0],
    ["are over a table with its sum", cranes("(9 hours)", ...table("Hours", "5"), "| **Total** | 9 |"), [], 2],
    [
      "are over headings",
      cranes("(12 hours)", "#### Rope (4 hours)", "", "#### Hook (5 hours)"),
      wrong("12", "9 hours"),
      0,
    ],
    [
      "are over a list and a heading",
      cranes("(20 hours)", "#### Rope", "", "- Left: 4 hours", "- Right: 1 hour", "", "#### Hook (5 hours)"),
      wrong("20", "10 hours"),
      0,
    ],
    ["are over a heading without a figure", cranes("(12 hours)", "#### Rope", "", "#### Hook (5 hours)"), [], 0],
    ["are over one heading", cranes("(12 hours)", "#### Hook (5 hours)"), [], 0],
    ["are lines, without room", cranes("(30 lines)", "- `x`: 10 lines", "- `y`: 15 lines"), wrong("30", "25 lines"), 0],
    ["are lines that came and went", cranes("(30 lines)", "- `x`: 10 lines", "- `y`: -15 lines"), [], 0],
    ["are lines that there were", cranes("(was 30 lines)", "- `x`: 10 lines", "- `y`: 15 lines"), [], 0],
    ["are the size of a file", ["### `src/a.ts` (30 lines)", "", "- `x`: 10 lines", "- `y`: 15 lines"], [], 0],
    ["are the size of a file before a colon", ["### a.ts: (30 lines)", "", "- x: 10 lines", "- y: 15 lines"], [], 0],
  ]);
});

describe("what is left", () => {
  const shared = (share: string, left: string): string[] => [share, "", `Remaining: ${left}`];
  const wrong = (line: number, computed: string): string[] => [`${line} remaining-mismatch: 2 -> ${computed}`];
  testEach([
    ["of a share above", shared("7 of 10 boats done.", "3 boats"), [], 1],
    ["of a share above, wrongly", shared("7 of 10 boats done.", "2 boats"), wrong(5, "3 boats"), 0],
    ["of a share that is not of what is done", shared("7 of 10 boats painted.", "2 boats"), [], 0],
    ["of a share of another moment", shared("Before: 7 of 10 boats done.", "2 boats"), [], 0],
    ["of a share of something else", shared("7 of 10 oars done.", "2 boats"), [], 0],
    ["of a share whose noun is far", shared("7 of 10 old red heavy wooden boats done.", "2 boats"), [], 0],
    ["where its own noun is far", shared("7 of 10 boats done.", "2 old red heavy wooden boats"), [], 0],
    ["of a share beside it", ["7 of 10 tasks resolved; 3 remain."], [], 1],
    ["of a share beside it, wrongly", ["7 of 10 tasks resolved; 2 remain."], wrong(3, "3 remain."), 0],
    ["of a part of the rest", ["7 of 10 tasks resolved; of these 2 remain."], [], 0],
    [
      "of a share with a word of what is open far behind",
      ["7 of 10 tasks done by her, on open water; 2 remain."],
      wrong(3, "3 remain."),
      0,
    ],
    ["of a share of what is open", ["7 of 10 tasks still open; 2 remain."], [], 0],
    ["beside what was skipped", ["7 of 10 tasks resolved, 2 skipped; 1 remain."], [], 0],
    ["of more than there is", ["12/10 tasks resolved; 2 remain."], [], 0],
  ]);
});

describe("hours that are left in a table", () => {
  const table = (b: string, total: string, status = "Todo"): string[] =>
    tableOf(["Task", "Status", "Hours"], ["A", "Done", "4h"], ["B", status, b], ["**Total**", "", total]);
  testEach([
    ["are right", table("5h", "5h remaining"), [], 1],
    ["are wrong", table("5h", "6h remaining"), ["7 remaining-mismatch: 6 -> 5 h"], 0],
    ["are right, less what is spent", table("2h / 5h", "3h remaining"), [], 1],
    ["are wrong, less what is spent", table("2h / 5h", "5h remaining"), ["7 remaining-mismatch: 5 -> 3 h"], 0],
    ["are within a range", table("2-3h", "3h remaining"), [], 1],
    ["are beyond a range", table("2-3h", "4h remaining"), ["7 remaining-mismatch: 4 -> 2-3 h"], 0],
    ["are days", table("2 days", "5h remaining"), [], 0],
    [
      "are days in part",
      [...table("5h", "").slice(0, -1), "| C | Todo | 2 days |", "| **Total** | | 7h remaining |"],
      [],
      0,
    ],
    ["are none where all is done", table("5h", "5h remaining", "Done"), [], 0],
  ]);
});

describe("totals below several lists", () => {
  const LOW = ["- Rope: 4 hours", "- Hook: 5 hours"];
  const HIGH = ["- Oil: 2 hours", "- Tar: 1 hour"];
  const both = (total: string): string[] => ["### Low", "", ...LOW, "", "### High", "", ...HIGH, "", total];
  testEach([
    ["are of the last", both("**Total**: 3 hours"), [], 1],
    ["are of all", both("**Total**: 12 hours"), [], 1],
    ["are of neither, which convicts", [...LOW, "", "**Total**: 8 hours"], ["6 total-mismatch: 8 -> 9 hours"], 0],
    ["are of no list right above", [...LOW, "", "So far.", "", "**Total**: 8 hours"], [], 0],
    ["go on in the list", [...LOW, "- Total: 9 hours", ...HIGH, "- Total: 12 hours"], [], 2],
    ["start again in the list", [...LOW, "- Total: 9 hours", ...HIGH, "- Total: 3 hours"], [], 1],
    ["are of headings, which convict nobody", ["## A: 4 hours", "", "## B: 5 hours", "", "**Total**: 8 hours"], [], 0],
    [
      "are of the totals",
      ["## A", "", ...LOW, "- **Total**: 9 hours", "", "## B", "", ...HIGH, "- **Total**: 3 hours"].concat(
        "",
        "## All",
        "",
        "**Grand total**: 13 hours",
      ),
      ["17 total-mismatch: 13 -> 12 hours"],
      2,
    ],
  ]);
});

describe("percentages beside a share", () => {
  const wrong = ["3 percentage-mismatch: 75% -> 50%"];
  testEach([
    ["stand before it", ["75% complete (2 of 4 done)"], wrong, 0],
    ["stand before it and a colon", ["75% complete: 2 of 4 done"], wrong, 0],
    ["stand before it as what it is called", ["75% overall progress (2/4)"], wrong, 0],
    ["stand behind it", ["2 of 4 (75%) done"], wrong, 0],
    ["stand behind it and a comma", ["2 of 4 done, 75%"], wrong, 0],
    ["are a lower bound", ["at least 75% (2 of 4 done)"], [], 0],
    ["are of something else", ["75% coverage (2 of 4 done)"], [], 0],
    ["are of something else behind it", ["2 of 4 done (75% coverage)"], [], 0],
    ["are of a part of it", ["2 of 4 done, 75% of them red"], [], 0],
    ["are joined to it", ["2 of 4 done with 75%"], [], 0],
    ["are each their own", ["2 of 4 (75%), 1 of 4 (25%)"], wrong, 1],
  ]);
});

describe("totals of rows of which some are done", () => {
  const table = (total: string, label = "Total"): string[] =>
    tableOf(
      ["Boats", "Status", "Hours"],
      ["A", "Done", "4h"],
      ["B", "Todo", "6h"],
      ["C", "Todo", "2h"],
      [label, "", total],
    );
  testEach([
    ["are of all", table("12h"), [], 1],
    ["are of those open", table("8h"), [], 1],
    ["are of none", table("9h"), ["8 total-mismatch: 9h -> 12h"], 0],
    ["name what the rows are, and more", table("9h", "Total boats afloat"), ["8 total-mismatch: 9h -> 12h"], 0],
    ["name something else", table("9h", "Total oars afloat"), [], 0],
  ]);
});

describe("totals of rows that are all done or all open", () => {
  const table = (status: string, total: string): string[] =>
    tableOf(["Task", "Status", "Hours"], ["A", status, "4h"], ["B", status, "6h"], ["**Total**", "", total]);
  const wrong = (stated: string): string[] => [`7 total-mismatch: ${stated} -> 10h`];
  testEach([
    ["are of nothing done", table("Todo", "0h"), wrong("0h"), 0],
    ["are of nothing open", table("Done", "0h"), wrong("0h"), 0],
    ["are of all done", table("Done", "10h"), [], 1],
  ]);
});

describe("overall figures", () => {
  const twice = (value: string): string[] => ["**Overall Progress**: 50%", "", `**Overall Completion**: ${value}`];
  testEach([
    ["differ", twice("60%"), ["3 restated-mismatch: 50% -> 60%"], 0],
    ["differ behind a mark", twice("🟡 ~~(60%)"), ["3 restated-mismatch: 50% -> 60%"], 0],
    ["are no weeks", twice("12 weeks, 60%"), [], 0],
    ["are no change", twice("+60%"), [], 0],
    ["are no change to another", twice("60% → 70%"), [], 0],
    ["are not of the tests", twice("60% test coverage"), [], 0],
  ]);
});

describe("a count of what entries state", () => {
  const parts = (noun: string): string[] => ["### Cranes (9 tests)", "", `- Rope: 4 ${noun}`, `- Hook: 6 ${noun}`];
  testEach([
    ["in its own noun", parts("tests"), ["3 breakdown-mismatch: 9 -> 10"], 0],
    ["in the last of some words", parts("small quick tests"), ["3 breakdown-mismatch: 9 -> 10"], 0],
    ["in another noun", parts("oars"), [], 0],
  ]);
});

describe("rows that are a part of the row above", () => {
  const hours = (total: string, ...keys: readonly string[]): string[] =>
    tableOf(["Part", "Hours"], ...keys.map((key, at) => [key, `${at + 2}`]), ["**Total**", total]);
  const wrong = (line: number, stated: string, computed: string): string[] => [
    `${line} total-mismatch: ${stated} -> ${computed}`,
  ];
  testEach([
    ["by their number", hours("7", "1", "1.1", "2", "2.1").slice(0, -1).concat("| **Total** | 6 |"), [], 1],
    ["by their words", hours("6", "Piles", "of which oak", "Deck"), [], 1],
    ["by a mark", hours("6", "Piles", "└ oak", "Deck"), [], 1],
    ["not by the number of another", hours("5", "1", "2", "3.1"), wrong(8, "5", "9"), 0],
    ["not by a number without a point", hours("6", "1", "11", "2"), wrong(8, "6", "9"), 0],
    ["but may be added", hours("9", "1", "1.1", "2"), [], 1],
  ]);
});

describe("totals of figures that are named", () => {
  const table = (head: string, ...rows: readonly (readonly string[])[]): string[] => tableOf([head, "Count"], ...rows);
  const ROWS = [
    ["Boats", "3"],
    ["Oars", "4"],
  ] as const;
  testEach([
    ["below them", table("Metric", ...ROWS, ["**Total**", "8"]), ["7 total-mismatch: 8 -> 7"], 0],
    ["above them", table("Metric", ["Total items", "50"], ...ROWS), [], 0],
    ["above others", table("Item", ["Total", "50"], ...ROWS), ["5 total-mismatch: 50 -> 7"], 0],
    ["as a mean", table("Item", ...ROWS, ["Average total", "8"]), [], 0],
    ["as a mean, in other words", table("Item", ...ROWS, ["Mean total", "8"]), [], 0],
    ["as a mean, for short", table("Item", ...ROWS, ["Avg total", "8"]), [], 0],
  ]);
});

describe("dates of a start and an end", () => {
  const both = (start: string, end: string): string[] => tableOf(["Started", "Finished", "Pier"], [start, end, "A"]);
  testEach([
    ["in order", both("2025-03-02", "2025-03-04"), [], 1],
    ["on one day", both("2025-03-02", "2025-03-02"), [], 1],
    ["the other way round", both("2025-03-04", "2025-03-02"), ["5 date-conflict: 2025-03-02 -> before 2025-03-04"], 0],
    ["of which one is open", both("2025-03-04", "-"), [], 0],
    [
      "in columns further on",
      tableOf(["Pier", "Start", "End"], ["A", "2025-03-04", "2025-03-02"]),
      ["5 date-conflict: 2025-03-02 -> before 2025-03-04"],
      0,
    ],
  ]);
});

describe("subtotals in a table", () => {
  const groups = (label: string, total: string): string[] =>
    tableOf(
      ["Pier", "Boats"],
      ["A", "3"],
      ["B", "4"],
      ["**Subtotal**", "7"],
      ["C", "5"],
      ["D", "1"],
      ["**Subtotal**", "6"],
      [label, total],
    );
  testEach([
    ["and a grand total", groups("**Grand total**", "13"), [], 3],
    ["and a wrong grand total", groups("**Grand total**", "14"), ["11 total-mismatch: 14 -> 13"], 2],
  ]);
});

describe("outcomes in a list", () => {
  const total = (stated: string): string[] => [`- Total: ${stated}`, "- Passed: 9", "- Failed: 3"];
  testEach([
    ["do not add up to the total", total("13"), ["3 total-mismatch: 13 -> 12"], 0],
    ["need not add up to a rough one", total("~13"), [], 0],
    ["need not add up to more than so many", total("13+"), [], 0],
    ["need not add up to a range", total("13-14"), [], 0],
    ["need not add up to a fraction", total("13.5"), [], 0],
    ["need not add up to a share", total("13%"), [], 0],
    ["need not add up to a change", total("+13"), [], 0],
    ["need not add up to what has a word before it", total("about 13"), [], 0],
    ["need not add up to two figures", total("13 in 2 days"), [], 0],
  ]);
});

describe("rows of two kinds", () => {
  const table = (total: string): string[] =>
    tableOf(
      ["What", "Count"],
      ["Unit tests", "3"],
      ["Pier tests", "4"],
      ["Test files", "5"],
      ["Oar files", "6"],
      ["**Total**", total],
    );
  testEach([
    ["add up", table("18"), [], 1],
    ["add up as those of the first kind", table("7"), [], 1],
    ["do not add up as those of the second", table("11"), ["9 total-mismatch: 11 -> 18"], 0],
  ]);
});

describe("an estimate and the total under it", () => {
  const item = (header: readonly string[], title: string, ...parts: readonly string[]): string[] => [
    ...tableOf(header, [`B1: ${title}`, "🟡", "5h"], ["B2: Deck", "🟡", "2h"]),
    "",
    `## B1: ${title}`,
    "",
    ...parts,
  ];
  const ENGLISH = ["Task", "Status", "Effort"];
  testEach([
    [
      "in English",
      item(ENGLISH, "Raise the mast", "**Estimate**:", "", "- Wood: 2h", "- Rope: 4h", "- Total: 6h"),
      ["5 restated-mismatch: 5h -> 6"],
      1,
    ],
    [
      "in German",
      item(
        ["Aufgabe", "Status", "Aufwand"],
        "Mast setzen",
        "**Aufwand**:",
        "",
        "- Holz: 2h",
        "- Seil: 4h",
        "- Gesamt: 6h",
      ),
      ["5 restated-mismatch: 5h -> 6"],
      1,
    ],
    ["roughly", item(ENGLISH, "Raise the mast", "**Estimate**: ~6h"), [], 0],
    ["in days", item(ENGLISH, "Raise the mast", "**Estimate**: 3 days"), [], 0],
    ["of what was spent", item(["Task", "Status", "Spent"], "Raise the mast", "**Estimate**: 6h"), [], 0],
  ]);
});
