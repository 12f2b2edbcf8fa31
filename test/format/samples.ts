import type { Coverage, Diagnostic, FileResult } from "../../src/model/diagnostic.js";
import type { Readiness, ReadinessRow } from "../../src/model/readiness.js";

export const NOTHING_CLAIMED: Coverage = { claims: 0, consistent: 0, contradicted: 0, cannotTell: 0, reasons: {} };

export function diagnostic(given: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: "total-mismatch",
    severity: "error",
    line: 1,
    column: 15,
    endLine: 1,
    endColumn: 18,
    message: "26h does not match the rows above: 22h",
    stated: "26h",
    computed: "22h",
    derivation: "2 + 8 + 12 (rows marked done)",
    proof: null,
    changesConclusion: false,
    related: [],
    fix: null,
    fingerprint: "total-mismatch:1",
    ...given,
  };
}

export function result(given: Partial<FileResult> = {}): FileResult {
  return {
    path: "docs/STATUS.md",
    repositoryPath: "docs/STATUS.md",
    items: [],
    coverage: NOTHING_CLAIMED,
    diagnostics: [],
    hidden: { suppressed: 0, baselined: 0 },
    lines: ["| **Total** | 26h |"],
    lineStarts: [0],
    notes: [],
    ...given,
  };
}

export function row(key: string, title: string, given: Partial<ReadinessRow> = {}): ReadinessRow {
  return { key, title, status: "done", percent: undefined, commits: undefined, files: undefined, line: 1, ...given };
}

export function readiness(given: Partial<Readiness> = {}): Readiness {
  return {
    path: "docs/STATUS.md",
    title: "Harbour migration",
    rows: [],
    done: 0,
    total: 0,
    stated: undefined,
    computed: undefined,
    agrees: undefined,
    ...given,
  };
}
