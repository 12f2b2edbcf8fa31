import { describe, expect, it } from "vitest";
import { measure } from "../../src/format/measure.js";
import { formatStatus } from "../../src/format/text-status.js";
import { readiness, row } from "./samples.js";

const harbour = readiness({
  rows: [
    row("#1", "North crane", { percent: 95, commits: { found: 2, cited: 2 }, files: { found: 3, cited: 4 } }),
    row("#2", "霧 sensor ⚠️ and its 👩‍💻 console", { status: "in-progress", percent: 40 }),
    row("#3", "Cable survey", { status: "blocked", files: { found: 1, cited: 1 } }),
  ],
  done: 1,
  total: 3,
  stated: { text: "80%", line: 12 },
  computed: "33% (1 of 3 done)",
  agrees: false,
});

describe("formatStatus", () => {
  it("draws a table on a terminal", () => {
    expect(formatStatus([harbour], { color: false, width: 80 })).toBe(`\
docs/STATUS.md  Harbour migration
┌─────┬─────────────────────────────────┬───────────────┬─────┬─────────────┐
│ key │ title                           │ status        │   % │ evidence    │
├─────┼─────────────────────────────────┼───────────────┼─────┼─────────────┤
│ #1  │ North crane                     │ ✓ done        │ 95% │ 2/2 commits │
│     │                                 │               │     │ 3/4 files   │
│ #2  │ 霧 sensor ⚠️ and its 👩‍💻 console │ ◐ in progress │ 40% │ -           │
│ #3  │ Cable survey                    │ ■ blocked     │     │ 1/1 file    │
└─────┴─────────────────────────────────┴───────────────┴─────┴─────────────┘
overall  stated 80% (line 12), computed 33% (1 of 3 done): does not match
`);
  });

  it("prints plain columns for a pipe", () => {
    expect(formatStatus([harbour], { color: false, width: undefined })).toBe(`\
docs/STATUS.md  Harbour migration
key  title                            status             %  evidence
---  -------------------------------  ---------------  ---  ----------------------
#1   North crane                      [x] done         95%  2/2 commits  3/4 files
#2   霧 sensor ⚠️ and its 👩‍💻 console  [~] in progress  40%  -
#3   Cable survey                     [!] blocked           1/1 file
overall  stated 80% (line 12), computed 33% (1 of 3 done): does not match
`);
  });

  it("makes a list of it on a narrow terminal", () => {
    expect(formatStatus([harbour], { color: false, width: 40 })).toBe(`\
docs/STATUS.md  Harbour migration
#1  North crane
  ✓ done  95%  2/2 commits  3/4 files
#2  霧 sensor ⚠️ and its 👩‍💻 console
  ◐ in progress  40%
#3  Cable survey
  ■ blocked  1/1 file

overall  stated 80% (line 12), computed
33% (1 of 3 done): does not match
`);
  });

  it.each([30, 45, 59, 60, 61, 72, 80, 100, 200])("fits %i columns", (width) => {
    const rows = [
      ...harbour.rows,
      row("A key of many words", `${"word ".repeat(30)}and_a_name_that_never_ends_${"x".repeat(90)}`, {
        status: "deferred",
      }),
      row("Same", "Same", { status: "unknown" }),
    ];
    const output = formatStatus([{ ...harbour, rows }, readiness({ path: "docs/a/long/path/to/B.md" })], {
      color: false,
      width,
    });
    for (const line of output.split("\n")) expect(measure(line)).toBeLessThanOrEqual(width);
    const framed = output.split("\n").filter((line) => /^[┌│├└]/.test(line));
    expect(new Set(framed.map(measure)).size).toBeLessThanOrEqual(1);
  });

  it("drops columns that are empty, and a key that only repeats the title", () => {
    const rows = [row("Write docs", "Write docs"), row("Ship", "Ship")];
    const output = formatStatus([readiness({ rows, done: 2, total: 2, computed: "100% (2 of 2 done)" })], {
      color: false,
      width: undefined,
    });
    expect(output).toBe(`\
docs/STATUS.md  Harbour migration
title       status
----------  --------
Write docs  [x] done
Ship        [x] done
overall  computed 100% (2 of 2 done); the report states no overall figure
`);
  });

  it("rolls up several reports", () => {
    const other = readiness({
      path: "B.md",
      title: "",
      rows: [row("#1", "x")],
      done: 1,
      total: 1,
      stated: { text: "1/1", line: 1 },
      computed: "1",
      agrees: true,
    });
    const output = formatStatus([harbour, other, readiness({ path: "empty.md" })], { color: false, width: 80 });
    expect(output.split("\n\n").at(-1)).toBe(`\
docs/STATUS.md  1 of 3 done   33%  does not match
B.md            1 of 1 done  100%  agrees
empty.md        no items
3 reports       2 of 4 done   50%
`);
    expect(output).toContain("empty.md  Harbour migration\nno items found\n");
  });

  it("colours only when asked to, and changes nothing else", () => {
    const coloured = formatStatus([harbour, harbour], { color: true, width: 80 });
    const plain = formatStatus([harbour, harbour], { color: false, width: 80 });
    expect(coloured).toContain("\u{1b}[32m");
    expect(coloured.replaceAll(new RegExp("\u{1b}\\[\\d+m", "g"), "")).toBe(plain);
  });

  it("never prints a control character of a report", () => {
    const bad = "\u{1b}]0;x\u{7}\n\u{202e}";
    const rows = [row(bad, `${bad}t`)];
    const output = formatStatus(
      [readiness({ path: bad, title: bad, rows, total: 1, stated: { text: bad, line: 1 }, computed: bad })],
      {
        color: false,
        width: 80,
      },
    );
    expect(output.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u{202e}]/u);
  });
});
