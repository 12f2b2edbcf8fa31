import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Readiness } from "../model/readiness.js";
import type { GeneratedBlock } from "../model/report.js";
import {
  DEFAULT_TEMPLATE,
  type ItemColumn,
  type ReportColumn,
  type TableKind,
  type TableLayout,
} from "../model/tables.js";
import { figuresOf, percentText, summaryText } from "./figures.js";
import { defaultItemColumns, itemTable } from "./item-table.js";
import { DEFAULT_REPORT_COLUMNS, type ListedReport, reportTable } from "./report-table.js";
import { type Filling, fillTemplate } from "./template.js";

/** What a table is made from: the items of one report, or several reports. */
export type TableSource =
  | { readonly kind: "items"; readonly readiness: Readiness }
  | { readonly kind: "reports"; readonly reports: readonly ListedReport[] };

/** Counts up when the same layout and the same sources come to give another text. */
const VERSION = 1;

/**
 * The table as markdown, in its template, lines ending in `\n` and none at its end. The columns of the layout must be
 * those of the kind, its template one without a fault.
 */
export function tableText(source: TableSource, layout: TableLayout): string {
  return fillTemplate(layout.template ?? DEFAULT_TEMPLATE, fillingOf(source, layout));
}

function fillingOf(source: TableSource, { columns }: TableLayout): Filling {
  const listed = source.kind === "items" ? [source.readiness] : source.reports.map(({ readiness }) => readiness);
  const figures = figuresOf(listed);
  return {
    table: source.kind === "items" ? tableOfItems(source.readiness, columns) : tableOfReports(source.reports, columns),
    title: source.kind === "items" ? source.readiness.title || basename(source.readiness.path) : plural(listed.length),
    done: String(figures.done),
    open: String(figures.open),
    total: String(figures.total),
    percent: percentText(figures),
    summary: summaryText(figures),
  };
}

function tableOfItems(readiness: Readiness, columns: readonly string[] | undefined) {
  const chosen = (columns as readonly ItemColumn[] | undefined) ?? defaultItemColumns(readiness);
  return readiness.rows.length === 0 ? undefined : itemTable(readiness, chosen);
}

function tableOfReports(reports: readonly ListedReport[], columns: readonly string[] | undefined) {
  const chosen = (columns as readonly ReportColumn[] | undefined) ?? DEFAULT_REPORT_COLUMNS;
  return reports.length === 0 ? undefined : reportTable(reports, chosen);
}

function plural(count: number): string {
  return `${count} ${count === 1 ? "report" : "reports"}`;
}

/** Which kind of table a layout asks for: one that names reports lists reports, be it only one. */
export function kindOf({ reports }: TableLayout): TableKind {
  return reports === undefined ? "items" : "reports";
}

/** Sixteen digits that tell one layout from another; written beside a table, so that it is only held against its own. */
export function layoutHash(kind: TableKind, { reports, columns, template }: TableLayout): string {
  return hash(JSON.stringify([VERSION, kind, reports ?? null, columns ?? null, template ?? DEFAULT_TEMPLATE]));
}

/** What stands between the markers of a block: whole lines, the last of them with the checksum of the text. */
export function innerText(content: string, layout: string, eol: string): string {
  const lines = ["", ...content.split("\n"), "", `<!-- blockers:checksum ${hash(content)} layout ${layout} -->`, ""];
  return lines.join(eol);
}

/** Whether somebody else wrote what stands in a block, or changed it since. */
export function isEdited({ content, checksum }: GeneratedBlock): boolean {
  return content !== "" && checksum !== hash(content);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
