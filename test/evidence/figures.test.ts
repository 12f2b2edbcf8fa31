import { describe, expect, test } from "vitest";
import { derivations, judged } from "../helpers/verdicts-on.js";

/** What is found in a report of these lines, in which `right` claims beside it agree. */
type Case = readonly [lines: readonly string[], found: readonly string[], right: number];

function holds(cases: readonly Case[]): void {
  test.each(cases)("%j", async (lines, found, right) => {
    expect(await judged(lines)).toEqual({ found, right });
  });
}

/** A table with a row of totals; "|" stands between cells. */
function table(header: string, rows: readonly string[], total: string): string[] {
  const lines = rows.map((row, at) => `| Part ${"ABCDEF"[at]} | ${row} |`);
  const rule = `|${"---|".repeat(header.split("|").length + 1)}`;
  return [`| Part | ${header} |`, rule, ...lines, `| **Overall** | ${total} |`];
}

describe("an overall percentage", () => {
  const of = (total: string, ...rows: string[]): string[] => table("Progress", rows, `**${total}**`);
  const wrong = (rows: number, what: string): string[] => [`${rows + 5} total-mismatch: ${what}`];
  const FOUR = ["10%", "50%", "90%", "100%"];

  describe("is the mean, or what else sums up a column", () => {
    holds([
      [of("60%", "40%", "80%"), [], 1],
      [of("61%", "40%", "80%"), wrong(2, "61% -> 60%, safe"), 0],
      [of("~65%", "40%", "80%"), [], 1],
      [of("~66%", "40%", "80%"), wrong(2, "~66% -> 60%, safe"), 0],
      [of("70%", ...FOUR), [], 1],
      [of("10%", ...FOUR), [], 1],
      [of("100%", ...FOUR), [], 1],
      [of("50%", ...FOUR), wrong(4, "50% -> 62.5%, safe"), 0],
      [of("90%", ...FOUR), wrong(4, "90% -> 62.5%, safe"), 0],
      // Whatever order they stand in.
      [of("30%", "30%", "10%", "15%"), [], 1],
      [of("15%", "30%", "10%", "15%"), [], 1],
      [of("25%", "10%", "15%", "30%", "25%"), wrong(4, "25% -> 20%, safe"), 0],
      [of("120%", "40%", "80%"), [], 1],
      [of("121%", "40%", "80%"), [], 1],
      [of("122%", "40%", "80%"), wrong(2, "122% -> 60%, safe"), 0],
    ]);
  });

  describe("of shares of one whole is their sum", () => {
    holds([
      [of("100%", "33%", "33%", "33%"), [], 1],
      // Nobody knows which of the shares is wrong.
      [of("100%", "60%", "25%"), wrong(2, "100% -> 85%"), 0],
      [of("100%", "65%", "65%"), wrong(2, "100% -> 130%"), 0],
      [of("100%", "66%", "65%"), wrong(2, "100% -> 65.5%, safe"), 0],
      [of("100%", "35%", "34%"), wrong(2, "100% -> 34.5%, safe"), 0],
    ]);
  });

  describe("of ranges has two ends", () => {
    const RANGES = ["50-60%", "70-80%"];
    holds([
      [of("60-70%", ...RANGES), [], 1],
      [of("65%", ...RANGES), [], 1],
      [of("75%", ...RANGES), wrong(2, "75% -> 60-70%"), 0],
    ]);
  });

  describe("of which a part is not stated accuses nobody", () => {
    holds([
      [of("60%", "80%", "n/a"), [], 0],
      [of("50%", "80%", "", "20%"), [], 1],
      [of("90%", "80%", "", "20%"), [], 0],
      [of("55%", "-10%", "+30%"), [], 0],
    ]);
  });

  describe("may count the rows that are done", () => {
    const statuses = (total: string, ...rows: string[]): string[] => table("Status | Progress", rows, `| **${total}**`);
    const ROWS = ["Done | 100%", "In progress | 30%", "Todo | 0%"];
    holds([
      [statuses("33%", ...ROWS), [], 4],
      [statuses("50%", ...ROWS), [], 4],
      [statuses("43%", ...ROWS), [], 4],
      // Which of these ways is meant nobody knows.
      [statuses("55%", ...ROWS), wrong(3, "55% -> 43.3%"), 3],
      // Nor what a status means that is not known.
      [statuses("33%", "Done | 100%", "eventually | 30%", "Todo | 0%"), [...wrong(3, "33% -> 43.3%, safe")], 2],
    ]);
  });

  describe("may be weighted by another column, or be of its own row", () => {
    const hours = (total: string): string[] =>
      table("Hours | Progress", ["20h | 100%", "80h | 25%"], `100h | **${total}**`);
    const boxes = (total: string): string[] =>
      table("Boxes | Progress", ["10/40 | 90%", "10/40 | 90%"], `20/80 | **${total}**`);
    const done = (total: string): string[] =>
      table("Status | Hours | Progress", ["Done | 20h | 100%", "Todo | 80h | 30%"], `| 100h | **${total}**`);
    holds([
      [hours("40%"), [], 2],
      [hours("62%"), [], 2],
      [hours("45%"), wrong(2, "45% -> 62.5%"), 1],
      [hours("0%"), wrong(2, "0% -> 62.5%"), 1],
      [table("Hours | Progress", ["20h | 30%", "80h | 25%"], "100h | **100%**"), wrong(2, "100% -> 27.5%"), 1],
      [boxes("400%"), wrong(2, "400% -> 90%"), 2],
      [boxes("25%"), [], 3],
      [boxes("75%"), [], 3],
      [boxes("90%"), [], 3],
      [boxes("60%"), wrong(2, "60% -> 90%"), 2],
      [done("20%"), [], 4],
      [done("44%"), [], 4],
      [done("50%"), [], 4],
      [done("80%"), wrong(2, "80% -> 65%"), 3],
    ]);
  });
});

