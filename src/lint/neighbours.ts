import { statedFigure } from "../claims/stated-figures.js";
import type { Judgement } from "../evidence/evaluate.js";
import { type Figure, figures } from "../lex/numbers.js";
import { overlap, type Range } from "../model/range.js";
import type { Report, TextUnit } from "../model/report.js";

/** Offsets that are looked through together. */
const STRETCH = 64;

/** A figure, and the text in which it stands. */
export interface FigureIn {
  readonly unit: TextUnit;
  readonly figure: Figure;
}

/** What stands where in a report, told for each finding without looking through all of it. */
export class Neighbours {
  private readonly units = new Map<TextUnit, Judgement[]>();
  private readonly places = new Map<number, { readonly place: Range; readonly judgement: Judgement }[]>();
  private readonly read = new Map<TextUnit, readonly Figure[]>();
  private numbers: ReadonlyMap<number, readonly FigureIn[]> | undefined;
  /** Contradicted claims about statuses. */
  readonly statuses: readonly Judgement[];

  constructor(
    private readonly report: Report,
    judgements: readonly Judgement[],
  ) {
    this.statuses = judgements.filter(
      ({ claim, verdict }) => claim.kind === "status" && verdict.kind === "contradicted",
    );
    for (const judgement of judgements) {
      push(this.units, judgement.claim.unit, judgement);
      const place = statedFigure(judgement.claim);
      if (place) for (const at of stretchesOf(place)) push(this.places, at, { place, judgement });
    }
  }

  /** Of claims in this text, in their order. */
  within(unit: TextUnit): readonly Judgement[] {
    return this.units.get(unit) ?? [];
  }

  /** Of claims whose stated figure has a character in common with this place. */
  *at(range: Range): Generator<Judgement> {
    for (const stretch of stretchesOf(range)) {
      for (const { place, judgement } of this.places.get(stretch) ?? []) if (overlap(place, range)) yield judgement;
    }
  }

  /** Whether a claim in this text is about this place. */
  isRead(unit: TextUnit, place: Range): boolean {
    return this.within(unit).some(({ claim }) => overlap(claim.range, place));
  }

  /** The figures of a text. */
  figuresOf(unit: TextUnit): readonly Figure[] {
    const known = this.read.get(unit);
    if (known) return known;
    const found = figures(unit.text.value, unit.conventions);
    this.read.set(unit, found);
    return found;
  }

  /** The figures of the report's own text with this value at either end, in the order of the text. */
  written(value: number): readonly FigureIn[] {
    this.numbers ??= this.readAll();
    return this.numbers.get(value) ?? [];
  }

  private readAll(): ReadonlyMap<number, readonly FigureIn[]> {
    const numbers = new Map<number, FigureIn[]>();
    for (const unit of this.report.units) {
      if (unit.quoted || unit.kind === "code") continue;
      for (const figure of this.figuresOf(unit)) {
        for (const value of new Set([figure.quantity.low, figure.quantity.high]))
          push(numbers, value, { unit, figure });
      }
    }
    return numbers;
  }
}

/** Whether one of them is so. */
export function some<T>(all: Iterable<T>, isSo: (one: T) => boolean): boolean {
  for (const one of all) if (isSo(one)) return true;
  return false;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function stretchesOf({ start, end }: Range): readonly number[] {
  const first = Math.floor(start / STRETCH);
  const count = Math.floor(Math.max(start, end - 1) / STRETCH) - first + 1;
  return Array.from({ length: count }, (_, index) => first + index);
}
