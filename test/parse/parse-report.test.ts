import { describe, expect, test } from "vitest";
import type { List, Table } from "../../src/model/report.js";
import { groupStatus } from "../../src/parse/group-status.js";
import { readReport } from "../helpers/check-text.js";

function items(markdown: string): unknown[] {
  return readReport(markdown).items.map((item) => [item.key, item.title, item.status]);
}

function tables(markdown: string): Table[] {
  return readReport(markdown).blocks.filter((block) => block.kind === "table");
}

describe("headings of groups", () => {
  test.each([
    ["Completed Work", "done"],
    ["✅ Completed (5)", "done"],
    ["❌ Not Started / TODO", "todo"],
    ["In Progress", "in-progress"],
    ["Next Steps", "todo"],
    ["Remaining work for P1", "todo"],
    ["⏳ Pending Tasks", "todo"],
    ["Nächste Schritte", "todo"],
  ])("%j covers what is %s", (heading, status) => {
    const unit = readReport(`## ${heading}\n`).units[0];
    expect(unit && groupStatus(unit)?.status).toBe(status);
  });

  // A word boundary is never found behind a letter that is not ASCII.
  test.each(["下一步", "次のステップ", "Следующие шаги"])("%j covers what is todo", (heading) => {
    const unit = readReport(`## ${heading}\n`).units[0];
    expect(unit && groupStatus(unit)?.status).toBe("todo");
  });

  test.each([
    "Complete Documentation",
    "Pending Orders Page",
    "Summary",
    "New Features",
    "Ready Player One",
    "Done-Button",
    "Failed Logins Report",
  ])("%j is a title", (heading) => {
    const unit = readReport(`## ${heading}\n`).units[0];
    expect(unit && groupStatus(unit)).toBeUndefined();
  });
});

describe("items", () => {
  test("rows, headings and fields of one key are one item, with all their mentions", () => {
    const report = readReport(
      "| Task | Status |\n|---|---|\n| #1: Login | DONE |\n| #2: Mail | TODO |\n\n## Task #1: Login form (FIXED)\n\n**Status**: DONE\n",
    );
    expect(report.items.map((item) => item.key)).toEqual(["#1", "#2"]);
    expect(report.items[0]?.mentions.map((mention) => mention.kind).sort()).toEqual(["field", "heading", "row"]);
  });

  test("words win over marks, tables over headings", () => {
    expect(items("## ✅ #1: Login\n\n**Status**: TODO\n")).toEqual([["#1", "Login", "todo"]]);
  });

  test("a totals row is no item", () => {
    expect(items("| Task | Status |\n|---|---|\n| A | DONE |\n| B | TODO |\n| **Total** | 1 |\n")).toEqual([
      ["A", "A", "done"],
      ["B", "B", "todo"],
    ]);
  });

  test("bare numbers of two lists are two items", () => {
    const found = items("## Done\n\n### 1. Login (DONE)\n\n## Other\n\n### 1. Export (TODO)\n");
    expect(found).toEqual([
      ["1", "Login", "done"],
      ["1", "Export", "todo"],
    ]);
  });

  test("entries under a heading of a group take its status", () => {
    expect(items("## Next Steps\n\n1. Write the manual\n2. ✅ Buy paper\n")).toEqual([
      ["Write the manual", "Write the manual", "todo"],
      ["Buy paper", "Buy paper", "done"],
    ]);
  });

  test("boxes are items", () => {
    expect(items("- [x] One thing\n- [ ] Another thing\n")).toEqual([
      ["One thing", "One thing", "done"],
      ["Another thing", "Another thing", "todo"],
    ]);
  });

  test("quoted tables and lists name none", () => {
    expect(items("> | Task | Status |\n> |---|---|\n> | #1 | DONE |\n\n> - [x] One\n")).toEqual([]);
  });

  test("an unknown word gives no status", () => {
    expect(items("| Task | Status |\n|---|---|\n| A | Banana |\n| B | DONE |\n")).toEqual([
      ["A", "A", "unknown"],
      ["B", "B", "done"],
    ]);
  });
});

