import type { Table } from "mdast";
import type { EvidenceCount, Readiness, ReadinessRow } from "../model/readiness.js";
import type { ItemColumn } from "../model/tables.js";
import { type Column, tableOf } from "./writer.js";

const MARKS: Readonly<Record<ReadinessRow["status"], string>> = {
  done: "✅ done",
  "in-progress": "🔄 in progress",
  partial: "🟡 partial",
  todo: "⬜ to do",
  blocked: "🚫 blocked",
  failed: "❌ failed",
  deferred: "⏸ deferred",
  unknown: "unknown",
};

const ITEM: Readonly<Record<ItemColumn, Column & { readonly cell: (row: ReadinessRow) => string }>> = {
  key: { header: "Key", cell: ({ key }) => key },
  title: { header: "Title", cell: ({ title }) => title },
  status: { header: "Status", cell: ({ status }) => MARKS[status] },
  percent: {
    header: "Percent",
    right: true,
    cell: ({ percent }) => (percent === undefined ? "" : `${Math.round(percent * 10) / 10}%`),
  },
  commits: { header: "Commits", right: true, cell: ({ commits }) => countText(commits) },
  files: { header: "Files", right: true, cell: ({ files }) => countText(files) },
  evidence: { header: "Evidence", cell: evidenceText },
  line: { header: "Line", right: true, cell: ({ line }) => String(line) },
};

/** Key, title, status and percent, as far as some item has one. Never evidence: a table is not to depend on git unasked. */
export function defaultItemColumns({ rows }: Readiness): ItemColumn[] {
  return [
    ...(rows.some(({ key, title }) => key !== title) ? ["key" as const] : []),
    "title",
    "status",
    ...(rows.some(({ percent }) => percent !== undefined) ? ["percent" as const] : []),
  ];
}

/** A row for each item of a report. */
export function itemTable(readiness: Readiness, columns: readonly ItemColumn[]): Table {
  // A title that stands for its key as well is written once.
  const named = columns.includes("key");
  const cell = (column: ItemColumn, row: ReadinessRow): string =>
    column === "title" && named && row.key === row.title ? "" : ITEM[column].cell(row);
  return tableOf(
    columns.map((column) => ITEM[column]),
    readiness.rows.map((row) => columns.map((column) => cell(column, row))),
  );
}

/** "2/2". */
function countText(count: EvidenceCount | undefined): string {
  return count ? `${count.found}/${count.cited}` : "";
}

/** "2/2 commits, 3/4 files". */
function evidenceText({ commits, files }: ReadinessRow): string {
  const part = (count: EvidenceCount | undefined, what: string): string[] =>
    count ? [`${countText(count)} ${what}`] : [];
  return [...part(commits, "commits"), ...part(files, "files")].join(", ");
}
