import { showControls } from "./controls.js";
import type { Range } from "./range.js";

/** What markdown made of a stretch of plain text. */
export type SpanKind = "code" | "link" | "strong" | "emphasis" | "deleted" | "html";

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

/** The source range of `value.slice(start, end)`. */
export function sourceRange(text: PlainText, start = 0, end = text.value.length): Range {
  const first = text.offsets[start] ?? 0;
  const last = end > start ? (text.offsets[end - 1] ?? first) + 1 : first;
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
