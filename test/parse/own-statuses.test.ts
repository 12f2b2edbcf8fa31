import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import { ownStatuses } from "../../src/lex/own-statuses.js";
import type { Report } from "../../src/model/report.js";
import { parseReport } from "../../src/parse/parse-report.js";
import { decode } from "../../src/source/decode.js";

const statuses = ownStatuses({
  done: ["shipped", "●", "✔︎ live"],
  "in-progress": ["cooking", "🍳"],
  blocked: ["on ice"],
});

function read(text: string): Report {
  return parseReport(decode(Buffer.from(text), "STATUS.md"), { statuses });
}

function itemsOf(text: string): [string, string][] {
  return read(text).items.map(({ title, status }) => [title, status]);
}

describe("items have the statuses that a team configured", () => {
  test("in a table", () => {
    const text = "| Task | Status |\n|---|---|\n| Soup | 🍳 |\n| Bread | on ice |\n| Salad | ✔︎ live |\n";
    expect(itemsOf(text)).toEqual([
      ["Soup", "in-progress"],
      ["Bread", "blocked"],
      ["Salad", "done"],
    ]);
  });

  test("in a list, by marks and by words", () => {
    expect(itemsOf("## Menu\n\n- ● Soup\n- 🍳 Bread\n- ✔︎ live Salad\n- Cake (cooking)\n- Tea ●\n")).toEqual([
      ["Soup", "done"],
      ["Bread", "in-progress"],
      ["Salad", "done"],
      ["Cake", "in-progress"],
      ["Tea", "done"],
    ]);
  });

  test("in headings, and by the group they stand in", () => {
    const text = "# Menu\n\n## Soup (COOKING)\n\n## Bread ●\n\n## On ice\n\n1. Salad\n2. Cake\n";
    expect(itemsOf(text)).toEqual([
      ["Soup", "in-progress"],
      ["Bread", "done"],
      ["Salad", "blocked"],
      ["Cake", "blocked"],
    ]);
  });

  test("in a field of the head", () => {
    expect(read("# Menu\n\n**Status**: cooking\n").status).toBe("in-progress");
  });
});

test("a legend of the report is nearer, and may speak in the team's words", () => {
  const text = "Legend: 🍳 = shipped, 🟡 = on ice\n\n| Task | Status |\n|---|---|\n| Soup | 🍳 |\n| Bread | 🟡 |\n";
  expect(itemsOf(text)).toEqual([
    ["Soup", "done"],
    ["Bread", "blocked"],
  ]);
});

test("a report keeps what it was read with", () => {
  expect(read("# Menu\n").statuses).toBe(statuses);
});
