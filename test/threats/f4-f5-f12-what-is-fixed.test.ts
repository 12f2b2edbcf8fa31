import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkText } from "../helpers/check-text.js";
import { fixText } from "../helpers/fix-text.js";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const REPORTS = [
  ...readdirSync(`${FIXTURES}rules`).map((name) => `rules/${name}/invalid.md`),
  ...readdirSync(`${FIXTURES}fixes`).map((name) => `fixes/${name}`),
  ...readdirSync(`${FIXTURES}reports`).map((name) => `reports/${name}/report.md`),
];

/** By their rules alone: lines go where a comment that hides nothing is taken out. */
const findingsOf = async (content: Uint8Array | string) =>
  (await checkText(content)).result.diagnostics.map(({ rule }) => rule);

describe("F4: after a fix its finding is gone, no other has come, and all is read as before", () => {
  test.each(REPORTS.flatMap((name) => [true, false].map((unsafe) => ({ name, unsafe }))))(
    "$name, unsafe: $unsafe",
    async ({ name, unsafe }) => {
      const content = readFileSync(FIXTURES + name);
      const before = await findingsOf(content);
      const { text, fixed } = await fixText(content, { unsafe });
      const after = await findingsOf(text);
      // A figure that agrees now is no finding any more; what was found elsewhere stays where it was.
      const left = [...before];
      for (const one of after) {
        expect(left).toContain(one);
        left.splice(left.indexOf(one), 1);
      }
      expect(left.length).toBeGreaterThanOrEqual(Math.min(1, fixed.length));
    },
  );
});

const row = fc.record({ hours: fc.integer({ min: 1, max: 500 }), done: fc.boolean() });

describe("F5: only what is derived is changed, whichever side is wrong", () => {
  test("in a table whose total or whose part is off", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 3, maxLength: 8 }),
        fc.nat(7),
        fc.integer({ min: 1, max: 99 }),
        fc.boolean(),
        async (rows, which, offBy, inPart) => {
          const sum = rows.reduce((total, { hours }) => total + hours, 0);
          const shown = rows.map(({ hours }, at) => (inPart && at === which % rows.length ? hours + offBy : hours));
          const parts = rows.map(({ done }, at) => `| Task ${at + 1} | ${done ? "DONE" : "TODO"} | ${shown[at]}h |`);
          const head = "# Harbour Status\n\n| Task | Status | Hours |\n|---|---|---|\n";
          const { text } = await fixText(
            `${head}${parts.join("\n")}\n| **Total** | | **${inPart ? sum : sum + offBy}h** |\n`,
          );
          expect(text.startsWith(`${head}${parts.join("\n")}\n| **Total** | | **`)).toBe(true);
          expect(text.split("\n").length).toBe(rows.length + 6);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("in a share whose items are not those that are counted", async () => {
    const report = (share: string) =>
      `# Pier Status\n\n**Progress**: ${share} tasks done\n\n- [x] Pilings\n- [x] Planks\n- [ ] Lamps\n`;
    expect((await fixText(report("3 of 3"))).text).toBe(report("2 of 3"));
    expect((await fixText(report("1 of 3"))).text).toBe(report("2 of 3"));
  });
});

const WRONG = [
  "Progress: 60% (2 of 3 tasks done)",
  "",
  "| Task | Hours |",
  "|---|---|",
  "| A | 2h |",
  "| B | 4h |",
  "| **Total** | **9h** |",
];

describe("F12: what is an example, a quotation or a comment is never edited", () => {
  const lines = (before: string): string => WRONG.map((line) => before + line).join("\n");
  test.each([
    ["in a fence", `\`\`\`markdown\n${lines("")}\n\`\`\``],
    ["in a fence of tildes", `~~~\n${lines("")}\n~~~`],
    ["in a fence of a list", `- x\n\n  \`\`\`\n${lines("  ")}\n  \`\`\``],
    ["in code by its blanks", `Like this:\n\n${lines("    ")}`],
    ["in a comment", `<!--\n${lines("")}\n-->`],
    ["in a quotation", lines("> ")],
    ["in a quotation of a list", `- x\n\n${lines("  > ")}`],
    ["in HTML that is shown as it is", `<pre>\n${lines("")}\n</pre>`],
    ["in front matter", ""],
    [
      "where a comment says so",
      `<!-- blockers-disable total-mismatch, percentage-mismatch -- as quoted -->\n\n${lines("")}`,
    ],
  ])("%s", async (name, part) => {
    const head = name === "in front matter" ? `---\nprogress: 60% (2 of 3 tasks done)\n---\n` : "";
    const text = `${head}# Harbour Status\n\n- [x] Buoys\n- [ ] Charts\n\n${part}\n`;
    const { text: now, fixed } = await fixText(text, { unsafe: true });
    expect({ now, fixed }).toEqual({ now: text, fixed: [] });
  });

  test("while the same in the open is", async () => {
    expect((await fixText(`# Harbour Status\n\n${lines("")}\n`)).fixed.length).toBe(2);
  });
});
