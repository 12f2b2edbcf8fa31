import type { ReadinessRow } from "../model/readiness.js";
import { measure, wrap } from "./measure.js";
import { type RowCells, rowCells, rowPaints } from "./status-cells.js";
import { type Cell, type Column, drawTable, frameWidth, widest } from "./text-table.js";
import type { Theme } from "./theme.js";

const KEY_MAX = 16;
/** Below this a table is harder to read than a list. */
const TABLE_MIN = 60;
const TITLE_MIN = 12;

interface Plan {
  readonly columns: readonly Column[];
  readonly fields: readonly (keyof RowCells)[];
  /** Commits below files rather than beside them. */
  readonly tall: boolean;
}

const HEADS: Readonly<Record<keyof RowCells, string>> = {
  key: "key",
  title: "title",
  status: "status",
  percent: "%",
  evidence: "evidence",
};

function evidenceText({ evidence }: RowCells, tall: boolean): string {
  return evidence.length === 0 ? "-" : evidence.join(tall ? "\n" : "  ");
}

function cellText(cells: RowCells, field: keyof RowCells, tall: boolean): string {
  return field === "evidence" ? evidenceText(cells, tall) : cells[field];
}

/** Columns that hold something, as wide as the terminal allows; undefined where no table fits. */
function plan(all: readonly RowCells[], width: number | undefined, tall: boolean): Plan | undefined {
  const fields = (["key", "title", "status", "percent", "evidence"] as const).filter((field) =>
    all.some((cells) => cells[field].length > 0),
  );
  const natural = (field: keyof RowCells) =>
    widest([HEADS[field], ...all.map((cells) => cellText(cells, field, tall))]);
  const widths = new Map(fields.map((field) => [field, natural(field)]));
  if (width !== undefined) {
    widths.set("key", Math.min(KEY_MAX, widths.get("key") ?? 0));
    const others = fields
      .filter((field) => field !== "title")
      .reduce((sum, field) => sum + (widths.get(field) ?? 0), 0);
    const room = width - frameWidth(fields.length, false) - others;
    const title = widths.get("title") ?? 0;
    if (room < title && !tall && all.some(({ evidence }) => evidence.length > 1)) return plan(all, width, true);
    if (room < Math.min(title, TITLE_MIN)) return undefined;
    widths.set("title", Math.min(title, room));
  }
  const columns = fields.map((field): Column => {
    const align = field === "percent" ? "right" : "left";
    return { head: HEADS[field], align, width: widths.get(field) ?? 0 };
  });
  return { columns, fields, tall };
}

function listEntry(row: ReadinessRow, width: number, theme: Theme): string {
  const { key, title, status, percent, evidence } = rowCells(row, false);
  const paints = rowPaints(row, theme);
  const name = wrap(key === "" ? title : `${key}  ${title}`, width - 4);
  const head = [status, percent].filter((fact) => fact !== "").join("  ");
  const beside = measure(`  ${[head, ...evidence].join("  ")}`) <= width;
  const proof = evidence.length === 0 ? "" : `${beside ? "  " : "\n  "}${paints.evidence(evidence.join("  "))}`;
  const lines = name.map((line, index) => `${index === 0 ? "" : "    "}${theme.bold(line)}`);
  return `${lines.join("\n")}\n  ${paints.status(head)}${proof}`;
}

/** The rows of a readiness table: drawn on a terminal, a list on a narrow one, plain aligned columns for a pipe. */
export function drawRows(rows: readonly ReadinessRow[], width: number | undefined, theme: Theme): string {
  const piped = width === undefined;
  const all = rows.map((row) => rowCells(row, piped));
  const planned = width !== undefined && width < TABLE_MIN ? undefined : plan(all, width, false);
  if (planned === undefined) return `${rows.map((row) => listEntry(row, width ?? TABLE_MIN, theme)).join("\n")}\n`;
  const cells = rows.map((row, index): readonly Cell[] => {
    const paints = rowPaints(row, theme);
    const own = all[index];
    return planned.fields.map((field) => ({
      text: own === undefined ? "" : cellText(own, field, planned.tall),
      paint: field === "status" ? paints.status : field === "evidence" ? paints.evidence : undefined,
    }));
  });
  return drawTable(planned.columns, cells, piped, theme);
}
