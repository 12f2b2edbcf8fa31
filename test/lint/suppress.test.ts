import { describe, expect, test } from "vitest";
import type { CheckOptions } from "../../src/lint/check-reports.js";
import { rules } from "../../src/rules/index.js";
import { actualFindings, checkText } from "../helpers/check-text.js";
import { fixText } from "../helpers/fix-text.js";
import { makeRepository } from "../helpers/scenario.js";

const RULE = "percentage-mismatch";
const WRONG = "Progress: 60% (2 of 3)";

const found = async (text: string, options: CheckOptions = {}): Promise<string[]> =>
  actualFindings((await checkText(text, options)).result.diagnostics);

/** A comment with a reason. */
const comment = (kind: string, rule = RULE): string => `<!-- blockers-${kind} ${rule} -- agreed upon -->`;

describe("what a comment suppresses", () => {
  test.each([
    ["its own line", `${WRONG} ${comment("disable-line")}\n\n${WRONG}\n`, ["3 percentage-mismatch"]],
    ["the next line", `${comment("disable-next-line")}\n${WRONG}\n\n${WRONG}\n`, ["4 percentage-mismatch"]],
    ["the next line with text", `${comment("disable-next-line")}\n\n\n${WRONG}\n`, []],
    [
      "the line below a row of comments",
      `${comment("disable-next-line")}\n${comment("disable-next-line", "count-mismatch")}\n${WRONG}\n`,
      ["2 unused-suppression"],
    ],
    [
      "a block up to where it ends",
      `${WRONG}\n\n${comment("disable")}\n\n${WRONG}\n\n${WRONG}\n\n<!-- blockers-enable ${RULE} -->\n\n${WRONG}\n`,
      ["1 percentage-mismatch", "11 percentage-mismatch"],
    ],
    ["a block that any rule's end ends", `${comment("disable")}\n\n${WRONG}\n\n<!-- blockers-enable -->\n`, []],
    [
      "a block that the end of another rule's does not end",
      `${comment("disable")}\n\n<!-- blockers-enable count-mismatch -->\n\n${WRONG}\n`,
      ["3 unused-suppression"],
    ],
    ["all that follows, where nothing ends it", `${comment("disable")}\n\n${WRONG}\n\n## B\n\n${WRONG}\n`, []],
    ["the whole file, from wherever it stands", `${WRONG}\n\n## B\n\n${WRONG}\n\n${comment("disable-file")}\n`, []],
    [
      "no other rule",
      `${comment("disable-file", "count-mismatch")}\n\n${WRONG}\n`,
      ["1 unused-suppression", "3 percentage-mismatch"],
    ],
    ["a cell's line", `| A |\n|---|\n| 60% (2 of 3) ${comment("disable-line")} |\n`, []],
    ["an entry of a list", `- ${WRONG} ${comment("disable-line")}\n- Opened\n`, []],
    [
      "an entry, from between two",
      `- Opened\n${comment("disable-next-line")}\n- ${WRONG}\n- ${WRONG}\n`,
      ["4 percentage-mismatch"],
    ],
  ])("%s", async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  test("is counted, and has no fix", async () => {
    const text = `${comment("disable-next-line")}\n${WRONG}\n`;
    const { result } = await checkText(text);
    expect(result.hidden).toEqual({ suppressed: 1, baselined: 0 });
    expect((await fixText(text, { unsafe: true })).text).toBe(text);
    expect((await fixText(`${WRONG}\n`)).text).not.toBe(`${WRONG}\n`);
  });

  test("is found all the same where comments do not count, and nothing is said of them", async () => {
    const text = `${comment("disable-next-line")}\n${WRONG}\n\n<!-- blockers-disable -->\n`;
    const { result } = await checkText(text, { inlineConfig: false });
    expect(actualFindings(result.diagnostics)).toEqual(["2 percentage-mismatch"]);
    expect(result.hidden.suppressed).toBe(0);
  });

  test("leaves the fingerprints of other findings as they are", async () => {
    const plain = (await checkText(`A: 60% (2/3)\n\nA: 60% (2/3)\n`)).result.diagnostics;
    const [other, ...none] = (await checkText(`A: 60% (2/3) ${comment("disable-line")}\n\nA: 60% (2/3)\n`)).result
      .diagnostics;
    expect(none).toEqual([]);
    expect(other?.fingerprint).toBe(plain[1]?.fingerprint);
  });
});

describe("of two comments for one finding", () => {
  test("the nearer one is of use", async () => {
    const text = `${comment("disable-file")}\n\n${comment("disable")}\n\n${WRONG} ${comment("disable-line")}\n`;
    expect(await found(text)).toEqual(["1 unused-suppression", "3 unused-suppression"]);
  });
});

describe("a comment without a use is not told of", () => {
  const unused = `${comment("disable-file")}\n\nAll of 3 done.\n`;

  test("where its rule did not run", async () => {
    expect(await found(unused)).toEqual(["1 unused-suppression"]);
    expect(await found(unused, { skip: [RULE] })).toEqual([]);
    expect(await found(unused, { severities: { [RULE]: "off" } })).toEqual([]);
    expect(await found(unused, { only: ["unused-suppression"] })).toEqual([]);
  });

  test("where its rule asks git, and git was not asked, or for another revision", async () => {
    const text = `# A\n\n${comment("disable-file", "file-not-found")}\n\nSee [it](src/a.ts).\n`;
    const repository = await makeRepository({
      commits: [{ name: "one", date: "2025-01-01T10:00:00Z", message: "One", files: { "src/a.ts": { lines: 2 } } }],
    });
    const now = { repository, asOf: undefined } as const;
    expect(await found(text, now as object)).toEqual(["3 unused-suppression"]);
    expect(await found(text, { repository, asOf: "HEAD" } as object)).toEqual([]);
    expect(await found(text)).toEqual([]);
  });

  test("where its rule asks whether a report of a past day is current", async () => {
    const text = `${comment("disable-file", "stale-report, stale-readiness-table")}\n\nAll of 3 done.\n`;
    const options = {
      severities: { "stale-report": "warning" },
      only: ["unused-suppression", "stale-readiness-table"],
    } as const;
    expect(await found(text, options)).toEqual(["1 unused-suppression"]);
    expect(await found(text, { ...options, frozen: () => true })).toEqual([]);
  });

  test("where the configuration switches it off", async () => {
    expect(await found(unused, { severities: { "unused-suppression": "off" } })).toEqual([]);
  });
});

describe("what is said of comments", () => {
  const messages = async (text: string): Promise<string[]> =>
    (await checkText(text)).result.diagnostics
      .filter(({ rule }) => rule === "unused-suppression")
      .map(({ message }) => message);

  test.each([
    [
      comment("disable-line", "percentage-missmatch"),
      /no rule "percentage-missmatch"; did you mean "percentage-mismatch"/,
    ],
    [comment("disable-lines"), /"blockers-disable-lines" means nothing.*did you mean "blockers-disable-line"/],
    [`<!-- blockers-disable-line ${RULE} the plan differs -->`, /gives no reason/],
    [`<!-- blockers-disable-line ${RULE} -- -->`, /gives no reason/],
    ["<!-- blockers-disable-line -- the plan differs -->", /names no rule/],
    ["<!-- blockers-disable-line -->", /names no rule/],
    ["<!-- blockers-enable count-mismatch -->", /"count-mismatch" is not disabled here/],
    [comment("disable-line", "unused-suppression"), /only by the configuration/],
    [comment("disable-line", "count-mismatch"), /"count-mismatch" finds nothing here/],
    ["<!-- blockers-\u{1b}[31m -->", /means nothing/],
  ])("%s", async (text, expected) => {
    const [message, ...others] = await messages(`Opened ${text}\n`);
    expect(message).toMatch(expected);
    expect(others).toEqual([]);
  });
});

describe("an unused comment goes with --unsafe alone", () => {
  const fixed = async (text: string): Promise<string> => (await fixText(text, { unsafe: true })).text;

  test.each([
    ["with its line", `A\n\n${comment("disable-file")}\nB\n`, "A\n\nB\n"],
    ["with the blanks before it", `A  ${comment("disable-line")}\nB\n`, "A\nB\n"],
    ["and nothing else", `A ${comment("disable-line")} B\n`, "A B\n"],
    ["at the end of a file without a line end", `A\n\n${comment("disable-file")}`, "A\n\n"],
    ["with Windows line ends", `A\r\n\r\n${comment("disable-file")}\r\nB\r\n`, "A\r\n\r\nB\r\n"],
  ])("%s", async (_, text, expected) => {
    expect((await fixText(text)).text).toBe(text);
    expect(await fixed(text)).toBe(expected);
    expect(await fixed(expected)).toBe(expected);
  });

  test("a comment for two rules stays while one is of use", async () => {
    const text = `${comment("disable-next-line", `${RULE}, count-mismatch`)}\n${WRONG}\n`;
    expect(await fixed(text)).toBe(text);
  });
});

test("every rule but the one on comments can be suppressed by its name", async () => {
  const text = rules.map(({ id }) => `${comment("disable-file", id)}\n`).join("");
  const { result } = await checkText(text);
  expect(result.diagnostics.map(({ message }) => message).filter((one) => one.includes("there is no rule"))).toEqual(
    [],
  );
});
