import type { PhrasingContent } from "mdast";
import { kindOf, OTHER, PUNCTUATION, STAR } from "./chars.js";
import { Piece, type Pieces } from "./pieces.js";

/** A run of stars or underscores that may open or close emphasis. */
export class Run extends Piece {
  before: Run | undefined;
  after: Run | undefined;

  constructor(
    from: number,
    to: number,
    value: string,
    readonly marker: number,
    readonly opens: boolean,
    readonly closes: boolean,
    /** Runs count up in the order of the text. */
    readonly index: number,
  ) {
    super(from, to, value);
  }

  get size(): number {
    return this.to - this.from;
  }
}

/** The run from one offset to another, as what stands on both sides makes it. */
export function runAt(text: string, from: number, to: number, start: number, end: number, index: number): Run {
  const marker = text.charCodeAt(from);
  const before = from > start ? kindOf(text.charCodeAt(from - 1)) : kindOf(Number.NaN);
  const after = to < end ? kindOf(text.charCodeAt(to)) : kindOf(Number.NaN);
  const left = after === OTHER || (after === PUNCTUATION && before !== OTHER);
  const right = before === OTHER || (before === PUNCTUATION && after !== OTHER);
  const opens = marker === STAR ? left : left && (before !== OTHER || !right);
  const closes = marker === STAR ? right : right && (after !== OTHER || !left);
  return new Run(from, to, text.slice(from, to), marker, opens, closes, index);
}

/** Makes emphasis of pieces. */
export type MakeEmphasis = (
  first: Piece | undefined,
  last: Piece | undefined,
  strong: boolean,
  from: number,
  to: number,
) => PhrasingContent;

/** The runs of a stretch of inline content that have found no partner. */
export class Runs {
  last: Run | undefined;
  private count = 0;

  constructor(
    private readonly pieces: Pieces,
    private readonly make: MakeEmphasis,
  ) {}

  add(text: string, from: number, to: number, start: number, end: number): void {
    const run = runAt(text, from, to, start, end, this.count++);
    run.before = this.last;
    if (this.last) this.last.after = run;
    this.last = run;
    this.pieces.add(run);
  }

  /** Pairs the runs after one of them (or all), and forgets the rest. */
  resolve(bottom: Run | undefined): void {
    // Below these indices nothing opens what a closer of the kind closes, so that no run is asked twice.
    const bottoms = new Map<number, number>();
    let closer = this.firstAfter(bottom);
    while (closer) {
      const key = closer.marker * 6 + (closer.opens ? 3 : 0) + (closer.size % 3);
      const opener = closer.closes ? findOpener(closer, bottom, bottoms.get(key) ?? -1) : undefined;
      if (opener) {
        closer = this.pair(opener, closer, bottoms);
        continue;
      }
      if (closer.closes) bottoms.set(key, closer.before?.index ?? -1);
      const next: Run | undefined = closer.after;
      if (!closer.opens) this.drop(closer);
      closer = next;
    }
    this.last = bottom;
    if (bottom) bottom.after = undefined;
  }

  private firstAfter(bottom: Run | undefined): Run | undefined {
    if (bottom) return bottom.after;
    let first = this.last;
    while (first?.before) first = first.before;
    return first;
  }

  /** Emphasis between two runs; says with which run to go on. */
  private pair(opener: Run, closer: Run, bottoms: Map<number, number>): Run | undefined {
    const use = opener.size > 1 && closer.size > 1 ? 2 : 1;
    const from = opener.to - use;
    const to = closer.from + use;
    const inside = opener.next === closer ? undefined : opener.next;
    const node = this.make(inside, inside ? closer.previous : undefined, use === 2, from, to);
    opener.after = closer;
    closer.before = opener;
    const piece = new Piece(from, to, "", node);
    if (inside && closer.previous) this.pieces.replace(inside, closer.previous, piece);
    else this.pieces.insert(opener, piece);
    shrink(opener, opener.from, from);
    shrink(closer, to, closer.to);
    if (opener.size === 0) {
      this.pieces.remove(opener);
      this.drop(opener);
    } else {
      // A shorter run may open what it could not before.
      for (const [key, index] of bottoms) if (index >= opener.index) bottoms.set(key, opener.index - 1);
    }
    if (closer.size > 0) return closer;
    this.pieces.remove(closer);
    const next = closer.after;
    this.drop(closer);
    return next;
  }

  private drop(run: Run): void {
    if (run.before) run.before.after = run.after;
    if (run.after) run.after.before = run.before;
    else this.last = run.before;
  }
}

function shrink(run: Run, from: number, to: number): void {
  run.from = from;
  run.to = to;
  run.value = run.value.slice(0, to - from);
}

function findOpener(closer: Run, bottom: Run | undefined, lowest: number): Run | undefined {
  for (let run = closer.before; run && run !== bottom && run.index > lowest; run = run.before) {
    if (run.marker !== closer.marker || !run.opens) continue;
    const either = run.closes || closer.opens;
    if (either && closer.size % 3 !== 0 && (run.size + closer.size) % 3 === 0) continue;
    return run;
  }
  return undefined;
}
