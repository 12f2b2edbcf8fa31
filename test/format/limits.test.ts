import { describe, expect, test } from "vitest";
import { formatConcise } from "../../src/format/concise.js";
import { formatGithub } from "../../src/format/github.js";
import { checkOutput } from "../../src/format/json-check.js";
import { formatJsonLines } from "../../src/format/jsonl.js";
import { formatJunit } from "../../src/format/junit.js";
import { formatMarkdown } from "../../src/format/markdown.js";
import type { CheckFormatOptions } from "../../src/format/options.js";
import { formatSarif } from "../../src/format/sarif.js";
import { formatCheck } from "../../src/format/text-check.js";
import type { Diagnostic, FileResult, Severity } from "../../src/model/diagnostic.js";
import { refusedJunit, refusedSarif, workflowCommands } from "../helpers/consumers.js";
import { diagnostic, result } from "./samples.js";

const tool = { name: "blockers", version: "0.1.0" };
const options: CheckFormatOptions = {
  ...{ tool, color: false, width: undefined, maxFindings: undefined },
  ...{ failOn: "error", failed: false },
};

function finding(line: number, severity: Severity, given: Partial<Diagnostic> = {}): Diagnostic {
  return diagnostic({ line, endLine: line, severity, message: `finding ${line}`, fingerprint: `${line}`, ...given });
}

/** An info, a warning, an error, an error, an error that changes the conclusion. */
const mixed = result({
  diagnostics: [
    ...[finding(1, "info"), finding(2, "warning"), finding(3, "error"), finding(4, "error")],
    finding(5, "error", { changesConclusion: true }),
  ],
});

describe("of many findings", () => {
  const linesOf = (text: string) => [...text.matchAll(/finding (\d+)/g)].map(([, line]) => Number(line));

  test.each([
    [1, [5]],
    [2, [3, 5]],
    [4, [2, 3, 4, 5]],
    [5, [1, 2, 3, 4, 5]],
  ])("the worst %d are kept, in the order of the file", (maxFindings, lines) => {
    const left = 5 - lines.length;
    const more = `and ${left} more ${left === 1 ? "finding" : "findings"}`;
    for (const text of [formatConcise([mixed], maxFindings), formatCheck([mixed], { ...options, maxFindings })]) {
      expect(linesOf(text)).toEqual(lines);
      if (left > 0) expect(text).toContain(`${more}\n`);
      else expect(text).not.toContain("more finding");
    }
    const { files, summary } = checkOutput([mixed], tool, maxFindings);
    expect(files[0]?.diagnostics.map(({ line }) => line)).toEqual(lines);
    expect(summary).toMatchObject({ errors: 3, warnings: 1, infos: 1, omitted: left });
    expect(JSON.parse(formatJsonLines([mixed], tool, maxFindings).trimEnd().split("\n").at(-1) ?? "")).toMatchObject({
      omitted: left,
    });
  });

  test("text sums up all of them, shown or not", () => {
    expect(formatCheck([mixed], { ...options, maxFindings: 1 })).toContain("3 errors, 1 warning, 1 info in 1 report");
  });
});

describe("annotations", () => {
  const many = (count: number, severity: Severity) =>
    result({ diagnostics: Array.from({ length: count }, (_, index) => finding(index + 1, severity)) });

  test.each([
    [9, 9, undefined],
    [10, 10, "1 more warning in the log"],
    [40, 10, "31 more warnings in the log"],
  ])("of %d findings of a level there are %d", (count, expected, last) => {
    const commands = workflowCommands(formatGithub([many(count, "warning"), many(1, "error")], options));
    const warnings = commands.filter(({ name }) => name === "warning");
    expect(warnings).toHaveLength(expected);
    if (last !== undefined) expect(warnings.at(-1)?.data).toBe(last);
    expect(commands.filter(({ name }) => name === "error")).toHaveLength(1);
  });

  test("over several lines have no columns", () => {
    const long = result({ diagnostics: [finding(1, "error", { endLine: 3 })] });
    const [command] = workflowCommands(formatGithub([long], options));
    expect(Object.keys(command?.properties ?? {})).toEqual(["file", "line", "endLine", "title"]);
  });
});

test("SARIF keeps the worst 5,000 and says how many it leaves out", () => {
  const infos = Array.from({ length: 5010 }, (_, index) => finding(index + 1, "info"));
  const text = formatSarif([result({ diagnostics: [...infos, finding(6000, "error")] })], options);
  expect(refusedSarif(text)).toEqual([]);
  const [{ results, invocations }] = JSON.parse(text).runs;
  expect(results).toHaveLength(5000);
  expect(results.at(-1).level).toBe("error");
  expect(invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^11 more findings are left out/);
});

describe("a job summary", () => {
  const long = (path: string, count: number): FileResult =>
    result({
      path,
      diagnostics: Array.from({ length: count }, (_, index) =>
        finding(index + 1, "error", { derivation: "é".repeat(2000) }),
      ),
    });

  test("of many reports stays below 900 KiB, and says how many are left out", () => {
    const text = formatMarkdown(Array.from({ length: 40 }, (_, index) => long(`${index}.md`, 10)));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900 * 1024);
    const shown = text.match(/^### /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(15);
    expect(text).toMatch(new RegExp(`\\n${40 - shown} more reports left out: the summary would be too long.\\n$`));
    expect(text.match(/^- \*\*error\*\*/gm)?.length).toBe((text.match(/ {2}- because: `é{2000}`$/gm) ?? []).length);
  });

  test("of one long report holds what there is room for", () => {
    const text = formatMarkdown([long("a.md", 400)]);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900 * 1024);
    expect(text).toMatch(/\n- and \d+ more findings, left out: the summary would be too long\n$/);
  });
});

describe("JUnit", () => {
  const outcomes = (failOn: CheckFormatOptions["failOn"]) => {
    const text = formatJunit([mixed], { ...options, failOn });
    expect(refusedJunit(text)).toEqual([]);
    return text.match(/<failure /g)?.length ?? 0;
  };

  test.each([
    ["never", 0],
    ["error", 3],
    ["warning", 4],
    ["info", 5],
  ] as const)("fails with --fail-on %s what makes the run fail", (failOn, failures) => {
    expect(outcomes(failOn)).toBe(failures);
  });

  test("skips what cannot be told, by reason, and counts what is hidden", () => {
    const coverage = {
      ...{ claims: 5, consistent: 1, contradicted: 0, cannotTell: 4 },
      reasons: { "shallow-clone": 3, "no-subject": 1 },
    };
    const text = formatJunit([result({ coverage, hidden: { suppressed: 2, baselined: 1 } })], options);
    expect(text).toContain(
      'name="cannot tell: shallow clone" file="docs/STATUS.md">\n      <skipped message="3 figures"/>',
    );
    expect(text).toContain('<property name="suppressed" value="2"/>');
    expect(text).toContain('<property name="baselined" value="1"/>');
  });
});

test("SARIF counts what is hidden, and jsonl does", () => {
  const hidden = { suppressed: 2, baselined: 1 };
  expect(JSON.parse(formatSarif([result({ hidden })], options)).runs[0].properties.hidden).toEqual(hidden);
  expect(JSON.parse(formatJsonLines([result({ hidden })], tool))).toMatchObject({ type: "summary", hidden });
});