describe("a percentage beside its share", () => {
  const of = (percent: string, share = "5 of 8"): string[] => [`Done: ${share} (${percent})`];
  const wrong = (what: string): string[] => [`3 percentage-mismatch: ${what}, safe`];
  holds([
    [of("62%"), [], 1],
    [of("63%"), [], 1],
    [of("62.5%"), [], 1],
    [of("~67%"), [], 1],
    // What is left over.
    [of("37%"), [], 1],
    [of("38%"), [], 1],
    [of("64%"), wrong("64% -> 63%"), 0],
    [of("61%"), wrong("61% -> 63%"), 0],
    [of("39%"), wrong("39% -> 63%"), 0],
    [of("62.4%"), wrong("62.4% -> 62.5%"), 0],
    [of("~68%"), wrong("~68% -> 63%"), 0],
    [of("5%", "0 of 8"), wrong("5% -> 0%"), 0],
  ]);
});

describe("a change", () => {
  const went = (change: string): string[] => [`- Coverage went from ${change}`];
  const wrong = (what: string): string[] => [`3 change-mismatch: ${what}`];
  holds([
    [went("40 to 50 (+25%)"), [], 1],
    [went("40 to 50 (+20%)"), [], 1],
    [went("40 to 50 (+125%)"), [], 1],
    [went("40 to 50 (+80%)"), [], 1],
    [went("40 to 50 (+26%)"), [], 1],
    [went("10 to 500 (+4,900%)"), [], 1],
    [went("10 to 500 (+5,000%)"), [], 1],
    [went("500 to 10 (-4,900%)"), [], 1],
    [went("500 to 10 (-5,000%)"), [], 1],
    [went("40 to 50 (+30%)"), wrong("+30% -> +25%, safe"), 0],
    [went("40 to 50 (+10)"), [], 1],
    [went("40 to 50 (+12)"), wrong("+12 -> +10, safe"), 0],
    [went("100 to 81 (-20)"), wrong("-20 -> -19, safe"), 0],
    [went("75 to 75 (+4)"), wrong("+4 -> 0, safe"), 0],
    // Rounded before and after.
    [went("1.5 to 2.5 (+73%)"), [], 1],
    [went("1.5 to 2.5 (+90%)"), wrong("+90% -> +66.7%, safe"), 0],
    [went("1.5 to 2.5 (+1.1)"), [], 1],
    [went("1.5 to 2.5 (+1.2)"), wrong("+1.2 -> +1, safe"), 0],
    // In points, or relative: nobody knows which is meant.
    [went("10% to 30% (+20%)"), [], 1],
    [went("10% to 30% (+200%)"), [], 1],
    [went("50% to 75% (+40%)"), wrong("+40% -> +50%, unsafe"), 0],
    // Of nothing there is no share.
    [went("0 to 75 (+40%)"), [], 0],
    [went("0 to 75 (+70)"), wrong("+70 -> +75, safe"), 0],
  ]);
});

