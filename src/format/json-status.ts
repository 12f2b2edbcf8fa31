import type { EvidenceCount, Readiness, ReadinessRow } from "../model/readiness.js";
import { sanitizeJson } from "./sanitize.js";
import type { StatusOutput } from "./schema.js";

type Report = StatusOutput["reports"][number];

function orderEvidence(count: EvidenceCount | undefined): Report["rows"][number]["commits"] {
  return count === undefined ? null : { found: count.found, cited: count.cited };
}

function orderRow({ key, title, status, percent, line, commits, files }: ReadinessRow): Report["rows"][number] {
  return {
    key,
    title,
    status,
    percent: percent ?? null,
    line,
    commits: orderEvidence(commits),
    files: orderEvidence(files),
  };
}

function orderReport({ path, title, rows, done, total, stated, computed, agrees }: Readiness): Report {
  return {
    path,
    title,
    rows: rows.map(orderRow),
    done,
    total,
    stated: stated === undefined ? null : { text: stated.text, line: stated.line },
    computed: computed ?? null,
    agrees: agrees ?? null,
  };
}

/** Readiness tables as plain data, as {@link statusOutputSchema} describes it. */
export function statusOutput(readinesses: readonly Readiness[]): StatusOutput {
  const sum = (of: (readiness: Readiness) => number) => readinesses.reduce((total, one) => total + of(one), 0);
  return {
    schemaVersion: 1,
    reports: readinesses.map(orderReport),
    summary: { reports: readinesses.length, done: sum(({ done }) => done), total: sum(({ total }) => total) },
  };
}

/** Readiness tables as JSON: keys in a fixed order, two spaces, a line end. Never raises. */
export function formatStatusJson(readinesses: readonly Readiness[]): string {
  return `${sanitizeJson(JSON.stringify(statusOutput(readinesses), null, 2))}\n`;
}
