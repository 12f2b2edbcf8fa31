import type { PhrasingContent } from "mdast";
import { shortcodes } from "../lex/status-marks.js";
import type { PlainText, Span, SpanKind } from "../model/plain-text.js";

/** Longest run of source characters (indentation, "> " prefixes) between two characters of a value. */
const LONGEST_PREFIX = 256;

interface Builder {
  value: string;
  offsets: number[];
  spans: Span[];
}

/** The words of inline content without markup, mapped to the source text character by character. */
export function plainText(nodes: readonly PhrasingContent[], source: string): PlainText {
  const out: Builder = { value: "", offsets: [], spans: [] };
  for (const node of nodes) append(node, source, out);
  const last = nodes.at(-1)?.position?.end.offset ?? 0;
  return { value: out.value, offsets: [...out.offsets, last], spans: out.spans };
}

/** A stretch of raw text as it stands, as in fences and drawn tables. */
export function verbatim(source: string, start: number, end: number): PlainText {
  const value = source.slice(start, end);
  return { value, offsets: Array.from({ length: value.length + 1 }, (_, i) => start + i), spans: [] };
}

/** Part of a plain text, spans cut to fit. */
export function slicePlain(text: PlainText, start: number, end: number): PlainText {
  return {
    value: text.value.slice(start, end),
    offsets: text.offsets.slice(start, end + 1),
    spans: text.spans
      .filter((s) => s.start < end && s.end > start)
      .map((s) => ({ ...s, start: Math.max(s.start, start) - start, end: Math.min(s.end, end) - start })),
  };
}

/** Without the white space at both ends. */
export function trimPlain(text: PlainText): PlainText {
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
  const start = out.value.length;
  body();
  out.spans.push({ kind, start, end: out.value.length, ...(url === undefined ? {} : { url }) });
}

function push(char: string, offset: number, out: Builder): void {
  out.value += char;
  out.offsets.push(offset);
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
  for (let i = 0; i < value.length; i++) {
    const code = codes.find((c) => c.start <= i && i < c.end);
    const wanted = value.charAt(i);
    // What ends a line is no part of its value, be it the blanks that a comment left.
    if (wanted === "\n" || wanted === "\r") while (j < end && (source[j] === " " || source[j] === "\t")) j++;
    const limit = Math.min(end, j + LONGEST_PREFIX);
    let k = j;
    while (k < limit && source[k] !== wanted) k++;
    const found = k < limit;
    if (found) j = k;
    if (!code) push(wanted, Math.min(j, Math.max(start, end - 1)), out);
    else if (i === code.start) for (const unit of code.mark.split("")) push(unit, j, out);
    if (found) j++;
    else if (source[j] === "&") j = Math.max(j + 1, source.indexOf(";", j) + 1);
  }
}
