import type { Figure } from "../lex/numbers.js";
import type { Table, TextUnit } from "../model/report.js";

/** A figure, and the text in which it stands. */
export interface FigureIn {
  readonly unit: TextUnit;
  readonly figure: Figure;
}

/** What figures of a report have in common that say the same of the same kind of thing. */
export interface SaidAlike {
  readonly low: number;
  readonly high: number;
  /** What they count, singular; "" where that is not said. */
  readonly named: string;
  /** They count time. */
  readonly time: boolean;
  /** What claims that are contradicted there compute instead, rounded. */
  readonly computed: ReadonlySet<number>;
}

/** Figures that say the same, by the table or else the text that they stand in. */
export class FiguresAlike implements SaidAlike {
  readonly low: number;
  readonly high: number;
  readonly named: string;
  readonly time: boolean;
  readonly computed: ReadonlySet<number>;
  private readonly places = new Map<Table | TextUnit, FigureIn[]>();

  constructor({ low, high, named, time, computed }: SaidAlike) {
    this.low = low;
    this.high = high;
    this.named = named;
    this.time = time;
    this.computed = computed;
  }

  add(figure: FigureIn): void {
    const place = placeOf(figure.unit);
    const there = this.places.get(place);
    if (there) there.push(figure);
    else this.places.set(place, [figure]);
  }

  /** Those that stand neither in this text nor in its table. */
  *outside(unit: TextUnit): Generator<FigureIn> {
    const own = placeOf(unit);
    for (const [place, figures] of this.places) if (place !== own) yield* figures;
  }
}

function placeOf(unit: TextUnit): Table | TextUnit {
  return unit.cell?.table ?? unit;
}
