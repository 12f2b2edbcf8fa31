import type { Claim } from "../model/claim.js";
import { grouped } from "../model/grouped.js";
import type { Item, Mention } from "../model/item.js";
import type { Report } from "../model/report.js";
import { isNumberedOnce } from "../parse/keys.js";
import type { Judgement } from "./evaluate.js";

/** A numbering with a hole, of which the report states the whole length. */
export interface Gap {
  /** The keys that are not there. */
  readonly missing: readonly string[];
  /** The highest number. */
  readonly last: number;
  /** The item that comes after the first hole. */
  readonly after: Mention;
  readonly stated: Claim;
}

/** More holes than this, and the numbers are those of a tracker rather than of the report. */
const MAX_MISSING = 2;
/** Fewer items make no numbering. */
const FEWEST = 3;

/** Finds numberings from 1 to N with one or two holes where the report counts N and nothing settles that count. */
export function findGaps(report: Report, judgements: readonly Judgement[]): Gap[] {
  const counted = grouped(judgements, ({ claim }) => wholeOf(claim));
  return [...byFamily(report.items)].flatMap(([family, numbers]) => {
    const last = [...numbers.keys()].reduce((most, n) => Math.max(most, n), 0);
    if (last > numbers.size + MAX_MISSING) return [];
    const absent = Array.from({ length: last }, (_, i) => i + 1).filter((n) => !numbers.has(n));
    if (numbers.size < FEWEST || absent.length === 0) return [];
    const first = absent[0] ?? 0;
    const after = numbers.get([...numbers.keys()].filter((n) => n > first).sort((a, b) => a - b)[0] ?? last);
    const counts = counted.get(last) ?? [];
    const open = counts.filter(({ verdict }) => verdict.kind === "cannot-tell");
    const stated = open[0]?.claim;
    if (!after || !stated || open.length < counts.length) return [];
    const name = (n: number): string => (after.key ?? "").replace(/\d+(?=\D*$)/, String(n));
    // What is named somewhere was not forgotten, however its key is written.
    if (absent.some((n) => [`${family}${n}`, name(n)].some((key) => report.source.text.includes(key)))) return [];
    return [{ missing: absent.map(name), last, after, stated }];
  });
}

/** Mentions by number, for families of keys that a report gives out once. */
function byFamily(items: readonly Item[]): Map<string, Map<number, Mention>> {
  const families = new Map<string, Map<number, Mention>>();
  for (const item of items) {
    const mention = item.mentions[0];
    const number = Number(/(\d+)\D*$/.exec(item.key)?.[1] ?? Number.NaN);
    if (!mention || !(number > 0) || !isNumberedOnce(item.key, item.family)) continue;
    const numbers = families.get(item.family) ?? new Map<number, Mention>();
    families.set(item.family, numbers.set(number, numbers.get(number) ?? mention));
  }
  return families;
}

function wholeOf(claim: Claim): number | undefined {
  if (claim.kind === "fraction") return claim.whole;
  return claim.kind === "list-count" ? claim.quantity.low : undefined;
}
