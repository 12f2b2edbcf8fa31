import type { PhrasingContent } from "mdast";
import { shortcodes } from "../lex/status-marks.js";
import { MappedText, type Span, type SpanKind } from "../model/plain-text.js";

/** Longest run of source characters (indentation, "> " prefixes) between two characters of a value. */
const LONGEST_PREFIX = 256;

const NO_SPANS: readonly Span[] = [];

interface Builder {
  /** Joined in the end: a text that grows by characters is slow to read. */
  readonly pieces: string[];
  length: number;
  /** By turns an index of the value and its source offset, wherever the next character stands elsewhere than behind the last. */
  readonly runs: number[];
  /** Where the next character stands in the source if it goes on there. */
  next: number;
  readonly spans: Span[];
}

/** The words of inline content without markup, mapped to the source text character by character. */
export function plainText(nodes: readonly PhrasingContent[], source: string): MappedText {
  const out: Builder = { pieces: [], length: 0, runs: [], next: -1, spans: [] };
  for (const node of nodes) append(node, source, out);
  place(nodes.at(-1)?.position?.end.offset ?? 0, out);
  const value = out.pieces.length === 1 ? (out.pieces[0] ?? "") : out.pieces.join("");
  return new MappedText(value, out.spans.length === 0 ? NO_SPANS : out.spans, out.runs);
}

/** A stretch of raw text as it stands, as in fences and drawn tables; `shift` is where the text itself stands. */
export function verbatim(source: string, start: number, end: number, shift = 0): MappedText {
  return new MappedText(source.slice(start, end), [], shift + start);
}

/** Part of a plain text, spans cut to fit. */
export function slicePlain(text: MappedText, start: number, end: number, spans = text.spans): MappedText {
  return text.part(
    start,
    end,
    spans
      .filter((s) => s.start < end && s.end > start)
      .map((s) => ({ ...s, start: Math.max(s.start, start) - start, end: Math.min(s.end, end) - start })),
  );
}

/** Without the white space at both ends. */
export function trimPlain(text: MappedText): MappedText {
  const start = text.value.length - text.value.trimStart().length;
  const end = text.value.trimEnd().length;
  return start === 0 && end === text.value.length ? text : slicePlain(text, start, Math.max(start, end));
}

function append(node: PhrasingContent, source: string, out: Builder): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  switch (node.type) {
    case "text":
      return align(node.value, source, start, end, out, shortcodes(node.value));
    case "inlineCode":
      return within("code", out, undefined, () =>
        align(node.value, source, start + leadingTicks(source, start), end, out),
      );
    case "break":
      return push("\n", start, out);
    case "html":
      return /^<br\b/i.test(node.value) ? push("\n", start, out) : undefined;
    case "strong":
    case "emphasis":
      if (isPartOfName(source, start, end)) return align(source.slice(start, end), source, start, end, out);
      return within(node.type, out, undefined, () =>
        node.children.forEach((c) => {
          append(c, source, out);
        }),
      );
    case "link":
      return within("link", out, node.url, () =>
        node.children.forEach((c) => {
          append(c, source, out);
        }),
      );
    case "linkReference":
      return node.children.forEach((c) => {
        append(c, source, out);
      });
    case "image":
      return align(node.alt ?? "", source, start, end, out);
    default:
      return undefined;
  }
}

/** "src/__init__.py": underscores that belong to a file's name, though CommonMark reads emphasis. */
function isPartOfName(source: string, start: number, end: number): boolean {
  const inside = source.slice(start, end);
  return (
    inside.startsWith("_") &&
    !/\s/.test(inside) &&
    (/[/\\.]/.test(source.charAt(start - 1)) || /^(?:[/\\]|\.\w)/.test(source.slice(end, end + 2)))
  );
}

function leadingTicks(source: string, at: number): number {
  return /^`+/.exec(source.slice(at, at + 40))?.[0].length ?? 0;
}

function within(kind: SpanKind, out: Builder, url: string | undefined, body: () => void): void {
  const start = out.length;
  body();
  out.spans.push({ kind, start, end: out.length, ...(url === undefined ? {} : { url }) });
}

/** Says where in the source the next character stands. */
function place(offset: number, out: Builder): void {
  if (offset !== out.next) out.runs.push(out.length, offset);
  out.next = offset;
}

/** Adds characters that stand one behind the other in the source. */
function push(chars: string, offset: number, out: Builder): void {
  place(offset, out);
  out.pieces.push(chars);
  out.length += chars.length;
  out.next += chars.length;
}

/** Emoji shortcodes become the marks they stand for. Escapes, entities and container prefixes make the source longer than the value: walk both. */
function align(
  value: string,
  source: string,
  start: number,
  end: number,
  out: Builder,
  codes: ReturnType<typeof shortcodes> = [],
): void {
  let j = start;
  let code = 0;
  for (let i = 0; i < value.length; i++) {
    while (code < codes.length && (codes[code]?.end ?? 0) <= i) code++;
    const next = codes[code];
    const same = sameLength(value, i, next?.start ?? value.length, source, j, end);
    if (same > 0) {
      push(value.slice(i, i + same), j, out);
      j += same;
      i += same - 1;
      continue;
    }
    const wanted = value.charAt(i);
    // What ends a line is no part of its value, be it the blanks that a comment left.
    if (wanted === "\n" || wanted === "\r") while (j < end && (source[j] === " " || source[j] === "\t")) j++;
    const limit = Math.min(end, j + LONGEST_PREFIX);
    let k = j;
    while (k < limit && source[k] !== wanted) k++;
    const found = k < limit;
    if (found) j = k;
    if (!next || i < next.start) push(wanted, Math.min(j, Math.max(start, end - 1)), out);
    else if (i === next.start) for (const unit of next.mark.split("")) push(unit, j, out);
    if (found) j++;
    else if (source[j] === "&") j = Math.max(j + 1, source.indexOf(";", j) + 1);
  }
}

/** How many characters from `i` to `to` stand in the source from `j` to `end` as they are. */
function sameLength(value: string, i: number, to: number, source: string, j: number, end: number): number {
  const most = Math.min(to - i, end - j);
  let length = 0;
  while (length < most && value.charCodeAt(i + length) === source.charCodeAt(j + length)) length++;
  return Math.max(0, length);
}
