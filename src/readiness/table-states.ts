import type { GeneratedBlock } from "../model/report.js";
import { GIT_COLUMNS, type TableLayout } from "../model/tables.js";
import { linkBetween } from "./report-table.js";
import { planItems, planReports, type ReadReport, type TablePlan, withItems } from "./table-plan.js";
import { innerText, isEdited, kindOf } from "./table-text.js";

/** What the configuration says of the table with some ID. */
export interface TableSettings {
  readonly layout: TableLayout;
  /** The paths of the reports that the layout's globs match; undefined where it names none. */
  readonly sources?: readonly string[] | undefined;
}

/** By ID. */
export type TablesById = ReadonlyMap<string, TableSettings>;

/** A table that stands in a report, beside what should stand there. */
export interface TableState {
  readonly block: GeneratedBlock;
  /** Somebody wrote or changed what stands there by hand. */
  readonly edited: boolean;
  /** What its sources give now; undefined where this run cannot tell. */
  readonly expected: { readonly content: string; readonly inner: string } | undefined;
}

/** What of a run a table may be made from. */
export interface TableRun {
  readonly tables: TablesById;
  /** The report of that path, if it takes part in the run. */
  find(path: string): ReadReport | undefined;
  /** Whether git was asked what the report's items cite. */
  readonly askedGit: boolean;
}

/** The tables of a report that were ever written; of two with one ID, the first. */
export function tableStates(of: ReadReport, run: TableRun): TableState[] {
  const { generated } = of.report;
  const first = (block: GeneratedBlock): boolean => generated.find(({ id }) => id === block.id) === block;
  return generated.filter((block) => block.content !== "" && first(block)).map((block) => stateOf(block, of, run));
}

function stateOf(block: GeneratedBlock, of: ReadReport, run: TableRun): TableState {
  const plan = planOf(block.id, of, run);
  // A table of another layout was made by flags, or before the configuration changed: what it should be is not known.
  if (!plan || plan.layout !== block.layout) return { block, edited: isEdited(block), expected: undefined };
  const content = plan.contentIn(of.report);
  const edited = isEdited(block) && content !== block.content;
  return { block, edited, expected: { content, inner: innerText(content, plan.layout, block.eol) } };
}

function planOf(id: string, of: ReadReport, run: TableRun): TablePlan | undefined {
  const { layout, sources } = run.tables.get(id) ?? { layout: {} };
  if (kindOf(layout) === "items") {
    const needsGit = layout.columns?.some((column) => GIT_COLUMNS.includes(column));
    return needsGit && !run.askedGit ? undefined : planItems(id, of, layout);
  }
  const read = sources?.map((path) => run.find(path));
  if (!read || read.length === 0 || !read.every((one) => one !== undefined)) return undefined;
  const listed = withItems(read).map(({ report, readiness }) => ({
    link: linkBetween(of.report.source.path, report.source.path),
    readiness,
  }));
  return listed.every(hasLink) ? planReports(id, listed, layout) : undefined;
}

function hasLink<T extends { readonly link: string | undefined }>(one: T): one is T & { readonly link: string } {
  return one.link !== undefined;
}

/** The first line in which two tables differ, by more than the width of their columns, as it is in each of them. */
export function firstDifference(before: string, after: string): readonly [before: string, after: string] {
  const [ours, theirs] = [before, after].map((text) => text.split("\n").map(narrow)) as [string[], string[]];
  const at = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, line) => line).find(
    (line) => ours[line] !== theirs[line],
  );
  if (at === undefined) return ["the same in other widths", "the same"];
  return [ours[at] ?? "no such line", theirs[at] ?? "no such line"];
}

function narrow(line: string): string {
  return line.replace(/ +/g, " ").replace(/-+/g, "-").trim();
}
