import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { Readiness } from "../../src/model/readiness.js";
import { readinessToMarkdown } from "../../src/readiness/to-markdown.js";
import { readiness as readinessSample } from "../format/samples.js";
import { checkText, fillIn, readReport } from "../helpers/check-text.js";
import { makeRepository } from "../helpers/scenario.js";

async function readiness(markdown: string): Promise<Readiness> {
  return (await checkText(markdown)).readiness;
}

const TABLE = "| Task | Status |\n|---|---|\n| #1: Login | DONE |\n| #2: Mail | TODO |\n| #3: Export | DONE |\n";

describe("a report's readiness", () => {
  test("has its items with their lines", async () => {
    const found = await readiness(`# Launch\n\n${TABLE}`);
    expect(found.title).toBe("Launch");
    expect(found.rows.map((row) => [row.key, row.title, row.status, row.line])).toEqual([
      ["#1", "Login", "done", 5],
      ["#2", "Mail", "todo", 6],
      ["#3", "Export", "done", 7],
    ]);
    expect([found.done, found.total, found.computed]).toEqual([2, 3, "67% (2 of 3 done)"]);
  });

  test.each([
    ["2 of 3 tasks done", "2 of 3", true],
    ["1 of 3 tasks done", "1 of 3", false],
    ["67% (2/3 tasks)", "67%", true],
    ["50% (2/3 tasks)", "50%", false],
    ["nearly there", undefined, undefined],
  ])("stated as %j", async (words, text, agrees) => {
    const found = await readiness(`# Launch\n\n**Progress**: ${words}\n\nWords.\n\n${TABLE}`);
    expect(found.stated?.text).toBe(text);
    expect(found.stated?.line).toBe(text === undefined ? undefined : 3);
    expect(found.agrees).toBe(agrees);
  });

  test("takes no share of something else for its own progress", async () => {
    const other = await readiness(`# Launch\n\n3 of 12 regions affected (25%).\n\n${TABLE}`);
    expect(other.stated).toBeUndefined();
    const unclear = await readiness(`# Launch\n\n**Progress**: 3/12 complete (25%)\n\n${TABLE}`);
    expect([unclear.stated?.text, unclear.agrees]).toEqual(["25%", undefined]);
  });

  test("leaves out steps that only accompany the items, and items without a status", async () => {
    const found = await readiness(
      `# A\n\n${TABLE}\n| Task | Status |\n|---|---|\n| #4: Odd | banana |\n\n## Next Steps\n\n1. Rest\n`,
    );
    expect(found.rows.map((row) => row.key)).toEqual(["#1", "#2", "#3"]);
  });

  test("is computed from nothing as nothing", async () => {
    expect(await readiness("# Poem\n\nRoses.\n")).toMatchObject({
      rows: [],
      total: 0,
      computed: undefined,
      stated: undefined,
    });
  });

  test("counts what an item cites and what of it is there", async () => {
    const repository = await makeRepository({
      commits: [{ name: "one", date: "2025-01-01T10:00:00Z", message: "One", files: { "src/a.ts": { lines: 20 } } }],
    });
    const text = fillIn(
      "# A\n\n## #1: Login\n\n**Status**: DONE\n\nCommit `{{one}}`, commit `0badc0ffe`\n\n- [a](src/a.ts) (20 lines)\n- [b](src/b.ts)\n\n## #2: Mail\n\n**Status**: TODO\n",
      repository,
    );
    const { readiness: found } = await checkText(text, { repository });
    expect(found.rows.map((row) => [row.commits, row.files])).toEqual([
      [
        { found: 1, cited: 2 },
        { found: 1, cited: 2 },
      ],
      [undefined, undefined],
    ]);
    expect((await readiness(text)).rows[0]?.commits).toBeUndefined();
  });
});

describe("as markdown", () => {
  const plain = readinessSample({ title: "Launch" });
  const row = { status: "done", percent: undefined, commits: undefined, files: undefined, line: 1 } as const;

  test("is a heading, a table and a footer", () => {
    const text = readinessToMarkdown([
      {
        ...plain,
        rows: [
          {
            ...row,
            key: "#1",
            title: "Login",
            percent: 100,
            commits: { found: 1, cited: 2 },
            files: { found: 3, cited: 3 },
          },
          { ...row, key: "Mail", title: "Mail", status: "blocked" },
        ],
        stated: { text: "80%", line: 4 },
        computed: "50% (1 of 2 done)",
        agrees: false,
      },
    ]);
    expect(text).toBe(
      [
        "## Launch",
        "",
        "| Key  | Title | Status     | Percent | Evidence               |",
        "| ---- | ----- | ---------- | ------: | ---------------------- |",
        "| #1   | Login | ✅ done    |    100% | 1/2 commits, 3/3 files |",
        "| Mail |       | 🚫 blocked |         |                        |",
        "",
        "Stated: 80% (line 4). Computed: 50% (1 of 2 done). They do not agree.",
        "",
      ].join("\n"),
    );
  });

  test("keeps its columns straight with East Asian text and emoji", () => {
    const titles = ["ASCII", "用户登录模块", "👩‍💻 Developer 🇩🇪", "Größe ①", "数据 🚀 import"];
    const text = readinessToMarkdown([{ ...plain, rows: titles.map((title, i) => ({ ...row, key: `#${i}`, title })) }]);
    const lines = text.split("\n").filter((line) => line.startsWith("|"));
    expect(lines).toHaveLength(titles.length + 2);
    expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
  });

  test("escapes what a report may have put into a title", () => {
    const title = "a | b *c* <script> `d` [e](f) #g";
    const text = readinessToMarkdown([{ ...plain, title: "# *T* <b>", rows: [{ ...row, key: "#1", title }] }]);
    const report = readReport(text);
    const [table] = report.blocks.filter((block) => block.kind === "table");
    expect(table?.rows[0]?.cells[1]?.text.value).toBe(title);
    expect(table?.rows[0]?.cells[1]?.text.spans).toEqual([]);
    expect(report.sections[1]?.heading?.text.value).toBe("# *T* <b>");
    expect(text).not.toMatch(/(?<!\\)<script>/);
  });

  test("can be read back as a report", () => {
    const rows = (["done", "in-progress", "partial", "todo", "blocked", "failed", "deferred"] as const).map(
      (status, i) => ({ ...row, key: `#${i + 1}`, title: `Thing ${"ABCDEFG".charAt(i)}`, status }),
    );
    const report = readReport(readinessToMarkdown([{ ...plain, rows }]));
    expect(report.items.map((item) => [item.key, item.title, item.status])).toEqual(
      rows.map((one) => [one.key, one.title, one.status]),
    );
  });

  test("names a report without a title by its path, and says when nothing was found", () => {
    expect(readinessToMarkdown([{ ...plain, title: "" }, plain])).toBe(
      "## docs/STATUS.md\n\nNo item was found.\n\n## Launch\n\nNo item was found.\n",
    );
  });
});