describe("a percentage beside a status", () => {
  const beside = (status: string, percent: string): string[] => [
    "| Part | Status | Progress |",
    "|---|---|---|",
    `| Deck | ${status} | ${percent} |`,
    "| Rail | Todo | 0% |",
  ];
  const wrong = (what: string): string[] => [`5 status-percentage-conflict: ${what}`];
  holds([
    [beside("Done", "90%"), [], 2],
    [beside("Done", "89%"), wrong("Done -> 89%"), 1],
    [beside("Done (MVP)", "40%"), [], 2],
    [beside("Todo", "99%"), [], 2],
    [beside("Todo", "100%"), wrong("Todo -> 100%"), 1],
    [beside("In progress", "100%"), wrong("In progress -> 100%"), 1],
    [beside("In progress (QA)", "100%"), [], 2],
    [beside("In review", "100%"), [], 2],
    [beside("Blocked", "100%"), wrong("Blocked -> 100%"), 1],
    [beside("Blocked by review", "100%"), [], 2],
    [beside("Deferred", "100%"), [], 2],
  ]);
});

describe("what is left", () => {
  const left = (what: string): string[] => [
    `${what} remaining.`,
    "",
    "| Task | Status |",
    "|---|---|",
    "| A deck | Done |",
    "| A rail | In progress |",
    "| A lamp | Todo |",
    "| A sign | Deferred |",
  ];
  holds([
    [left("3 tasks"), [], 1],
    [left("2 tasks"), [], 1],
    [left("1 task"), [], 1],
    [left("4 tasks"), ["3 remaining-mismatch: 4 -> 3 tasks, unsafe"], 0],
    // Lamps are no tasks.
    [left("4 lamps"), [], 0],
    [["3 of 8 tasks done, 5 remaining"], [], 1],
    [["3 of 8 tasks done, 4 remaining"], ["3 remaining-mismatch: 4 -> 5 remaining, safe"], 0],
  ]);
});

describe("the parts of a number", () => {
  const wrong = (what: string): string[] => [`3 breakdown-mismatch: ${what}, unsafe`];
  holds([
    [["- 15 issues (3 critical, 5 high, 7 low)"], [], 1],
    [["- 15 issues (3 critical, 5 high)"], [], 0],
    [["- 15 issues (10 critical, 7 high)"], wrong("15 -> 17"), 0],
    [["- 15 files (10 new, 6 modified)"], wrong("15 -> 16"), 0],
    // By severity and by status each makes up the whole.
    [["- 15 issues (3 critical, 5 high, 10 open)"], [], 0],
    [["- 15 files (10 new, 6 open)"], [], 0],
  ]);
});

describe("the number of entries", () => {
  const over = (line: string): string[] => [line, "", "- [x] Deck", "- [ ] Rail", "- [x] Lamp", "- [ ] Sign"];
  const wrong = (what: string): string[] => [`3 list-count-mismatch: ${what}`];
  holds([
    [over("## Blockers (4)"), [], 1],
    [over("## Blockers (3)"), wrong("3 -> 4"), 0],
    [over("## Blockers (5)"), wrong("5 -> 4"), 0],
    // So far off it counts something else.
    [over("## Blockers (6)"), [], 0],
    [over("At least 3 blockers:"), [], 1],
    [over("At least 5 blockers:"), [], 0],
    [over("## Blockers (2/4)"), [], 2],
    [over("## Blockers (2/5)"), [], 1],
  ]);
});

