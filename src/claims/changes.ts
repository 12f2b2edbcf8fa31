import { type Figure, figures } from "../lex/numbers.js";
import type { ChangeClaim } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, Table, TextUnit } from "../model/report.js";
import { cellFigures, type Placed } from "./cells.js";
import { placesOf } from "./places.js";

const ARROW = /^[\s*_`]*(?:\p{L}+\s+){0,2}[\s*_`]*(?:→|➜|➔|⇒|-+>|=+>)[\s*_`]*(?:\p{L}+\s+){0,2}[\s*_`]*$/u;
/** "(+19)", "= 49%", "- 92.6% reduction": what follows a pair of figures and is their difference. */
const AFTER_PAIR = /^[\s*_`]*(?:\p{L}+\s+){0,2}[([:=,–—-]+\s*[*_`]*$/u;
const CHANGE_WORD =
  /^[\s*_`]*(?:(?:increase|decrease|reduction|improvement|growth|gain|drop|fewer|less|more|faster|slower|smaller|larger|saved|saving|change|delta|better|worse)\b|[)\]*_`.,;]|$)/iu;

const BEFORE = /^(?:before|old|previous(?:ly)?|baseline|was|initial|start(?:ing)?|original|from|v1)\b/iu;
const AFTER = /^(?:after|new|now|current|final|result|to|v2)\b/iu;
const CHANGE = /^(?:change|delta|Δ|diff(?:erence)?|improvement|gain|reduction|increase|decrease|growth|saving)s?\b/iu;

/** "236 → 255 (+19)", "43 → 2 (95.3% reduction)", and rows of tables with columns Before, After and Change. */
export function changeClaims(report: Report): ChangeClaim[] {
  const { numbered } = placesOf(report);
  const lines = numbered.filter((u) => u.kind !== "cell").flatMap(ofLine);
  const cells = numbered.filter((u) => u.kind === "cell").flatMap(ofLine);
  const tables = report.blocks.flatMap((b) => (b.kind === "table" && !b.quoted ? ofTable(b) : []));
  return [...lines, ...cells, ...tables];
}

function ofLine(unit: TextUnit): ChangeClaim[] {
  const value = asArrows(unit.text.value);
  if (!/[→➜➔⇒]|[-=]>/u.test(value)) return [];
  const all = figures(value, unit.conventions);
  const place = (f: Figure): Placed => ({
    quantity: f.quantity,
    range: sourceRange(unit.text, f.start, f.end),
    percent: f.percent,
  });
  return all.flatMap((from, index): ChangeClaim[] => {
    const to = all[index + 1];
    const ahead = all[index - 1];
    // "+37 functions (2,026 → 2,063)" states the change first.
    const led =
      ahead && ahead.quantity.sign !== "" && /^\s*(?:\p{L}+\s*)?\(\s*$/u.test(value.slice(ahead.unitEnd, from.start));
    if (led && to && ARROW.test(value.slice(from.unitEnd, to.start)))
      return claim(unit, place(from), place(to), place(ahead));
    const change = all[index + 2];
    if (!to || !change || !ARROW.test(value.slice(from.unitEnd, to.start))) return [];
    // Of a chain of values, only the last step stands beside the change.
    if (ahead && ARROW.test(value.slice(ahead.unitEnd, from.start))) return [];
    // "(+3 new, -5 obsolete)": parts of the change.
    const next = all[index + 3];
    if (next && next.quantity.sign !== "" && !value.slice(change.end, next.start).includes(")")) return [];
    const open = value.slice(to.unitEnd, change.start);
    if (!AFTER_PAIR.test(open) || !isChange(change, value, open)) return [];
    return claim(unit, place(from), place(to), place(change));
  });
}

/** "from 80 to 51" as "80 → 51", every offset as before. */
function asArrows(text: string): string {
  return text.replace(
    /(?<![\p{L}])(from|von|de|с|от)(\s+[\d.,]+\s?%?(?:\s\p{L}{1,4})?\s+)(to|auf|à|a|para|до|na)(?=\s+\d)/giu,
    (_, from: string, middle: string, to: string) => `${" ".repeat(from.length)}${middle}${"→".padEnd(to.length)}`,
  );
}

/** A signed figure, or one that is called a change. */
function isChange(change: Figure, value: string, open: string): boolean {
  const behind = value.slice(change.end);
  if (change.quantity.sign !== "") return /^[\s*_`]*(?:[)\]*_`.,;|]|$|\p{L})/u.test(behind);
  if (!change.percent || !CHANGE_WORD.test(behind)) return false;
  return /[([]/.test(open) ? !/^[\s*_`]*[)\]]/.test(behind) : /^\s*\p{L}/u.test(behind);
}

function ofTable(table: Table): ChangeClaim[] {
  const find = (pattern: RegExp): number =>
    table.header.findIndex((h, i) => i > 0 && pattern.test(h.text.value.replace(/^[^\p{L}Δ]+/u, "").trim()));
  const [before, after, change] = [find(BEFORE), find(AFTER), find(CHANGE)];
  if (before < 0 || after <= before || change <= after) return [];
  return table.rows.flatMap((row): ChangeClaim[] => {
    const [a, b, c] = [before, after, change].map((column) => row.cells[column]);
    // Means of a column, values with a remark, and changes of something else compute nothing.
    if (row.total || [a, b].some((cell) => /[(/]/.test(cell?.text.value ?? "")) || !isPlainChange(c)) return [];
    const [from, to, stated] = [a, b, c].map((cell) => (cell ? cellFigures(cell) : undefined));
    if (!c || !from || !to || !stated || from.second || to.second || stated.second) return [];
    return claim(c, from.first, to.first, stated.first);
  });
}

function isPlainChange(cell: TextUnit | undefined): boolean {
  const value = cell?.text.value ?? "";
  const [figure, ...more] = cell ? figures(value, cell.conventions) : [];
  return figure !== undefined && more.length === 0 && CHANGE_WORD.test(value.slice(figure.end));
}

function claim(unit: TextUnit, from: Placed, to: Placed, change: Placed): ChangeClaim[] {
  const exact = [from, to, change].every(
    ({ quantity: q }) => q.bound === "exact" && !q.approximate && q.low === q.high,
  );
  const signed = from.quantity.sign !== "" || to.quantity.sign !== "";
  const units = new Set([from, to].map(({ quantity }) => quantity.unit).filter((u) => u !== "" && u !== "%"));
  const factor = change.quantity.unit === "x";
  if (!exact || signed || factor || units.size > 1 || from.percent !== to.percent) return [];
  return [{ kind: "change", unit, range: change.range, raw: change.quantity.raw, from, to, change }];
}
