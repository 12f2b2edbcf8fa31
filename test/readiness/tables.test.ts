import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { Readiness, ReadinessRow } from "../../src/model/readiness.js";
import { linkBetween } from "../../src/readiness/report-table.js";
import { type TableSource, tableText } from "../../src/readiness/table-text.js";
import { templateFault } from "../../src/readiness/template-fault.js";
import { readiness as readinessSample } from "../format/samples.js";
import { readReport } from "../helpers/check-text.js";

const plain = readinessSample({ title: "Launch" });
const row: ReadinessRow = {
  key: "#1",
  title: "Login",
  status: "done",
  percent: undefined,
  commits: undefined,
  files: undefined,
  line: 5,
};

function readiness(rows: readonly Partial<ReadinessRow>[], over: Partial<Readiness> = {}): Readiness {
  const whole = rows.map((one) => ({ ...row, ...one }));
  return { ...plain, rows: whole, total: whole.length, done: whole.filter((r) => r.status === "done").length, ...over };
}

const items = (rows: readonly Partial<ReadinessRow>[], over: Partial<Readiness> = {}): TableSource => ({
  kind: "items",
  readiness: readiness(rows, over),
});

describe("a table of items", () => {
  const two = items([
    { percent: 100, commits: { found: 1, cited: 2 }, files: { found: 3, cited: 3 } },
    { key: "Mail", title: "Mail", status: "blocked", line: 12 },
  ]);

  test("has keys, titles, statuses and percentages, and never evidence", () => {
    expect(tableText(two, {})).toBe(
      [
        "| Key  | Title | Status     | Percent |",
        "| ---- | ----- | ---------- | ------: |",
        "| #1   | Login | ✅ done    |    100% |",
        "| Mail |       | 🚫 blocked |         |",
        "",
        "1 of 2 done (50%)",
      ].join("\n"),
    );
  });

  test("has only the columns that some item fills", () => {
    expect(tableText(items([{ key: "Mail", title: "Mail" }]), { template: "{table}" })).toBe(
      "| Title | Status  |\n| ----- | ------- |\n| Mail  | ✅ done |",
    );
  });

  test("has the columns that are asked for, in their order", () => {
    const columns = ["line", "evidence", "files", "commits", "title"];
    expect(tableText(two, { columns, template: "{table}" })).toBe(
      [
        "| Line | Evidence               | Files | Commits | Title |",
        "| ---: | ---------------------- | ----: | ------: | ----- |",
        "|    5 | 1/2 commits, 3/3 files |   3/3 |     1/2 | Login |",
        "|   12 |                        |       |         | Mail  |",
      ].join("\n"),
    );
  });

  test("is a sentence where there is none", () => {
    expect(tableText(items([]), {})).toBe("No item was found.");
    expect(tableText(items([]), { template: "{table}" })).toBe("No item was found.");
    expect(tableText(items([]), { template: "# {title}\n\n{table}" })).toBe("# Launch");
  });
});

describe("a table of reports", () => {
  const several: TableSource = {
    kind: "reports",
    reports: [
      {
        link: "docs/STATUS.md",
        readiness: readiness([{}, { status: "todo" }, { status: "deferred" }], { stated: { text: "50%", line: 3 } }),
      },
      { link: "../a b/(港) [1]|:x.md", readiness: readiness([{}, {}], { title: "" }) },
    ],
  };

  test("has a row for each and one for all", () => {
    expect(tableText(several, {})).toBe(
      [
        "| Report                                                                   |   Done | Open | Percent |",
        "| ------------------------------------------------------------------------ | -----: | ---: | ------: |",
        "| [docs/STATUS.md](docs/STATUS.md)                                         | 1 of 3 |    1 |     33% |",
        "| [../a b/(港) \\[1\\]\\|:x.md](../a%20b/%28%E6%B8%AF%29%20%5B1%5D%7C%3Ax.md) | 2 of 2 |    0 |    100% |",
        "| **Total**                                                                | 3 of 5 |    1 |     60% |",
        "",
        "3 of 5 done (60%)",
      ].join("\n"),
    );
  });

  test("has other columns", () => {
    const columns = ["title", "stated", "total", "report"];
    expect(tableText(several, { columns, template: "{table}\n\n{title}: {done}/{total}, {open} open" })).toContain(
      "| **Total** |        |     5 |",
    );
    expect(tableText(several, { columns: ["done"], template: "{table}" })).toBe(
      "|   Done |\n| -----: |\n| 1 of 3 |\n| 2 of 2 |\n| 3 of 5 |",
    );
  });

  test.each([
    ["README.md", "docs/STATUS.md", "docs/STATUS.md"],
    ["docs/README.md", "docs/STATUS.md", "STATUS.md"],
    ["docs/a/README.md", "docs/b/STATUS.md", "../b/STATUS.md"],
    ["docs/README.md", "docs", "../docs"],
    ["/a/README.md", "/a/b/S.md", "b/S.md"],
    ["../README.md", "STATUS.md", undefined],
    ["/a/README.md", "STATUS.md", undefined],
  ])("the way from %s to %s is %s", (from, to, way) => {
    expect(linkBetween(from, to)).toBe(way);
  });
});