describe("a total", () => {
  const rows = (total: string, ...parts: string[]): string[] => [
    "| Part | Hours |",
    "|---|---|",
    ...parts.map((part, at) => `| ${["Deck", "Rail", "Lamp"][at]} | ${part} |`),
    `| **Total** | **${total}** |`,
  ];
  const wrong = (line: number, what: string): string[] => [`${line} total-mismatch: ${what}`];

  describe("of what was rounded may be off by as much", () => {
    const of = (total: string): string[] => rows(total, "1.5", "2.1", "0.9");
    holds([
      [of("4.5"), [], 1],
      [of("4.6"), [], 1],
      [of("4.62"), [], 1],
      [of("5"), [], 1],
      [of("4.7"), wrong(8, "4.7 -> 4.5, safe"), 0],
    ]);
  });

  describe("of ranges is one", () => {
    const of = (total: string): string[] => rows(total, "4-6h", "6-9h");
    holds([
      [of("10-15h"), [], 1],
      [of("10h"), [], 1],
      [of("15h"), [], 1],
      [of("16h"), wrong(7, "16h -> 10-15h"), 0],
      [of("10-16h"), wrong(7, "10-16h -> 10-15h, safe"), 0],
      [of("9-15h"), wrong(7, "9-15h -> 10-15h, safe"), 0],
    ]);
  });

  describe("of what is known roughly is no better than its parts", () => {
    holds([
      [rows("10h", "~4h", "6h"), [], 1],
      [rows("12h", "~4h", "6h"), wrong(7, "12h -> 10h, unsafe"), 0],
      [rows("10h", "4h+", "6h"), [], 1],
      [rows("14h", "4h+", "6h"), [], 0],
      [["- Deck: 4+ hours", "- Rail: 6 hours", "- **Total**: 14 hours"], [], 0],
      [["- Deck: 4+ hours", "- Rail: 6 hours", "- **Total**: 10 hours"], [], 1],
      [rows("+25", "+40", "-15"), [], 1],
      [rows("+35", "+40", "-15"), wrong(7, "+35 -> 25, unsafe"), 0],
    ]);
  });

  describe("of files may count each once", () => {
    const of = (total: string): string[] => [
      "| Part | Files |",
      "|---|---|",
      "| Deck | 4 files |",
      "| Rail | 5 files |",
      `| **Total** | **${total} files** |`,
    ];
    holds([
      [of("9"), [], 1],
      [of("7"), [], 0],
      [of("5"), [], 1],
      [of("3"), wrong(7, "3 -> 9 files, unsafe"), 0],
      [of("12"), wrong(7, "12 -> 9 files, safe"), 0],
    ]);
  });
});

describe("a share of things that lie in several lists", () => {
  const COLUMN = ["| Part | Steps |", "|---|---|", "| Deck | 4/5 |", "| Rail | 5/8 |", "| Lamp | 2/2 |"];
  const PARTS = ["", "- Deck: 4/5 steps", "- Rail: 5/8 steps", "- Lamp: 2/2 steps"];
  holds([
    [["11 of 15 steps done", ...PARTS], [], 1],
    [["12 of 15 steps done", ...PARTS], ["3 count-mismatch: 12 of 15 -> 11 of 15, safe"], 0],
    // Two of them add up to many a number by chance, and what others say is quoted.
    [["10 of 13 steps done", ...PARTS.slice(0, 3)], [], 0],
    [["12 of 15 steps done", ...PARTS.map((part) => `> ${part}`)], [], 0],
    [["12 of 15 tasks done", "", ...COLUMN], ["3 count-mismatch: 12 of 15 -> 11 of 15, safe"], 0],
    [["12 of 15 tasks done", "", ...COLUMN.map((row) => `> ${row}`)], [], 0],
    [["12 of 15 steps done", "", "- Deck: 4/5 steps open", "- Rail: 5/8 steps open", "- Lamp: 2/2 steps open"], [], 0],
  ]);
});

describe("a share under headings that each state one", () => {
  const phases = (line: string, last = "Phase 3"): string[] => [
    line,
    ...["Phase 1 (4/5 steps)", "Phase 2 (5/8 steps)", `${last} (2/2 steps)`].flatMap((title) => ["", `## ${title}`]),
  ];
  holds([
    [phases("11 of 15 steps done"), [], 1],
    [phases("12 of 15 steps done"), ["3 count-mismatch: 12 of 15 -> 11 of 15, safe"], 0],
    [phases("12 of 15 lamps done"), [], 0],
    // It is of another kind.
    [phases("12 of 15 steps done", "Stage 3"), [], 0],
  ]);
});

describe("a share of the cards on a board", () => {
  const board = (line: string): string[] => [
    line,
    ...["To do\n\n- Deck\n- Rail", "Doing\n\n- Lamp", "Done\n\n- Sign"].flatMap((column) => ["", `## ${column}`]),
  ];
  holds([
    [board("1 of 4 cards done."), [], 1],
    [board("3 of 4 cards open."), [], 1],
    [board("3 of 4 cards done."), ["3 count-mismatch: 3 of 4 -> 1 of 4, safe"], 0],
  ]);
});

