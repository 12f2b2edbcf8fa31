import { timeUnit } from "../lex/durations.js";
import { figures } from "../lex/numbers.js";
import { inLanguage } from "../lex/phrases.js";
import { unitStatus } from "../lex/status.js";
import { en } from "../lex/vocabulary/en.js";
import { everyWord } from "../lex/vocabulary/index.js";
import type { HeaderRole } from "../lex/vocabulary/vocabulary.js";
import { isOddCase, labelPattern, WordPattern, wordPattern } from "../lex/word-pattern.js";
import { lazy } from "../model/lazy.js";
import { oncePer } from "../model/once.js";
import type { ColumnRole, Table, TextUnit } from "../model/report.js";

const headers = (role: HeaderRole): readonly string[] => everyWord((l) => l.headers[role]);
const PROGRESS = lazy(() => {
  const totals = new Set(everyWord((l) => l.total));
  return everyWord((l) => l.labels.overall).filter((w) => !totals.has(w));
});
const HEADERS: readonly (readonly [WordPattern, ColumnRole])[] = [
  [labelPattern(() => headers("key")), "key"],
  [labelPattern(() => headers("status")), "status"],
  [labelPattern(PROGRESS), "percent"],
  [
    new WordPattern(
      () => headers("percent"),
      (words) => `^%|%$|percent|completion|${words}`,
      { optional: true },
    ),
    "percent",
  ],
  [wordPattern(() => headers("hours")), "hours"],
  [wordPattern(() => headers("commit")), "commit"],
  [labelPattern(() => headers("files")), "files"],
  [
    new WordPattern(
      () => headers("lines"),
      (words) => `^${words}(?: \\(.*\\))?$`,
    ),
    "lines",
  ],
  [
    new WordPattern(
      () => headers("notes"),
      (words) => `^${words}`,
    ),
    "notes",
  ],
];

/** Percentages of something else than the work that is done. */
const OTHER_PERCENT = lazy(() => new RegExp(en.rates.join("|"), "iu"));
const otherPercent = inLanguage("rates", (l) => (l === en ? [] : l.rates));
/** Columns of properties: a mark there says yes or no, not how far something is. */
const PROPERTY_HEADER =
  /required|optional|nullable|mandatory|unique|indexed|breaking|public|support|default|available|allowed|enabled|included|free|premium|mobile|desktop|ios|android|web\b/iu;
const STATUS_HEADERS = lazy(() => [
  ..."status state result done progress".split(" "),
  ...[...headers("status"), ...PROGRESS()].filter((w) => /^\p{L}{4,}$|^[^\p{ASCII}]{2,}$/u.test(w)),
]);
const ODD_STATUS_HEADER = lazy(() => new RegExp(STATUS_HEADERS().join("|"), "iu"));

/** Whether a header speaks of how far something is. */
export function isStatusHeader(header: string): boolean {
  if (isOddCase(header) || header.includes("\u0130")) return ODD_STATUS_HEADER().test(header);
  const text = header.toLowerCase();
  return STATUS_HEADERS().some((word) => text.includes(word));
}

const WHEN_HEADER = /^(?:date|time|day|week|when|event|datum|fecha|日期|日時)$/iu;

/** A table with a column of dates tells what happened to its keys, one after the other. */
export function isLog(table: Table | undefined): boolean {
  return table !== undefined && hasDates(table);
}

const hasDates = oncePer((table: Table) => table.header.some((h) => WHEN_HEADER.test(h.text.value.trim())));

/** What each column holds, from its header and from what its cells look like. */
export function columnRoles(table: Table): ColumnRole[] {
  const cells = columnsOf(table);
  const bodyCells = (column: number): readonly TextUnit[] => cells[column] ?? [];
  const roles = table.header.map((cell, column) => roleOf(cell, bodyCells(column)));
  if (!roles.includes("status")) {
    const columns = table.header.flatMap((h, i) =>
      i > 0 && roles[i] !== "percent" && roles[i] !== "hours" && looksLikeStatus(bodyCells(i), h.text.value) ? [i] : [],
    );
    // Of several columns of marks none tells how far the row is as a whole.
    const [column] = columns;
    if (column !== undefined && (columns.length === 1 || namesStatus(table, column))) roles[column] = "status";
  }
  const title = roles.findIndex((role, i) => (role === "other" || role === "notes") && hasWords(bodyCells(i)));
  const first = roles.indexOf("other");
  const at = first === 0 ? 0 : title;
  if (at >= 0 && (at === 0 || roles.slice(0, at).every((r) => r === "key" || r === "other"))) roles[at] = "title";
  return roles;
}

function namesStatus(table: Table, column: number): boolean {
  return isStatusHeader(table.header[column]?.text.value ?? "");
}

/** The cells of each column that hold anything, without the rows that sum up. */
function columnsOf({ header, rows }: Table): TextUnit[][] {
  const columns = header.map((): TextUnit[] => []);
  for (const { cells, total } of rows) {
    if (total) continue;
    cells.forEach((cell, column) => {
      if (cell.text.value !== "") columns[column]?.push(cell);
    });
  }
  return columns;
}

function roleOf(header: TextUnit, cells: readonly TextUnit[]): ColumnRole {
  const label = header.text.value.trim();
  const named = HEADERS.find(([pattern]) => pattern.test(label))?.[1] ?? "other";
  const role =
    named === "percent" && (OTHER_PERCENT().test(label) || otherPercent(header.conventions).test(label))
      ? "other"
      : named;
  if (role === "percent" && !most(cells, (c) => figures(c.text.value, c.conventions).some((f) => f.percent))) {
    return most(cells, (c) => unitStatus(c) !== undefined) ? "status" : "other";
  }
  if (
    role === "hours" &&
    !cells.some((c) => figures(c.text.value, c.conventions).some((f) => timeUnit(f.quantity.unit) !== undefined)) &&
    !most(cells, (c) => /^\s*[\d.]+\s*$/.test(c.text.value))
  )
    return "other";
  if (
    role === "status" &&
    cells.length > 0 &&
    !cells.some((c) => unitStatus(c) || figures(c.text.value, c.conventions).some((f) => f.percent))
  )
    return "other";
  return role;
}

/** Nearly every cell is a mark or a status word, and the header does not speak of something else. */
function looksLikeStatus(cells: readonly TextUnit[], header: string): boolean {
  if (cells.length === 0 || PROPERTY_HEADER.test(header)) return false;
  const need = isStatusHeader(header) ? 0.5 : 0.8;
  if (!isStatusHeader(header) && !cells.some((c) => TELLING.test(c.text.value))) return false;
  return most(
    cells,
    (c) => {
      const reading = c.text.value.length < 60 ? unitStatus(c) : undefined;
      return reading !== undefined && (reading.explicit || reading.start === 0);
    },
    need,
  );
}

function hasWords(cells: readonly TextUnit[]): boolean {
  return most(cells, (c) => /\p{L}{2}/u.test(c.text.value));
}

function most(cells: readonly TextUnit[], test: (cell: TextUnit) => boolean, share = 0.5): boolean {
  let [rest, need] = [cells.length, cells.length * share];
  for (const cell of cells) {
    if (test(cell)) need--;
    rest--;
    if (need <= 0 || need > rest) break;
  }
  return cells.length > 0 && need <= 0;
}

const TELLING = /[✅✔❌⏳☐🟡🔄🚧]/u;
