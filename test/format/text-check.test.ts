import { describe, expect, it } from "vitest";
import { measure } from "../../src/format/measure.js";
import { formatCheck } from "../../src/format/text-check.js";
import { diagnostic, result } from "./samples.js";

const PIPED = { color: false, width: undefined };
const NARROW = { color: false, width: 80 };

describe("formatCheck", () => {
  it("shows the line, the figure and how it was computed", () => {
    const found = diagnostic({
      related: [{ line: 3, text: "| 1 | Cranes | 2h |" }],
      proof: "git show b32a4d7 --stat",
      changesConclusion: true,
      fix: { title: "write 22h", safety: "safe", edits: [] },
    });
    const coverage = {
      claims: 9,
      consistent: 5,
      contradicted: 1,
      cannotTell: 3,
      reasons: { "no-subject": 2, "no-repository": 1 },
    };
    expect(formatCheck([result({ diagnostics: [found], coverage })], PIPED)).toBe(`\
docs/STATUS.md:1:15  error  total-mismatch  26h does not match the rows above: 22h
  1 | | **Total** | 26h |
    |               ^^^
      stated    26h
      computed  22h
      because   2 + 8 + 12 (rows marked done)
      line 3    | 1 | Cranes | 2h |
      note      this changes the report's conclusion
      prove     git show b32a4d7 --stat
      fix       write 22h

1 error in 1 report; checked 6 of 9 figures, 3 cannot tell (2 no subject, 1 no repository); "blockers fix" puts 1 right
`);
  });

  it("sorts by place and separates findings by a blank line", () => {
    const lines = ["a 1", "b 2", "c 3"];
    const at = (line: number) => diagnostic({ line, endLine: line, column: 3, endColumn: 4, severity: "warning" });
    const output = formatCheck([result({ lines, diagnostics: [at(3), at(1)] }), result({ path: "x.md" })], PIPED);
    expect(output.match(/^docs.*:\d+:\d+/gm)).toEqual(["docs/STATUS.md:1:3", "docs/STATUS.md:3:3"]);
    expect(output.split("\n\n")).toHaveLength(3);
    expect(output).toContain("2 warnings in 1 of 2 reports; no figures found to check\n");
  });

  it("measures tabs, emoji and wide characters before the figure", () => {
    const text = "\t✅ 霧: 26h";
    const column = text.indexOf("26h") + 1;
    const output = formatCheck(
      [result({ lines: [text], diagnostics: [diagnostic({ column, endColumn: column + 3 })] })],
      PIPED,
    );
    const [, source = "", carets = ""] = output.split("\n");
    expect(measure(source.slice(0, source.indexOf("26h")))).toBe(carets.indexOf("^"));
  });

  it("keeps the figure in view when the line is longer than the terminal", () => {
    const text = `${"before ".repeat(30)}26h${" after".repeat(30)}`;
    const column = text.indexOf("26h") + 1;
    const output = formatCheck(
      [result({ lines: [text], diagnostics: [diagnostic({ column, endColumn: column + 3 })] })],
      NARROW,
    );
    const [, , source = "", carets = ""] = output.split("\n");
    expect(source).toMatch(/^ {2}1 \| ….* 26h .*…$/);
    expect(source.indexOf("26h")).toBe(carets.indexOf("^^^"));
    for (const line of output.split("\n")) expect(measure(line)).toBeLessThanOrEqual(80);
    expect(
      formatCheck([result({ lines: [text], diagnostics: [diagnostic({ column, endColumn: column + 3 })] })], PIPED),
    ).toContain(text);
  });

  it("puts the message on its own line where it does not fit beside the place", () => {
    const message = "100% does not match what the table says: four of the five cranes are done";
    const [first, second] = formatCheck([result({ diagnostics: [diagnostic({ message })] })], NARROW).split("\n");
    expect(first).toBe("docs/STATUS.md:1:15  error  total-mismatch");
    expect(second).toBe(`  ${message}`);
  });

  it("never prints a control character of a report", () => {
    const bad = "\u{1b}[2J\u{202e}\u{9b}1m\r";
    const found = diagnostic({
      message: bad,
      stated: bad,
      computed: bad,
      derivation: bad,
      proof: bad,
      rule: "x",
      related: [{ line: 1, text: bad }],
      fix: { title: bad, safety: "unsafe", edits: [] },
    });
    const output = formatCheck(
      [result({ path: bad, lines: [`${bad}26h${bad}`], diagnostics: [found], notes: [bad] })],
      PIPED,
    );
    expect(output.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u{202e}]/u);
  });

  it("survives places that do not exist and figures of several lines", () => {
    expect(() => formatCheck([result({ diagnostics: [diagnostic({ line: 99, endLine: 99 })] })], NARROW)).not.toThrow();
    const open = diagnostic({ line: 1, endLine: 2, column: 3, endColumn: 2 });
    expect(formatCheck([result({ diagnostics: [open] })], PIPED)).toContain("    |   ^^^^^^^^^^^^^^^^^\n");
    const inside = diagnostic({ column: 2, endColumn: 2 });
    expect(formatCheck([result({ lines: ["🔴 x"], diagnostics: [inside] })], PIPED)).toContain("1 | 🔴 x\n    | ^");
  });

  it("colours only when asked to", () => {
    const results = [result({ diagnostics: [diagnostic()] })];
    expect(formatCheck(results, { color: true, width: 80 })).toContain("\u{1b}[31m");
    expect(formatCheck(results, NARROW)).not.toContain("\u{1b}");
    const plain = formatCheck(results, { color: true, width: 80 }).replaceAll(new RegExp("\u{1b}\\[\\d+m", "g"), "");
    expect(plain).toBe(formatCheck(results, NARROW));
  });
});

describe("the line that sums up", () => {
  const coverage = { claims: 3, consistent: 3, contradicted: 0, cannotTell: 0, reasons: {} };
  const blind = { claims: 2, consistent: 0, contradicted: 0, cannotTell: 2, reasons: { "no-repository": 2 } };

  it.each([
    [[result({ coverage })], "docs/STATUS.md agrees: checked 3 of 3 figures"],
    [[result({ coverage }), result({ coverage })], "2 reports agree: checked 6 of 6 figures"],
    [[result({ coverage: blind })], "docs/STATUS.md: none of 2 figures could be checked (2 no repository)"],
    [[result()], "docs/STATUS.md: no figures found to check"],
    [
      [result({ coverage }), result({ coverage: blind })],
      "1 of 2 reports agrees, nothing could be checked in 1: checked 3 of 5 figures, 2 cannot tell (2 no repository)",
    ],
    [[], "no reports to check"],
  ])("never claims more than was looked at (%#)", (results, line) => {
    expect(formatCheck(results, PIPED)).toBe(`${line}\n`);
  });

  it("gives notes of a report their own lines", () => {
    const output = formatCheck([result({ coverage, notes: ["two tables have no header"] })], PIPED);
    expect(output).toBe(
      "docs/STATUS.md  note  two tables have no header\n\ndocs/STATUS.md agrees: checked 3 of 3 figures\n",
    );
  });
});
