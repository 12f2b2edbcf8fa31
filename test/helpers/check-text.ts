import { Buffer } from "node:buffer";
import { openHistory } from "../../src/git/open.js";
import { type CheckedReport, type CheckOptions, checkReports } from "../../src/lint/check-reports.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { Report } from "../../src/model/report.js";
import { parseReport } from "../../src/parse/parse-report.js";
import { decode } from "../../src/source/decode.js";
import type { TestRepository } from "./scenario.js";

/** Reads a text as the program does. */
export function readReport(content: Uint8Array | string, path = "STATUS.md"): Report {
  return parseReport(decode(typeof content === "string" ? Buffer.from(content) : content, path));
}

/** Checks one text; with a repository as it was at `asOf`, the last commit by default. */
export async function checkText(
  content: Uint8Array | string,
  options: CheckOptions & { readonly path?: string; readonly repository?: TestRepository | undefined } = {},
): Promise<CheckedReport> {
  const { path, repository, ...rest } = options;
  const report = readReport(content, path);
  if (!repository) return only(await checkReports([report], rest));
  const history = await openHistory({ cwd: repository.path });
  try {
    return only(await checkReports([report], { asOf: "HEAD", ...rest, history }));
  } finally {
    await history.close();
  }
}

function only(checked: readonly CheckedReport[]): CheckedReport {
  const [first] = checked;
  if (!first || checked.length > 1) throw new Error(`${checked.length} results for one report`);
  return first;
}

/** Puts the first nine digits of commits in the place of `{{name}}`. */
export function fillIn(text: string, repository: TestRepository): string {
  return text.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => repository.id(name).slice(0, 9));
}

const MARKER = /<!-- expect(?: \+(\d+))?: ([a-z-]+(?:, [a-z-]+)*) -->/g;

/** What the markers of a fixture promise, as "LINE RULE", in order. */
export function expectedFindings(text: string): string[] {
  const found = text
    .split(/\r\n|\n|\r/)
    .flatMap((line, index) =>
      [...line.matchAll(MARKER)].flatMap(([, further = "0", ids = ""]) =>
        ids.split(", ").map((rule) => ({ line: index + 1 + Number(further), rule })),
      ),
    );
  return found.sort((a, b) => a.line - b.line || compare(a.rule, b.rule)).map(({ line, rule }) => `${line} ${rule}`);
}

/** Errors and warnings as "LINE RULE", in order; a rule that speaks twice of one line is named twice. */
export function actualFindings(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .filter((one) => one.severity !== "info")
    .sort((a, b) => a.line - b.line || compare(a.rule, b.rule))
    .map(({ line, rule }) => `${line} ${rule}`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
