import { fractions } from "../lex/numbers.js";
import { saysDone, saysOpen } from "../lex/phrases.js";
import { noun, words } from "../lex/words.js";
import { grouped, pushTo } from "../model/grouped.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, TextUnit } from "../model/report.js";
import type { Derivation } from "../model/verdict.js";
import { addends } from "./addends.js";

/** The shares of several phases, modules, ... added up. */
export interface SumOfShares {
  readonly part: number;
  readonly whole: number;
  /** The shares in which it is stated. */
  readonly units: ReadonlySet<TextUnit>;
  /** What the shares count, and "" for a total that does not say it again. */
  readonly nouns: readonly string[];
  readonly by: Derivation;
}

/** Sums of the same size, by all that a share may find them by; no share counts in a sum of which it is a part. */
export class SizedSums {
  private readonly parts = new Map<number, SumOfShares[]>();
  private readonly nouns = new Map<string, Map<number, SumOfShares[]>>();
  private readonly units = new Map<TextUnit, number>();

  constructor(private readonly all: readonly SumOfShares[]) {
    for (const sum of all) {
      pushTo(this.parts, sum.part, sum);
      for (const unit of sum.units) this.units.set(unit, (this.units.get(unit) ?? 0) + 1);
      for (const noun of sum.nouns) {
        const ofNoun = this.nouns.get(noun) ?? new Map<number, SumOfShares[]>();
        this.nouns.set(noun, ofNoun);
        pushTo(ofNoun, sum.part, sum);
      }
    }
  }

  /** Whether the share of a text is part of some of them. */
  isPart(unit: TextUnit): boolean {
    return this.units.has(unit);
  }

  hasOther(unit: TextUnit): boolean {
    return this.all.length > (this.units.get(unit) ?? 0);
  }

  others(unit: TextUnit): readonly SumOfShares[] {
    return this.isPart(unit) ? this.all.filter(({ units }) => !units.has(unit)) : this.all;
  }

  /** The first with that part. */
  agreeing(part: number, unit: TextUnit): SumOfShares | undefined {
    return this.parts.get(part)?.find(({ units }) => !units.has(unit));
  }

  /** Of those that count such things, the first with each part. */
  ofNoun(noun: string, unit: TextUnit): readonly SumOfShares[] {
    const alike = [...(this.nouns.get(noun)?.values() ?? [])];
    return alike.flatMap((sums) => sums.find(({ units }) => !units.has(unit)) ?? []);
  }
}

const known = new WeakMap<Report, ReadonlyMap<number, SizedSums>>();
const NO_SUMS = new SizedSums([]);
/** Two shares add up to many a number by chance. */
const FEWEST = 3;

/** The sums of that many: of sibling headings, entries of one list and rows of one table that each state one share. */
export function sumsOfSize(report: Report, whole: number): SizedSums {
  const sizes = known.get(report) ?? sizesOf(report);
  known.set(report, sizes);
  return sizes.get(whole) ?? NO_SUMS;
}

function sizesOf(report: Report): ReadonlyMap<number, SizedSums> {
  const sizes = grouped(sumsOfShares(report), (sum) => sum.whole);
  return new Map([...sizes].map(([whole, sums]) => [whole, new SizedSums(sums)]));
}

function sumsOfShares(report: Report): SumOfShares[] {
  const headings = report.sections.flatMap((s) => families(s.children.flatMap((c) => c.heading ?? [])));
  const lists = report.blocks.flatMap((b) =>
    b.kind === "list" && !b.quoted ? [b.entries.flatMap((e) => e.unit ?? [])] : [],
  );
  const columns = report.blocks.flatMap((b) =>
    b.kind === "table" && !b.quoted
      ? b.header.map((_, at) => b.rows.filter((r) => !r.total).flatMap((r) => r.cells[at] ?? []))
      : [],
  );
  return [...headings, ...lists, ...columns].flatMap((units) => sumOf(units) ?? []);
}

/** "Phase 1 (4/5)", "Phase 2 (5/8)": headings that begin with one word belong together. */
function families(headings: readonly TextUnit[]): TextUnit[][] {
  const byWord = new Map<string, TextUnit[]>();
  for (const heading of headings) {
    const word = words(heading.text.value)[0] ?? "";
    pushTo(byWord, word, heading);
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
  const part = shares.reduce((n, { share }) => n + share.part, 0);
  const whole = shares.reduce((n, { share }) => n + share.whole, 0);
  return {
    part,
    whole,
    units: new Set(shares.map(({ unit }) => unit)),
    nouns: [...new Set(["", "item", "task", ...shares.map(({ name }) => name)])],
    by: {
      how: `${addends(shares.map(({ share }) => share.raw))} = ${part}/${whole}`,
      from: shares.map(({ unit, share }) => ({
        range: sourceRange(unit.text, share.start, share.end),
        text: share.raw,
      })),
    },
  };
}