describe("tables", () => {
  test("columns have roles", () => {
    const [table] = tables(
      "| ID | Task | Status | Progress | Est. Time | Commit | Notes |\n|---|---|---|---|---|---|---|\n| 1 | Login | DONE | 90% | 2h | abc1234 | fine |\n",
    );
    expect(table?.roles).toEqual(["key", "title", "status", "percent", "hours", "commit", "notes"]);
  });

  test.each([
    [
      "lines",
      "```\n┌──────┬────────┐\n│ Task │ Status │\n├──────┼────────┤\n│ A    │ DONE   │\n│ B    │ TODO   │\n└──────┴────────┘\n```\n",
    ],
    [
      "plus signs",
      "```\n+------+--------+\n| Task | Status |\n+------+--------+\n| A    | DONE   |\n| B    | TODO   |\n+------+--------+\n```\n",
    ],
  ])("drawn with %s are tables too", (_, markdown) => {
    const [table] = tables(markdown);
    expect(table?.origin).toBe("box");
    expect(table?.header.map((cell) => cell.text.value)).toEqual(["Task", "Status"]);
    expect(items(markdown)).toEqual([
      ["A", "A", "done"],
      ["B", "B", "todo"],
    ]);
  });

  test.each([
    ["a diagram", "```\n┌───┐   ┌───┐\n│ a │──>│ b │\n└───┘   └───┘\n```\n"],
    ["a pipe in a shell", "```\ncat a | grep b | wc -l\nls | sort | uniq\n```\n"],
  ])("%s is none", (_, markdown) => {
    expect(tables(markdown)).toEqual([]);
  });

  test("rows with cells beyond the header are damage, shorter ones are not", () => {
    const report = readReport("| A | B |\n|---|---|\n| 1 | 2 | 3 |\n| 1 |\n| 1 | 2 | |\n");
    expect(report.damage).toEqual([expect.objectContaining({ kind: "ragged-row", cells: 3, columns: 2 })]);
  });
});

describe("the head", () => {
  test.each([
    ["# Status\n\n**Date**: November 2, 2025\n", "2025-11-02"],
    ["# Status - 2025-11-02\n\ntext\n", "2025-11-02"],
    ["# Status\n\n**Last Updated:** 2025-11-02 (evening)\n", "2025-11-02"],
    ["# Status\n\nWe met on 2025-11-02.\n", undefined],
  ])("%j is dated %s", (markdown, date) => {
    expect(readReport(markdown).date).toBe(date);
  });

  test("a status field that belongs to no item is the report's own", () => {
    expect(readReport("# Move\n\n**Status**: IN PROGRESS\n\n## #1: Desk\n\n**Status**: DONE\n").status).toBe(
      "in-progress",
    );
  });
});

test("sections nest by their rank and reach to the next of it", () => {
  const markdown = "# A\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n\nd\n";
  const { sections, source } = readReport(markdown);
  const texts = sections.map((s) => [
    s.heading?.text.value,
    s.parent?.heading?.text.value,
    source.text.slice(s.range.start, s.range.end),
  ]);
  expect(texts.slice(1)).toEqual([
    ["A", undefined, markdown],
    ["B", "A", "## B\n\nb\n\n### C\n\nc\n\n"],
    ["C", "B", "### C\n\nc\n\n"],
    ["D", "A", "## D\n\nd\n"],
  ]);
});

test("an ordered list keeps its numbers, a block its lead", () => {
  const report = readReport("Steps:\n\n3. three\n4. four\n");
  const list = report.blocks.find((block): block is List => block.kind === "list");
  expect(list?.lead?.text.value).toBe("Steps:");
  expect(list?.entries.map((entry) => entry.ordinal)).toEqual([3, 4]);
});

describe("numbered headings under what a report brought", () => {
  const deliverables = "## Deliverables\n\n### 1. Adapter\n\na\n\n### 2. Tests\n\nb\n";

  test("are done where the report is", () => {
    expect(items(`# Adapter\n\n**Status**: ✅ Complete\n\n${deliverables}`)).toEqual([
      ["1", "Adapter", "done"],
      ["2", "Tests", "done"],
    ]);
  });

  test("say nothing where the report says nothing", () => {
    expect(items(`# Adapter\n\n${deliverables}`)).toEqual([]);
    expect(items(`# Adapter\n\n**Status**: In progress\n\n${deliverables}`)).toEqual([]);
  });
});

test("a numbered heading does not join a key that is mentioned without a title", () => {
  const markdown = "# A\n\n## Completed\n\n1. **QX-B2.3**: Berth search\n\n## Parts\n\n### 3. Fees ✅\n";
  expect(items(markdown)).toEqual(
    expect.arrayContaining([
      ["QX-B2.3", "QX-B2.3", "done"],
      ["3", "Fees", "done"],
    ]),
  );
});

test.each(["NEW", "ACTIVE", "READY"])(
  "a ✅ before %s at the end of a heading is a status, the word is none",
  (word) => {
    expect(items(`# A\n\n### 5. Page ✅ ${word}\n`)).toEqual([["5", "Page", "done"]]);
  },
);

test("nesting that exhausts the stack is bad input, not a fault", () => {
  expect(() => readReport(`${"> ".repeat(20_000)}a\n`)).toThrow(/nested too deeply/);
});

test("of a line that is data only the start is read", () => {
  const { units } = readReport(`# A\n\n${"4/5 done (90%) and ".repeat(4000)}\n`);
  expect(units.at(-1)?.text.value.length).toBe(4000);
});

test("a row named All sums up the others", () => {
  expect(
    items("# A\n\n| Package | Progress |\n|---|---|\n| a | 100% |\n| b | 0% |\n| **All** | **50%** |\n"),
  ).toHaveLength(2);
});
