import type { Readiness } from "../model/readiness.js";
import type { Report } from "../model/report.js";
import type { TableLayout } from "../model/tables.js";
import { atLinesOf } from "./compute-readiness.js";
import type { ListedReport } from "./report-table.js";
import { layoutHash, tableText } from "./table-text.js";

/** A report as read, and its readiness. */
export interface ReadReport {
  readonly report: Report;
  readonly readiness: Readiness;
}

/** What a block of a file is to hold. */
export interface TablePlan {
  readonly id: string;
  /** As written beside the table; see {@link layoutHash}. */
  readonly layout: string;
  /** The table as it should stand in the file, given the file as it is now: its lines may have moved. */
  contentIn(now: Report): string;
}

/** The plan of a block that lists the items of one report: of the one it stands in, or of another. */
export function planItems(id: string, { report, readiness }: ReadReport, layout: TableLayout): TablePlan {
  const own = (now: Report): boolean => now.source.path === report.source.path;
  return {
    id,
    layout: layoutHash("items", layout),
    contentIn: (now) =>
      tableText({ kind: "items", readiness: own(now) ? atLinesOf(now, readiness) : readiness }, layout),
  };
}

/** The plan of a block that lists several reports. */
export function planReports(id: string, reports: readonly ListedReport[], layout: TableLayout): TablePlan {
  const content = tableText({ kind: "reports", reports }, layout);
  return { id, layout: layoutHash("reports", layout), contentIn: () => content };
}

/** Without those that hold tables and nothing of their own, such as the file of a table over many reports itself. */
export function withItems<T extends ReadReport>(sources: readonly T[]): T[] {
  return sources.filter(({ report, readiness }) => readiness.total > 0 || report.generated.length === 0);
}
