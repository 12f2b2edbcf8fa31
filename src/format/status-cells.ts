import type { EvidenceCount, ReadinessRow } from "../model/readiness.js";
import type { Status } from "../model/status.js";
import { sanitize } from "./sanitize.js";
import { type Paint, statusPaint, type Theme } from "./theme.js";

/** A terminal gets signs that are one column wide everywhere; a pipe gets ASCII that greps well. */
const MARKS: Readonly<Record<Status, readonly [terminal: string, piped: string]>> = {
  done: ["✓", "[x]"],
  "in-progress": ["◐", "[~]"],
  partial: ["◑", "[~]"],
  todo: ["○", "[ ]"],
  blocked: ["■", "[!]"],
  failed: ["✗", "[!]"],
  deferred: ["–", "[-]"],
  unknown: ["?", "[?]"],
};

/** The texts of one row, made safe to print, without colour. */
export interface RowCells {
  readonly key: string;
  readonly title: string;
  readonly status: string;
  readonly percent: string;
  /** One piece for commits, one for files; empty when nothing is cited. */
  readonly evidence: readonly string[];
}

function evidence(count: EvidenceCount | undefined, noun: string): readonly string[] {
  if (count === undefined || count.cited === 0) return [];
  return [`${count.found}/${count.cited} ${count.cited === 1 ? noun : `${noun}s`}`];
}

export function rowCells({ key, title, status, percent, commits, files }: ReadinessRow, piped: boolean): RowCells {
  const [terminal, ascii] = MARKS[status];
  return {
    // Where the report gives no key, the title stands for it.
    key: key === title ? "" : sanitize(key),
    title: sanitize(title === "" ? key : title),
    status: `${piped ? ascii : terminal} ${status.replace("-", " ")}`,
    percent: percent === undefined ? "" : `${Math.round(percent * 10) / 10}%`,
    evidence: [...evidence(commits, "commit"), ...evidence(files, "file")],
  };
}

function complete(count: EvidenceCount | undefined): boolean {
  return count === undefined || count.found >= count.cited;
}

/** The paints of a row's status and of its evidence. */
export function rowPaints(row: ReadinessRow, theme: Theme): { readonly status: Paint; readonly evidence: Paint } {
  const whole = complete(row.commits) && complete(row.files);
  return { status: statusPaint(theme, row.status), evidence: whole ? theme.dim : theme.warning };
}
