import type { Range } from "../model/range.js";

/** The inline code spans of one line, backticks included, as offsets into the line. */
export function codeSpans(line: string): readonly Range[] {
  const runs = [...line.matchAll(/`+/g)];
  // For each run, the nearest later one of the same length.
  const closing: (number | undefined)[] = [];
  const nearest = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    closing[index] = nearest.get(length);
    nearest.set(length, index);
  }
  const spans: Range[] = [];
  for (let open = 0; open < runs.length; open += 1) {
    const close = closing[open];
    const first = runs[open];
    const last = close === undefined ? undefined : runs[close];
    if (close === undefined || first === undefined || last === undefined) continue;
    spans.push({ start: first.index, end: last.index + last[0].length });
    open = close;
  }
  return spans;
}

/** The lines of fenced code blocks, fences included, as offsets into the text. */
function fencedBlocks(text: string): readonly Range[] {
  const blocks: Range[] = [];
  let open: { start: number; fence: string } | undefined;
  for (const m of text.matchAll(/^ {0,3}(`{3,}|~{3,})([^\n]*)$/gm)) {
    const fence = m[1] ?? "";
    if (!open) open = { start: m.index, fence };
    else if (fence[0] === open.fence[0] && fence.length >= open.fence.length && (m[2] ?? "").trim() === "") {
      blocks.push({ start: open.start, end: m.index + m[0].length });
      open = undefined;
    }
  }
  return blocks;
}

/** True when every range stands inside code: a fenced block, or a code span of its line. The ranges are in order. */
export function allInCode(text: string, ranges: readonly Range[]): boolean {
  const blocks = fencedBlocks(text);
  return allInCodeSpans(
    text,
    ranges.filter((r) => !blocks.some((b) => b.start <= r.start && r.end <= b.end)),
  );
}

/** True when every range stands inside an inline code span of its line. The ranges are in order. */
function allInCodeSpans(text: string, ranges: readonly Range[]): boolean {
  let lineEnd = -1;
  let lineStart = 0;
  let spans: readonly Range[] = [];
  let at = 0;
  return ranges.every(({ start, end }) => {
    if (start >= lineEnd) {
      lineStart = text.lastIndexOf("\n", start - 1) + 1;
      const next = text.indexOf("\n", start);
      lineEnd = next === -1 ? text.length : next;
      spans = codeSpans(text.slice(lineStart, lineEnd));
      at = 0;
    }
    while (lineStart + (spans[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    const span = spans[at];
    return span !== undefined && lineStart + span.start <= start && end <= lineStart + span.end;
  });
}
