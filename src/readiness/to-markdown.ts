import type { RootContent, Table, TableRow } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { remark } from "remark";
import stringWidth from "string-width";
import type { Processor } from "unified";
import type { EvidenceCount, Readiness, ReadinessRow } from "../model/readiness.js";

/** Tables aligned by what a terminal shows, so that East Asian text and emoji keep their columns straight. */
function tables(this: Processor): void {
  this.data().toMarkdownExtensions = [gfmTableToMarkdown({ stringLength: stringWidth })];
}

const writer = remark().use(tables).freeze();
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

/** The readiness tables of reports as markdown, a heading each; text from reports is escaped by the writer. */
export function readinessToMarkdown(readinesses: readonly Readiness[]): string {
  const children = readinesses.flatMap((r): RootContent[] => [
    { type: "heading", depth: 2, children: [{ type: "text", value: r.title || r.path }] },
    ...(r.rows.length > 0 ? [table(r)] : []),
    { type: "paragraph", children: [{ type: "text", value: footer(r) }] },
  ]);
  return writer.stringify({ type: "root", children });
}

function table(readiness: Readiness): Table {
  const evidence = readiness.rows.some((r) => r.commits ?? r.files);
  const percent = readiness.rows.some((r) => r.percent !== undefined);
  const header = ["Key", "Title", "Status", ...(percent ? ["Percent"] : []), ...(evidence ? ["Evidence"] : [])];
  const rows = readiness.rows.map((r) => [
    r.key,
    r.key === r.title ? "" : r.title,
    MARKS[r.status],
    ...(percent ? [r.percent === undefined ? "" : `${r.percent}%`] : []),
    ...(evidence ? [evidenceText(r)] : []),
  ]);
  return {
    type: "table",
    align: header.map((h) => (h === "Percent" ? "right" : null)),
    children: [header, ...rows].map(row),
  };
}

function row(cells: readonly string[]): TableRow {
  return {
    type: "tableRow",
    children: cells.map((value) => ({ type: "tableCell", children: [{ type: "text", value }] })),
  };
}

/** "2/2 commits, 3/4 files". */
function evidenceText({ commits, files }: ReadinessRow): string {
  const part = (count: EvidenceCount | undefined, what: string): string[] =>
    count ? [`${count.found}/${count.cited} ${what}`] : [];
  return [...part(commits, "commits"), ...part(files, "files")].join(", ");
}

function footer(r: Readiness): string {
  const stated = r.stated ? `Stated: ${r.stated.text} (line ${r.stated.line}). ` : "";
  const agrees = r.agrees === undefined ? "" : r.agrees ? " They agree." : " They do not agree.";
  return `${stated}${r.computed ? `Computed: ${r.computed}.${r.stated ? agrees : ""}` : "No item was found."}`;
}
