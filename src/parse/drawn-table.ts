import type { Fence, Table } from "../model/report.js";
import { trimPlain, verbatim } from "./plain-text.js";
import { finishTable, isTotalRow, type MakeCell } from "./table.js";

const RULE = /^[\s\u2500-\u257f+|=:\ufffd-]+$/;
const BAR = /[\u2502\u2503\u2551|]/;

/**
 * A table drawn with lines in a fence (box-drawing characters or "+--+" and "|"), or undefined if the fence holds none.
 * Needs at least a header, a rule and two rows of the same number of cells.
 */
export function drawnTable(fence: Fence, makeCell: MakeCell): Table | undefined {
  const lines = fence.lines.filter((l) => l.text.value.trim() !== "");
  const isRow = (s: string): boolean => BAR.test(s) && !RULE.test(s) && s.trim().split(BAR).length > 2;
  const rowLines = lines.filter((l) => isRow(l.text.value));
  if (rowLines.length < 3 || !lines.some((l) => RULE.test(l.text.value) && /[-\u2500\u2550]{3}/.test(l.text.value)))
    return undefined;
  const split = rowLines.map((l) => cellSpans(l.text.value));
  const columns = split[0]?.length ?? 0;
  if (columns < 2 || split.filter((s) => s.length === columns).length < rowLines.length * 0.7) return undefined;
  const cells = rowLines.map((line, i) =>
    (split[i] ?? []).map(([start, end]) => {
      const placed = trimPlain(verbatim(line.text.value, start, end, line.range.start));
      return makeCell(placed, { start: placed.offsetAt(0), end: placed.offsetAt(placed.value.length) });
    }),
  );
  const [header = [], ...body] = cells;
  const { lead, quoted, range, section } = fence;
  const rows = body
    .map((c, i) => ({ cells: c, range: rowLines[i + 1]?.range ?? range, total: isTotalRow(c) }))
    .filter((r) => r.cells.length === columns);
  return finishTable({ kind: "table", origin: "box", header, rows, roles: [], lead, quoted, range, section });
}

function cellSpans(line: string): [number, number][] {
  const bars = [...line.matchAll(new RegExp(BAR.source, "g"))].map((m) => m.index);
  const inner = line.trimStart().match(new RegExp(`^${BAR.source}`)) ? bars : [-1, ...bars];
  const closed = new RegExp(`${BAR.source}\\s*$`).test(line) ? inner : [...inner, line.length];
  return closed.slice(0, -1).map((bar, i) => [bar + 1, closed[i + 1] ?? line.length]);
}
