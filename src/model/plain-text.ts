import { showControls } from "./controls.js";
import type { Range } from "./range.js";

/** What markdown made of a stretch of plain text. */
export type SpanKind = "code" | "link" | "strong" | "emphasis" | "deleted";

/** Offsets are into {@link PlainText.value}. */
export interface Span {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
  /** The target of a link. */
  readonly url?: string;
}

/** The words of an inline run without its markup, each character mapped to the source. */
export interface PlainText {
  readonly value: string;
  /** `value[i]` stands at source offset `offsets[i]`; one entry more for the end. */
  readonly offsets: readonly number[];
  readonly spans: readonly Span[];
}

/**
 * A plain text that stands in the source in runs, as nearly all do: a number for each of its characters would take many times
 * the room of the text itself.
 */
export class MappedText implements PlainText {
  readonly value: string;
  readonly spans: readonly Span[];
  /** Where the only run starts in the source; of several, by turns an index of the value and its source offset. */
  readonly #runs: number | readonly number[];
  #offsets: readonly number[] | undefined;

  constructor(value: string, spans: readonly Span[], runs: number | readonly number[]) {
    this.value = value;
    this.spans = spans;
    this.#runs = typeof runs !== "number" && runs.length === 2 ? (runs[1] ?? 0) : runs;
  }

  /** The source offset of a character; of the end, for the index behind the last one. */
  offsetAt(index: number): number {
    const runs = this.#runs;
    if (typeof runs === "number") return runs + index;
    const run = this.#runAt(index);
    return (runs[run + 1] ?? 0) + index - (runs[run] ?? 0);
  }

  get offsets(): readonly number[] {
    this.#offsets ??= Array.from({ length: this.value.length + 1 }, (_, index) => this.offsetAt(index));
    return this.#offsets;
  }

  /** The part from `start` to `end`, with the spans that are given for it. */
  part(start: number, end: number, spans: readonly Span[]): MappedText {
    const runs = this.#runs;
    const value = this.value.slice(start, end);
    if (typeof runs === "number") return new MappedText(value, spans, runs + start);
    const kept = [0, this.offsetAt(start)];
    for (let run = this.#runAt(start) + 2; run < runs.length; run += 2) {
      const index = runs[run] ?? 0;
      if (index > end) break;
      kept.push(index - start, runs[run + 1] ?? 0);
    }
    return new MappedText(value, spans, kept);
  }

  /** The last run that does not start behind an index. */
  #runAt(index: number): number {
    const runs = this.#runs as readonly number[];
    let low = 0;
    let high = runs.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle * 2] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low * 2;
  }
}

/** The source offset of a character of a text. */
export function offsetAt(text: PlainText, index: number): number | undefined {
  if (text instanceof MappedText) return index <= text.value.length ? text.offsetAt(index) : undefined;
  return text.offsets[index];
}

/** The source range of `value.slice(start, end)`. */
export function sourceRange(text: PlainText, start = 0, end = text.value.length): Range {
  const first = offsetAt(text, start) ?? 0;
  const last = end > start ? (offsetAt(text, end - 1) ?? first) + 1 : first;
  return { start: first, end: Math.max(first, last) };
}

/** The innermost span of a kind that covers the offset, if any. */
export function spanAt(text: PlainText, kind: SpanKind, offset: number): Span | undefined {
  return text.spans.find((span) => span.kind === kind && span.start <= offset && offset < span.end);
}

/** More of a text than this says no more inside a sentence. */
const LONGEST_QUOTE = 60;

/**
 * Text of a report inside a message: on one line, cut to a readable length, in quotation marks that no mark within it can
 * end, with control characters shown.
 */
export function quote(text: string): string {
  const flat = showControls(oneLine(text)).replaceAll('"', "'");
  const short = flat.length > LONGEST_QUOTE ? `${flat.slice(0, LONGEST_QUOTE - 3).replace(/\p{Cs}$/u, "")}...` : flat;
  return `"${short}"`;
}

/** A text on one line: every run of white space as one space, none at the ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
