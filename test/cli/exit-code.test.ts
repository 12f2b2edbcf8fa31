import { expect, test } from "vitest";
import { exitCodeOf } from "../../src/cli/exit-code.js";
import type { Diagnostic, FileResult, Severity } from "../../src/model/diagnostic.js";

function result(severities: readonly Severity[], reasons: Readonly<Record<string, number>> = {}): FileResult {
  const cannotTell = Object.values(reasons).reduce((sum, count) => sum + count, 0);
  return {
    path: "STATUS.md",
    repositoryPath: "STATUS.md",
    items: [],
    coverage: { claims: cannotTell, consistent: 0, contradicted: 0, cannotTell, reasons },
    diagnostics: severities.map((severity): Diagnostic => {
      const nowhere = { line: 1, column: 1, endLine: 1, endColumn: 2 };
      const silent = { stated: null, computed: null, derivation: null, proof: null, fix: null };
      const rest = { rule: "x", message: "x", changesConclusion: false, related: [], fingerprint: "x" };
      return { severity, ...nowhere, ...silent, ...rest };
    }),
    hidden: { suppressed: 0, baselined: 0 },
    lines: [],
    lineStarts: [0],
    notes: [],
  };
}

test.each([
  [[], "error", 0],
  [["error"], "error", 1],
  [["warning", "info"], "error", 0],
  [["warning"], "warning", 1],
  [["info"], "warning", 0],
  [["info"], "info", 1],
  [["error"], "never", 0],
] as const)("findings %j with --fail-on %s: %d", (severities, failOn, expected) => {
  expect(exitCodeOf([result([]), result(severities)], { failOn, requireEvidence: false })).toBe(expected);
});

test.each([
  ["no repository", [], { "no-repository": 2 }, 3],
  ["a shallow clone", [], { "shallow-clone": 1 }, 3],
  ["a wording nobody could check", [], { "no-subject": 4, "ambiguous-scope": 1 }, 0],
  ["a finding comes first", ["error"], { "no-repository": 1 }, 1],
] as const)("--require-evidence: %s", (_, severities, reasons, expected) => {
  expect(exitCodeOf([result(severities, reasons)], { failOn: "error", requireEvidence: true })).toBe(expected);
});

test.each([
  [["warning", "warning"], 1, "error", 1],
  [["warning", "warning"], 2, "error", 0],
  [["warning"], 0, "never", 1],
  [["info", "info"], 0, "error", 0],
  [["error"], 5, "error", 1],
] as const)("findings %j with --max-warnings %d and --fail-on %s: %d", (severities, maxWarnings, failOn, expected) => {
  expect(exitCodeOf([result(severities), result([])], { failOn, requireEvidence: false, maxWarnings })).toBe(expected);
});

test("missing evidence alone is no failure", () => {
  expect(exitCodeOf([result([], { "no-repository": 2 })], { failOn: "error", requireEvidence: false })).toBe(0);
});
