import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TableLayout } from "../../src/model/tables.js";
import { isCurrent, rewriteTables } from "../../src/readiness/rewrite-tables.js";
import { planItems } from "../../src/readiness/table-plan.js";
import { isEdited } from "../../src/readiness/table-text.js";
import { checkText } from "../helpers/check-text.js";

const BEGIN = "<!-- blockers:begin items -->";
const END = "<!-- blockers:end -->";
const REPORT = `# Launch\n\n${BEGIN}\n${END}\n\n- [x] Login\n- [ ] Mail\n`;

/** The file with all its tables rewritten. */
async function rewrite(content: string | Uint8Array, layout: TableLayout = {}): Promise<Buffer> {
  const checked = await checkText(content);
  const plans = checked.report.generated.map(({ id }) => planItems(id, checked, layout));
  return Buffer.from(rewriteTables(checked.report, plans));
}

async function rewriteText(content: string, layout: TableLayout = {}): Promise<string> {
  return (await rewrite(content, layout)).toString();
}

describe("rewriting", () => {
  test("puts the table between the markers, with its checksum", async () => {
    expect(await rewriteText(REPORT)).toBe(
      [
        "# Launch",
        "",
        BEGIN,
        "",
        "| Title | Status   |",
        "| ----- | -------- |",
        "| Login | ✅ done  |",
        "| Mail  | ⬜ to do |",
        "",
        "1 of 2 done (50%)",
        "",
        "<!-- blockers:checksum f982c276d4bcb35f layout ce58b5e2493fd336 -->",
        END,
        "",
        "- [x] Login",
        "- [ ] Mail",
        "",
      ].join("\n"),
    );
  });

  test("twice changes nothing, be the lines it names below the table", async () => {
    for (const layout of [{}, { columns: ["key", "line"] }, { template: "# {title}\n\n{table}\n\n- [ ] {summary}" }]) {
      const once = await rewriteText(REPORT, layout);
      expect(await rewriteText(once, layout)).toBe(once);
      const { report, readiness } = await checkText(once);
      const [block] = report.generated;
      expect(block && isCurrent(block, planItems("items", { report, readiness }, layout), report)).toBe(true);
    }
    const lines = (await rewriteText(REPORT, { columns: ["line", "title"] })).split("\n");
    expect(lines.find((line) => line.includes("Login"))).toContain(String(lines.indexOf("- [x] Login") + 1));
  });

  test("leaves the other tables of the file alone", async () => {
    const text = `${REPORT}\n<!-- blockers:begin other -->\nmine\n${END}\n`;
    const checked = await checkText(text);
    const written = Buffer.from(rewriteTables(checked.report, [planItems("items", checked, {})])).toString();
    expect(written.endsWith(`\n<!-- blockers:begin other -->\nmine\n${END}\n`)).toBe(true);
  });

  test.each([
    ["a byte order mark and Windows line ends", `\u{feff}${REPORT.replaceAll("\n", "\r\n")}`, "\r\n"],
    ["no line end at its end", REPORT.trimEnd(), "\n"],
    ["markers at its very ends", `${BEGIN}\n${END}`, "\n"],
    ["mixed line ends", `# A\r\n\r\n- [x] B\n\n${BEGIN}  \r\nold\n  ${END}\n\rC\r`, "\r\n"],
    ["old Macintosh line ends", REPORT.replaceAll("\n", "\r"), "\r"],
    [
      "two byte order marks and damaged text",
      `\u{feff}\u{feff}# âœ… A\n\n- [x] âœ… B\n\n${BEGIN}\n\n${END}\nâœ… C`,
      "\n",
    ],
  ])("keeps every other byte of a file with %s", async (_, text, eol) => {
    const written = await rewrite(text);
    const at = text.indexOf(BEGIN) + BEGIN.length;
    const [before, after] = [text.slice(0, at), text.slice(text.indexOf(END))];
    expect(written.equals(Buffer.from(text))).toBe(false);
    expect(written.subarray(0, Buffer.byteLength(before)).equals(Buffer.from(before))).toBe(true);
    expect(written.subarray(-Buffer.byteLength(after)).equals(Buffer.from(after))).toBe(true);
    const inner = written.toString().slice(before.length, written.toString().indexOf(END));
    expect(new Set(inner.match(/\r\n|\n|\r/g))).toEqual(new Set([eol]));
    expect((await rewrite(written)).equals(written)).toBe(true);
  });

  test("is the same whatever the titles hold", async () => {
    const nasty = fc.constantFrom(
      "|",
      "`",
      "-->",
      "<!-- ",
      "blockers:end",
      END,
      "*",
      "[x](y)",
      "<img>",
      "\\",
      " ",
      "港",
      "#",
    );
    const titles = fc.array(fc.array(nasty, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(titles, async (drawn) => {
        const entries = drawn.map((parts, i) => `- [${i % 2 ? "x" : " "}] Task ${i} ${parts.join("")}`);
        const text = `# A\n\n${BEGIN}\n${END}\n\n${entries.join("\n")}\n`;
        const once = await rewriteText(text);
        expect(await rewriteText(once)).toBe(once);
        const [before, after] = [await checkText(text), await checkText(once)];
        expect(after.readiness.rows.map(({ title }) => title)).toEqual(before.readiness.rows.map(({ title }) => title));
        expect(after.report.generated).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a change by hand", () => {
  test.each([
    ["nothing", (text: string) => text, false],
    ["other line ends", (text: string) => text.replaceAll("\n", "\r\n"), false],
    ["an empty line more", (text: string) => text.replace(BEGIN, `${BEGIN}\n\n`), false],
    ["an emptied table", (text: string) => text.replace(/(begin items -->).*(<!-- blockers:end)/s, "$1\n$2"), false],
    ["another figure", (text: string) => text.replace("(50%)", "(60%)"), true],
    ["a line below the checksum", (text: string) => text.replace(END, `More.\n${END}`), true],
    ["no checksum", (text: string) => text.replace(/<!-- blockers:checksum .*\n/, ""), true],
    ["another checksum", (text: string) => text.replace(/checksum .{4}/, "checksum 0000"), true],
  ])("%s: it is seen", async (_, change, seen) => {
    const { report } = await checkText(change(await rewriteText(REPORT)));
    expect(report.generated.map(isEdited)).toEqual([seen]);
  });
});
