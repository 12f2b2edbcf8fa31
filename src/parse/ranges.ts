import { offsetAt, type PlainText } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { Block, Section, TextUnit } from "../model/report.js";

/** A node of the markdown tree, as far as its place goes. */
export interface Positioned {
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
}

/** Where a node stands in the source. */
export function rangeOf(node: Positioned): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Where a plain text stands in the source. */
export function spanOf(text: PlainText): Range {
  const start = offsetAt(text, 0) ?? 0;
  return { start, end: (offsetAt(text, Math.max(0, text.value.length - 1)) ?? start) + 1 };
}

/** The line that a block ends with, if it may introduce the next block. */
export function lastLine(block: Block): TextUnit | undefined {
  return block.kind === "paragraph" ? block.lines.at(-1) : undefined;
}

/** The sections under one reach to the next heading of their rank or above; it has been closed itself. */
export function closeRanges({ children, range }: Section): void {
  for (const [index, child] of children.entries()) {
    child.range = { start: child.range.start, end: children[index + 1]?.range.start ?? range.end };
  }
}
