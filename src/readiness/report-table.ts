import type { PhrasingContent, Table } from "mdast";
import type { Readiness } from "../model/readiness.js";
import type { ReportColumn } from "../model/tables.js";
import { doneText, type Figures, figuresOf, percentText } from "./figures.js";
import { type Column, quoted, tableOf } from "./writer.js";

/** A report in a table of several. */
export interface ListedReport {
  /** Its path, relative to the folder of the file that the table stands in, with `/`. */
  readonly link: string;
  readonly readiness: Readiness;
}

export const DEFAULT_REPORT_COLUMNS: readonly ReportColumn[] = ["report", "done", "open", "percent"];

interface Line extends Figures {
  /** Undefined for the last line, which sums up the others. */
  readonly report: ListedReport | undefined;
}

type Cell = string | PhrasingContent[];

const REPORT: Readonly<Record<ReportColumn, Column & { readonly cell: (line: Line) => Cell }>> = {
  report: { header: "Report", cell: ({ report }) => (report ? linkTo(report.link) : "") },
  title: { header: "Title", cell: ({ report }) => report?.readiness.title ?? "" },
  done: { header: "Done", right: true, cell: doneText },
  open: { header: "Open", right: true, cell: ({ open }) => String(open) },
  total: { header: "Total", right: true, cell: ({ total }) => String(total) },
  percent: { header: "Percent", right: true, cell: percentText },
  stated: { header: "Stated", right: true, cell: ({ report }) => report?.readiness.stated?.text ?? "" },
};

/** A row for each report and a last one with the totals. */
export function reportTable(reports: readonly ListedReport[], columns: readonly ReportColumn[]): Table {
  const lines: Line[] = reports.map((report) => ({ report, ...figuresOf([report.readiness]) }));
  const sum: Line = { report: undefined, ...figuresOf(reports.map(({ readiness }) => readiness)) };
  const named = columns.find((column) => column === "report" || column === "title");
  const rows = [...lines, sum].map((line) =>
    columns.map((column) => (line === sum && column === named ? TOTAL : REPORT[column].cell(line))),
  );
  return tableOf(
    columns.map((column) => REPORT[column]),
    rows,
  );
}

const TOTAL: PhrasingContent[] = [{ type: "strong", children: [{ type: "text", value: "Total" }] }];

function linkTo(path: string): PhrasingContent[] {
  return [{ type: "link", url: urlOf(path), children: [quoted(path)] }];
}

/** Every character of a name stands for itself: none ends the address or makes it one of another scheme. */
function urlOf(path: string): string {
  const parts = path.replace(/\p{Cs}/gu, "\u{fffd}").split("/");
  const coded = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  return parts.map((part) => encodeURIComponent(part).replace(/[!'()*]/g, coded)).join("/");
}

/**
 * The way from the folder of one file to another file, with `/`; undefined where it cannot be told, because one of them
 * is known by another folder's name than the other.
 */
export function linkBetween(from: string, to: string): string | undefined {
  const [folder, target] = [from.split("/").slice(0, -1), to.split("/")];
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared++;
  const up = folder.slice(shared);
  if (up.includes("..") || from.startsWith("/") !== to.startsWith("/")) return undefined;
  return [...up.map(() => ".."), ...target.slice(shared)].join("/");
}
