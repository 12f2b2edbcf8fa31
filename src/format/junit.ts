import type { Diagnostic, FileResult } from "../model/diagnostic.js";
import { detailsOf, inOrder } from "./findings.js";
import type { CheckFormatOptions } from "./options.js";
import { innerPath } from "./report-path.js";
import { sanitize } from "./sanitize.js";
import { plural } from "./summary.js";
import { withoutCommands } from "./workflow-commands.js";

const RANK = { info: 0, warning: 1, error: 2, never: 3 } as const;

type FailOn = CheckFormatOptions["failOn"];

/** A test case as XML, and what it counts as. */
interface TestCase {
  readonly xml: string;
  readonly outcome: "passed" | "failed" | "skipped";
}

/**
 * JUnit's XML: a suite for each report. In it a case for the figures that match, one for each finding, which fails where
 * it makes the run fail, and a skipped one for each reason why figures could not be checked. Never raises.
 */
export function formatJunit(results: readonly FileResult[], { tool, failOn }: CheckFormatOptions): string {
  const suites = results.map((result) => ({ result, cases: casesOf(result, failOn) }));
  const all = counts(suites.flatMap(({ cases }) => cases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: tool.name, ...all })}>`,
    ...suites.flatMap(({ result, cases }) => suite(result, cases)),
    "</testsuites>",
    "",
  ].join("\n");
}

function counts(cases: readonly TestCase[]): Readonly<Record<string, number>> {
  const count = (outcome: TestCase["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  return { tests: cases.length, failures: count("failed"), errors: 0, skipped: count("skipped") };
}

function suite(result: FileResult, cases: readonly TestCase[]): readonly string[] {
  const { coverage, hidden } = result;
  const { claims, consistent, contradicted, cannotTell } = coverage;
  const properties = { claims, consistent, contradicted, cannotTell, ...hidden };
  return [
    `  <testsuite${attributes({ name: result.path, ...counts(cases) })}>`,
    "    <properties>",
    ...Object.entries(properties).map(([name, value]) => `      <property${attributes({ name, value })}/>`),
    "    </properties>",
    ...cases.map(({ xml }) => xml),
    "  </testsuite>",
  ];
}

function casesOf(result: FileResult, failOn: FailOn): readonly TestCase[] {
  const { coverage, notes } = result;
  const checked = coverage.consistent + coverage.contradicted;
  const told = [`${coverage.consistent} of ${plural(checked, "checked figure")} match`, ...notes];
  const figures = { classname: result.path, name: "figures", file: innerPath(result) };
  return [
    checked > 0
      ? passed(figures, told)
      : skipped(figures, coverage.claims > 0 ? "none could be checked" : "no figures found to check"),
    ...inOrder([result]).map(({ diagnostic }) => finding(result, diagnostic, failOn)),
    ...Object.entries(coverage.reasons)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([reason, count]) =>
        skipped({ ...figures, name: `cannot tell: ${reason.replaceAll("-", " ")}` }, plural(count, "figure")),
      ),
  ];
}

function finding(result: FileResult, diagnostic: Diagnostic, failOn: FailOn): TestCase {
  const { rule, severity, line, message } = diagnostic;
  const about = { classname: result.path, name: `${rule}: ${message}`, file: innerPath(result), line };
  const lines = [
    `${result.path}:${line}:${diagnostic.column}: ${severity}: ${message}`,
    ...detailsOf(diagnostic).map(([label, text]) => `${label}: ${text}`),
  ];
  if (RANK[severity] < RANK[failOn]) return passed(about, lines);
  const failure = `      <failure${attributes({ message, type: rule })}>${content(lines)}</failure>`;
  return { xml: testCase(about, [failure]), outcome: "failed" };
}

type Attributes = Readonly<Record<string, string | number>>;

function passed(about: Attributes, lines: readonly string[]): TestCase {
  return { xml: testCase(about, [`      <system-out>${content(lines)}</system-out>`]), outcome: "passed" };
}

function skipped(about: Attributes, message: string): TestCase {
  return { xml: testCase(about, [`      <skipped${attributes({ message })}/>`]), outcome: "skipped" };
}

function testCase(about: Attributes, children: readonly string[]): string {
  return [`    <testcase${attributes(about)}>`, ...children, "    </testcase>"].join("\n");
}

function attributes(values: Attributes): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");
}

function content(lines: readonly string[]): string {
  return lines.map(escapeXml).join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** XML has no way to write control characters, which are shown, nor U+FFFE and U+FFFF. What starts a line is no command. */
function escapeXml(text: string): string {
  const shown = sanitize(text)
    .replace(/[\u{fffe}\u{ffff}]/gu, "\u{fffd}")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  return withoutCommands(shown, "&#58;", "&#91;");
}
