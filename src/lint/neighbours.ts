import { statedFigure } from "../claims/stated-figures.js";
import type { Judgement } from "../evidence/evaluate.js";
import { timeUnit } from "../lex/durations.js";
import { type Figure, figures } from "../lex/numbers.js";
import { noun } from "../lex/words.js";
import { pushTo } from "../model/grouped.js";
import { sourceRange } from "../model/plain-text.js";
import { overlap, type Range } from "../model/range.js";
import type { Report, TextUnit } from "../model/report.js";
import { type FigureIn, FiguresAlike, type SaidAlike } from "./figures-alike.js";

/** Offsets that are looked through together. */
const STRETCH = 64;

interface Placed {
  readonly place: Range;
  readonly judgement: Judgement;
}

/** What stands where in a report, told for each finding without looking through all of it. */
export class Neighbours {
  private readonly units = new Map<TextUnit, Judgement[]>();
  private readonly places = new Map<number, Placed[]>();
  private readonly read = new Map<TextUnit, readonly Figure[]>();
  private numbers: ReadonlyMap<number, readonly FigureIn[]> | undefined;
  private readonly alike = new Map<number, readonly FiguresAlike[]>();
  /** Where statuses are stated that other claims contradict. */
  private readonly statuses = new Map<number, Placed[]>();
  private readonly doubted = new WeakMap<readonly Range[], readonly Judgement[]>();

  constructor(
    private readonly report: Report,
    judgements: readonly Judgement[],
  ) {
    for (const judgement of judgements) {
      pushTo(this.units, judgement.claim.unit, judgement);
      const place = statedFigure(judgement.claim);
      if (place) for (const at of stretchesOf(place)) pushTo(this.places, at, { place, judgement });
      for (const status of doubtfulStatuses(judgement))
        for (const at of stretchesOf(status)) pushTo(this.statuses, at, { place: status, judgement });
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

  /** Of contradicted claims about statuses that stand at some of these places. */
  statusesAt(ranges: readonly Range[]): readonly Judgement[] {
    const known = this.doubted.get(ranges);
    if (known) return known;
    const found = new Set<Judgement>();
    for (const range of this.statuses.size === 0 ? [] : ranges) {
      for (const stretch of stretchesOf(range))
        for (const { place, judgement } of this.statuses.get(stretch) ?? [])
          if (overlap(place, range)) found.add(judgement);
    }
    const doubted = [...found];
    this.doubted.set(ranges, doubted);
    return doubted;
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

  /** The figures of the report's own text with this value at either end, those together that say the same. */
  written(value: number): readonly FiguresAlike[] {
    const known = this.alike.get(value);
    if (known) return known;
    this.numbers ??= this.readAll();
    const found = new Map<string, FiguresAlike>();
    for (const one of this.numbers.get(value) ?? []) {
      const said = this.saidBy(one);
      const key = [said.low, said.high, said.time, said.named, ...said.computed].join(" ");
      const alike = found.get(key) ?? new FiguresAlike(said);
      found.set(key, alike);
      alike.add(one);
    }
    const all = [...found.values()];
    this.alike.set(value, all);
    return all;
  }

  private readAll(): ReadonlyMap<number, readonly FigureIn[]> {
    const numbers = new Map<number, FigureIn[]>();
    for (const unit of this.report.units) {
      if (unit.quoted || unit.kind === "code") continue;
      for (const figure of this.figuresOf(unit)) {
        const { low, high } = figure.quantity;
        pushTo(numbers, low, { unit, figure });
        if (high !== low) pushTo(numbers, high, { unit, figure });
      }
    }
    return numbers;
  }

  private saidBy({ unit, figure: { quantity, start, end } }: FigureIn): SaidAlike {
    const { low, high, unit: word } = quantity;
    const time = word === "" ? undefined : timeUnit(word);
    const computed = new Set<number>();
    for (const { verdict } of this.at(sourceRange(unit.text, start, end)))
      if (verdict.kind === "contradicted" && verdict.value) computed.add(Math.round(verdict.value.low));
    return { low, high, named: word === "" ? "" : (time ?? noun(word)), time: time !== undefined, computed };
  }
}

/** Whether one of them is so. */
export function some<T>(all: Iterable<T>, isSo: (one: T) => boolean): boolean {
  for (const one of all) if (isSo(one)) return true;
  return false;
}

/** The places of a contradicted claim about a status; of two that speak of each other either may be the wrong one. */
function doubtfulStatuses({ claim, verdict }: Judgement): readonly Range[] {
  if (claim.kind !== "status" || verdict.kind !== "contradicted") return [];
  return [claim.range, ...(claim.mutual ? claim.against.map(({ range }) => range) : [])];
}

function stretchesOf({ start, end }: Range): readonly number[] {
  const first = Math.floor(start / STRETCH);
  const count = Math.floor(Math.max(start, end - 1) / STRETCH) - first + 1;
  return Array.from({ length: count }, (_, index) => first + index);
}