test("columns stay straight with East Asian text and emoji", () => {
  const titles = ["ASCII", "用户登录模块", "👩‍💻 Developer 🇩🇪", "Größe ①", "진행 상황", "数据 🚀 import"];
  const text = tableText(items(titles.map((title, i) => ({ title, key: `#${i}` }))), { template: "{table}" });
  expect(new Set(text.split("\n").map((line) => stringWidth(line))).size).toBe(1);
});

describe("what a report says stays text", () => {
  test.each([
    ["a | b", "a | b"],
    ["`code` and ``more``", "`code` and ``more``"],
    ["--> <!-- blockers:end -->", "--> <!-- blockers:end -->"],
    ["<img src=x onerror=y> <script>", "<img src=x onerror=y> <script>"],
    ["![](http://x) [y](z) [z]: q", "![](http://x) [y](z) [z]: q"],
    ["a\n\n<!-- blockers:end -->\r\n# b", "a <!-- blockers:end --> # b"],
    ["*a* _b_ ~~c~~ \\| \\", "*a* _b_ ~~c~~ \\| \\"],
    ["&lt;b&gt; &#60;", "&lt;b&gt; &#60;"],
    ["a\u{202e}b\u{1b}[31m\u{e0041}", "ab[31m"],
    ["{table} {summary} {nonsense}", "{table} {summary} {nonsense}"],
  ])("%j", (title, shown) => {
    const source = items([{ title }], { title });
    const text = tableText(source, { template: "{title}\n\n# {title}\n\n- *{title}*\n\n{table}" });
    const file = `<!-- blockers:begin a -->\n\n${text}\n\n<!-- blockers:end -->\n`;
    expect(readReport(file).generated[0]?.content).toBe(text);
    expect(readReport(file).damage).toEqual([]);
    const report = readReport(`${text}\n`);
    const values = report.units.map((unit) => unit.text.value);
    expect(values).toEqual([shown, shown, shown, "Key", "Title", "Status", "#1", shown, "✅ done"]);
    const kinds = report.units.flatMap((unit) => unit.text.spans.map(({ kind }) => kind));
    expect(kinds).toEqual(["emphasis"]);
  });

  test("makes no link of what only looks like an address", () => {
    const title = "https://a.example http://b www.c.example d@e.example ~2h";
    expect(tableText(items([{ title }]), { columns: ["title"], template: "{table}" })).toContain(
      "| https\\://a.example http\\://b www\\.c.example d\\@e.example \\~2h |",
    );
  });
});

describe("a template", () => {
  const one = items([{ title: "*Login*" }, { status: "todo" }], { title: "A_B [c]" });

  test("has its places filled", () => {
    const template =
      "## {title}\n\n**{summary}**: {done}+{open} of {total}, {percent}\n\n> {table}\n\n| a | {done} |\n|---|---|\n";
    expect(tableText(one, { template, columns: ["title"] })).toBe(
      [
        "## A_B \\[c]",
        "",
        "**1 of 2 done (50%)**: 1+1 of 2, 50%",
        "",
        "> | Title     |",
        "> | --------- |",
        "> | \\*Login\\* |",
        "> | Login     |",
        "",
        "| a | 1 |",
        "| - | - |",
      ].join("\n"),
    );
  });

  test("may have Windows line ends", () => {
    expect(tableText(one, { template: "a\r\n\r\n{done}\r\nb" })).toBe("a\n\n1\nb");
  });

  test("names a report without a title by its file", () => {
    expect(tableText(items([], { title: "" }), { template: "{title}" })).toBe("STATUS.md");
  });

  test.each(["{table}", "# {title}\n\n{table}\n\n---\n", "- {table}\n- {summary}", "<b>{done}</b>", "{\n} {} { a }"])(
    "%j can be used",
    (template) => {
      expect(templateFault(template)).toBeUndefined();
    },
  );

  test.each([
    ["{table} and more", "{table} must be a paragraph of its own, with empty lines around it"],
    ["{table}\n{summary}", "{table} must be a paragraph of its own, with empty lines around it"],
    ["# {table}", "{table} must be a paragraph of its own, with empty lines around it"],
    ["`{done}`", "{done} cannot stand in code, in HTML or in the address of a link"],
    ["```\n{table}\n```", "{table} cannot stand in code, in HTML or in the address of a link"],
    ["<p title={title}>", "{title} cannot stand in code, in HTML or in the address of a link"],
    ["[x](y/{title})", "{title} cannot stand in code, in HTML or in the address of a link"],
    ["<!-- blockers:end -->", "a comment, a code block or HTML in it is not closed, or it holds markers itself"],
    ["<script>", "a comment, a code block or HTML in it is not closed, or it holds markers itself"],
  ])("%j cannot", (template, why) => {
    expect(templateFault(template)).toBe(why);
  });
});
