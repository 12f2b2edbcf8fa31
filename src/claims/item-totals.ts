import { figures } from "../lex/numbers.js";
import type { PartialSum, TotalClaim } from "../model/claim.js";
import { columnOf } from "../model/columns.js";
import type { Item } from "../model/item.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report } from "../model/report.js";
import { between } from "../model/sorted.js";
import { cellFigures } from "./cells.js";
import { measureOf } from "./measures.js";
import type { PathMention } from "./path-mentions.js";

/** The lines that a table gives for an item, against the files with line counts that the item's own section lists. */
export function itemTotalClaims(report: Report, paths: readonly PathMention[]): TotalClaim[] {
  return report.items.flatMap((item): TotalClaim[] => {
    const cell = linesCell(item);
    const found = cell ? cellFigures(cell) : undefined;
    if (!cell || !found || found.first.percent || found.first.quantity.approximate || !item.section) return [];
    const sum = listedLines(item.section, paths);
    if (sum.parts.length < 2) return [];
    return [
      {
        kind: "total",
        unit: cell,
        range: found.first.range,
        raw: found.first.quantity.raw,
        quantity: { ...found.first.quantity, unit: "lines" },
        sums: [sum],
      },
    ];
  });
}

function linesCell(item: Item): PathMention["unit"] | undefined {
  const row = item.mentions.find((m) => m.kind === "row")?.unit.cell;
  const column = row ? columnOf(row.table, "lines") : -1;
  return column < 0 ? undefined : row?.table.rows[row.row]?.cells[column];
}

/** One figure of lines a file, each file once. */
function listedLines(section: NonNullable<Item["section"]>, paths: readonly PathMention[]): PartialSum {
  const seen = new Set<string>();
  let complete = true;
  const within = between(paths, section.range.start, section.range.end, (p) => p.range.start);
  const parts = within.flatMap((p) => {
    if (p.unit.kind !== "entry" || p.start > 6 || seen.has(p.path)) return [];
    const figure = figures(p.unit.text.value, p.unit.conventions).find(
      (f) => measureOf(p.unit.text.value, f) === "line",
    );
    seen.add(p.path);
    if (!figure) {
      complete = false;
      return [];
    }
    return [
      {
        quantity: { ...figure.quantity, sign: "" as const },
        range: sourceRange(p.unit.text, figure.start, figure.end),
      },
    ];
  });
  return { parts, what: "the files listed in its section", complete };
}
