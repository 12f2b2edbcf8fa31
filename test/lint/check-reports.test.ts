import { describe, expect, test } from "vitest";
import { checkReports } from "../../src/lint/check-reports.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { checkText, readReport } from "../helpers/check-text.js";
import { makeRepository } from "../helpers/scenario.js";

const REPORT = `# Status

**Progress**: 60% complete (2 of 3 tasks)

| Task | Status | Hours |
|------|--------|-------|
| #1: Login | DONE | 2h |
| #2: Mail | DONE | 3h |
| #3: Export | TODO | 4h |
| **Total** | | **8h** |

**Generated**: $(date)
`;

async function diagnostics(
  text: string,
  options: Parameters<typeof checkText>[1] = {},
): Promise<readonly Diagnostic[]> {
  return (await checkText(text, options)).result.diagnostics;
}

describe("diagnostics", () => {
  test("come in the order of the file, with places in its own text", async () => {
    const found = await diagnostics(REPORT);
    expect(found.map((one) => [one.rule, one.line, one.column, one.endLine, one.endColumn])).toEqual([
      ["percentage-mismatch", 3, 15, 3, 18],
      ["total-mismatch", 10, 19, 10, 21],
      ["placeholder", 12, 16, 12, 23],
    ]);
  });

  test("say what is stated, what was computed, and how", async () => {
    const [percent, total] = await diagnostics(REPORT);
    expect(percent).toMatchObject({
      stated: "60%",
      computed: "67%",
      derivation: "2 / 3 = 66.7%",
      proof: null,
      fix: {
        title: 'write "67" for "60"',
        safety: "safe",
        edits: [{ range: { start: 24, end: 26 }, expected: "60", newText: "67" }],
      },
    });
    expect(total).toMatchObject({ stated: "8h", computed: "9h", derivation: "2h + 3h + 4h = 9h (all rows)" });
    expect(total?.related.map((one) => one.line)).toEqual([7, 8, 9]);
  });

  test("have places in the damaged text, not in the repaired one", async () => {
    const [damage, percent] = await diagnostics("# Status\n\n‚úÖ ‚úÖ done: 60% (2/3)\n");
    expect(damage).toMatchObject({ rule: "mojibake", line: 3, column: 1, endColumn: 4 });
    expect(percent).toMatchObject({ rule: "percentage-mismatch", line: 3, column: 15 });
  });

  test("are the same with Windows line ends", async () => {
    const plain = await diagnostics(REPORT);
    const windows = await diagnostics(REPORT.replaceAll("\n", "\r\n"));
    expect(windows.map((one) => [one.rule, one.line, one.column])).toEqual(
      plain.map((one) => [one.rule, one.line, one.column]),
    );
    expect(plain.length).toBeGreaterThan(0);
  });

  test("survive a trip through JSON", async () => {
    const found = await diagnostics(REPORT);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});

describe("fingerprints", () => {
  const prints = async (text: string, path?: string): Promise<string[]> =>
    (await diagnostics(text, path === undefined ? {} : { path })).map((one) => one.fingerprint);

  test("stay when lines move", async () => {
    const before = await prints(REPORT);
    expect(before).toHaveLength(3);
    expect(await prints(REPORT.replace("**Progress**", "Some words.\n\nAnd more.\n\n**Progress**"))).toEqual(before);
  });

  test("change with the claim's words, its section and its file", async () => {
    const [percent, total] = await prints(REPORT);
    const changed = await prints(REPORT.replace("60%", "61%"));
    expect(changed[0]).not.toBe(percent);
    expect(changed[1]).toBe(total);
    expect((await prints(REPORT.replace("# Status", "# Other")))[0]).not.toBe(percent);
    expect((await prints(REPORT, "docs/OTHER.md"))[0]).not.toBe(percent);
  });

  test("tell repeats apart", async () => {
    const found = await prints("# Status\n\nA: 60% (2/3)\n\nB: 60% (2/3)\n");
    expect(found).toHaveLength(2);
    expect(new Set(found).size).toBe(2);
  });
});

describe("options", () => {
  const names = async (options: Parameters<typeof checkText>[1]): Promise<string[]> =>
    (await diagnostics(REPORT, options)).map((one) => `${one.rule} ${one.severity}`);

  test.each([
    ["only", { only: ["placeholder"] }, ["placeholder warning"]],
    ["skip", { skip: ["placeholder", "total-mismatch"] }, ["percentage-mismatch error"]],
    ["an empty only", { only: [], skip: ["placeholder"] }, ["percentage-mismatch error", "total-mismatch error"]],
    [
      "severities",
      { severities: { placeholder: "off", "total-mismatch": "info" } as const },
      ["percentage-mismatch error", "total-mismatch info"],
    ],
  ])("%s", async (_, options, expected) => {
    expect(await names(options)).toEqual(expected);
  });
});

describe("severities of a number of lines", () => {
  test("depend on how far it is off", async () => {
    const repository = await makeRepository({
      commits: [{ name: "one", date: "2025-01-01T10:00:00Z", message: "One", files: { "src/a.ts": { lines: 200 } } }],
    });
    const severity = async (lines: number): Promise<string | undefined> =>
      (await diagnostics(`# A\n\n- \`src/a.ts\` (${lines} lines)\n`, { repository }))[0]?.severity;
    expect([await severity(201), await severity(206), await severity(290)]).toEqual([undefined, "warning", "error"]);
  });

  // DESIGN section 7: an error when off by more than 10%. The deviation is counted twice.
  test("8% are a warning", async () => {
    const repository = await makeRepository({
      commits: [{ name: "one", date: "2025-01-01T10:00:00Z", message: "One", files: { "src/a.ts": { lines: 200 } } }],
    });
    const [found] = await diagnostics("# A\n\n- `src/a.ts` (216 lines)\n", { repository });
    expect(found?.severity).toBe("warning");
  });
});

describe("coverage", () => {
  test("counts every claim once, and what cannot be told by its reason", async () => {
    const { result } = await checkText(`${REPORT}\nCommit \`4f1a9c2d\`, see [it](a/b.ts).\n`);
    const { claims, consistent, contradicted, cannotTell, reasons } = result.coverage;
    expect(consistent + contradicted + cannotTell).toBe(claims);
    expect(Object.values(reasons).reduce((a, b) => a + b, 0)).toBe(cannotTell);
    expect(reasons).toMatchObject({ "no-repository": 2 });
    expect(contradicted).toBe(2);
  });

  test("says when there is nothing in a file", async () => {
    expect((await checkText("# Poem\n\nRoses are red.\n")).result.notes).toEqual([
      "no item and no figure was found in it",
    ]);
    expect((await checkText(REPORT)).result.notes).toEqual([]);
  });
});

test("reports of one run do not see each other", async () => {
  const texts = [REPORT, "# Other\n\n1 of 3 tasks done\n", REPORT];
  const together = await checkReports(texts.map((text, i) => readReport(text, `${i}.md`)));
  const alone = await Promise.all(texts.map((text, i) => checkText(text, { path: `${i}.md` })));
  expect(together.map((one) => one.result)).toEqual(alone.map((one) => one.result));
  expect(together[1]?.result.diagnostics).toEqual([]);
});