describe("what was struck out is closed, and may count as done", () => {
  const boxes = (line: string): string[] => [line, "", "- [x] Deck", "- [ ] ~~Rail~~", "- [ ] Lamp", "- [ ] Sign"];
  const rows = (line: string, ...statuses: string[]): string[] => [
    line,
    "",
    "| Task | Status |",
    "|---|---|",
    ...["~~Deck~~", "Rail", "Lamp", "Sign"].map((title, at) => `| ${title} | ${statuses[at]} |`),
  ];
  const wrong = ["3 count-mismatch: 3 of 4 -> 1 of 4, unsafe"];
  holds([
    [boxes("1 of 4 tasks done"), [], 1],
    [boxes("2 of 4 tasks done"), [], 1],
    [boxes("3 of 4 tasks done"), wrong, 0],
    [rows("1 of 4 tasks done", "Todo", "Done", "Todo", "Todo"), [], 1],
    [rows("2 of 4 tasks done", "Todo", "Done", "Todo", "Todo"), [], 1],
    [rows("3 of 4 tasks done", "Todo", "Done", "Todo", "Todo"), wrong, 0],
    // And what is partly done.
    [rows("2 of 4 tasks done", "Done", "Partial", "Todo", "Todo"), [], 1],
    [rows("3 of 4 tasks done", "Done", "Partial", "Todo", "Todo"), wrong, 0],
  ]);
});

describe("a share in the heading of a list", () => {
  const over = (title: string): string[] => [`## ${title}`, "", "- [x] Deck", "- [x] Rail", "- [ ] Lamp", "- [ ] Sign"];
  const wrong = "3 count-mismatch: 3/4 -> 2 of 4, safe";
  holds([
    [over("Setup (2/4)"), [], 2],
    [over("Setup (3/4)"), [wrong, "3 list-count-mismatch: 3/4 -> 2"], 0],
    [over("Setup (2/4 open)"), [], 2],
    [over("Setup (3/4 open)"), [wrong], 0],
    [over("Remaining (3/4)"), [wrong], 0],
    [
      [
        "## Tasks (3/4)",
        "",
        "| Task | Status |",
        "|---|---|",
        ...["Done", "Done", "Todo", "Todo"].map((is) => `| A ${is} | ${is} |`),
      ],
      ["3 list-count-mismatch: 3/4 -> 2"],
      0,
    ],
    // Of tests, or of another day.
    [over("Setup (3/4 tests passing)"), [], 0],
    [over("Setup (1/4 → 3/4)"), [], 0],
  ]);
});

describe("a share of the items of a family", () => {
  const items = (line: string, key: string): string[] => [
    line,
    ...["Done", "Todo", "Todo"].flatMap((status, at) => [
      "",
      `## ${key}${at + 1}: Part ${at}`,
      "",
      `**Status**: ${status}`,
    ]),
  ];
  holds([
    [items("**P0 blockers**: 1/3 fixed", "P0-"), [], 1],
    [items("**P0 blockers**: 2/3 fixed", "P0-"), ["3 count-mismatch: 2/3 -> 1 of 3, safe"], 0],
    [items("2 of 3 blockers fixed", "Blocker #"), ["3 count-mismatch: 2 of 3 -> 1 of 3, safe"], 0],
    [items("2 of 3 lamps fixed", "Blocker #"), [], 0],
  ]);
});

describe("a finding says how it was computed, and from what", () => {
  test.each([
    [["10%", "50%", "90%"], "20%", "mean of 10, 50, 90 = 50%; lines 5 6 7"],
    [["50-60%", "70%"], "90%", "mean of 50-60, 70 = 60-65%; lines 5 6"],
    [["60%", "25%"], "100%", "sum of 60, 25 = 85%; lines 5 6"],
  ])("of %j and %j", async (rows, total, how) => {
    expect(await derivations(table("Progress", rows, `**${total}**`))).toEqual([how]);
  });

  test.each([
    [["Done: 5 of 8 (70%)"], "5 / 8 = 62.5%"],
    [["- 3 of 8 tasks done, 4 remaining"], "8 - 3; lines 3"],
    [["- 15 issues (10 critical, 7 high)"], "10 + 7 = 17; lines 3 3"],
    [["- Speed went from 1,000 to 2,500 (+1,600)"], "2,500 - 1,000 = +1,500; lines 3 3"],
    [["- Deck: 5 hours", "- Rail: 3 hours", "- **Total**: 9 hours"], "5 + 3 = 8 hours (the entries above); lines 3 4"],
    [["## Blockers (3)", "", "- Deck", "- Rail"], "2 entries listed; lines 5"],
    [
      ["12 of 15 steps done", "", "- A: 4/5 steps", "- B: 5/8 steps", "- C: 2/2 steps"],
      "4/5 + 5/8 + 2/2 = 11/15; lines 5 6 7",
    ],
  ])("%j", async (lines, how) => {
    expect(await derivations(lines)).toEqual([how]);
  });
});
