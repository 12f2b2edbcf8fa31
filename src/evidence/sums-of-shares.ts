import { fractions } from "../lex/numbers.js";
import { saysDone, saysOpen } from "../lex/phrases.js";
import { noun, words } from "../lex/words.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, TextUnit } from "../model/report.js";
import type { Evidence } from "../model/verdict.js";

/** The shares of several phases, modules, ... added up. */
export interface SumOfShares {
  readonly part: number;
  readonly whole: number;
  readonly how: string;
  readonly units: readonly TextUnit[];
  /** What the shares count, and "" for a total that does not say it again. */
  readonly nouns: readonly string[];
  readonly from: readonly Evidence[];
}

const known = new WeakMap<Report, readonly SumOfShares[]>();
/** Two shares add up to many a number by chance. */
const FEWEST = 3;

/** Sibling headings, entries of one list and rows of one table that each state one share. */
export function sumsOfShares(report: Report): readonly SumOfShares[] {
  const cached = known.get(report);
  if (cached) return cached;
  const headings = report.sections.flatMap((s) => families(s.children.flatMap((c) => c.heading ?? [])));
  const lists = report.blocks.flatMap((b) =>
    b.kind === "list" && !b.quoted ? [b.entries.flatMap((e) => e.unit ?? [])] : [],
  );
  const columns = report.blocks.flatMap((b) =>
    b.kind === "table" && !b.quoted
      ? b.header.map((_, at) => b.rows.filter((r) => !r.total).flatMap((r) => r.cells[at] ?? []))
      : [],
  );
  const found = [...headings, ...lists, ...columns].flatMap((units) => sumOf(units) ?? []);
  known.set(report, found);
  return found;
}

/** "Phase 1 (4/5)", "Phase 2 (5/8)": headings that begin with one word belong together. */
function families(headings: readonly TextUnit[]): TextUnit[][] {
  const byWord = new Map<string, TextUnit[]>();
  for (const heading of headings) {
    const word = words(heading.text.value)[0] ?? "";
    byWord.set(word, [...(byWord.get(word) ?? []), heading]);
  }
  return [...byWord.values()];
}

function sumOf(units: readonly TextUnit[]): SumOfShares | undefined {
  const shares = units.flatMap((unit) => {
    const [share, ...more] = fractions(unit.text.value, unit.conventions);
    const behind = share ? words(/^[^.;()]*/.exec(unit.text.value.slice(share.end))?.[0] ?? "").slice(0, 3) : [];
    return share &&
      more.length === 0 &&
      share.part <= share.whole &&
      !behind.some((w) => saysOpen(w, unit.conventions.own))
      ? [{ unit, share, name: noun(behind.find((w) => !saysDone(w, unit.conventions.own)) ?? "") }]
      : [];
  });
  if (shares.length < FEWEST) return undefined;
  return {
    part: shares.reduce((n, { share }) => n + share.part, 0),
    whole: shares.reduce((n, { share }) => n + share.whole, 0),
    how: shares.map(({ share }) => share.raw).join(" + "),
    units: shares.map(({ unit }) => unit),
    nouns: [...new Set(["", "item", "task", ...shares.map(({ name }) => name)])],
    from: shares.map(({ unit, share }) => ({ range: sourceRange(unit.text, share.start, share.end), text: share.raw })),
  };
}
