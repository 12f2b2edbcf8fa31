import type { Item } from "../model/item.js";
import type { Report, Table } from "../model/report.js";
import { foldName, type Weights } from "../model/weights.js";

type Row = Table["rows"][number];

/** What an item counts that nobody gave a weight. */
const USUAL = 1;

/** How much each item counts; undefined where none of them is named. */
export function itemWeights(items: readonly Item[], weights: Weights | undefined): readonly number[] | undefined {
  return weights && orUsual(items.map((item) => weightOf(item, weights)));
}

/** How much each row of a table counts, by the items that they name or by their first cells; undefined as above. */
export function rowWeights(
  rows: readonly Row[],
  report: Report,
  weights: Weights | undefined,
): readonly number[] | undefined {
  if (weights === undefined) return undefined;
  const found = rows.map((row) => {
    const item = report.items.find(({ mentions }) => mentions.some(({ range }) => range === row.range));
    const named = item && weightOf(item, weights);
    return named ?? row.cells.map((cell) => weights.get(foldName(cell.text.value))).find((w) => w !== undefined);
  });
  return orUsual(found);
}

function orUsual(found: readonly (number | undefined)[]): readonly number[] | undefined {
  return found.some((weight) => weight !== undefined) ? found.map((weight) => weight ?? USUAL) : undefined;
}

function weightOf({ key, title }: Item, weights: Weights): number | undefined {
  return [key, title, `${key}: ${title}`].map((name) => weights.get(foldName(name))).find((w) => w !== undefined);
}
