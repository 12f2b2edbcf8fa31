import type { Range } from "../model/range.js";
import { lastNotAbove } from "../source/positions.js";
import type { FoundComment } from "./suppression-comments.js";

/** A text that reads as if comments were not there, with every offset as before. */
export interface WithoutComments {
  /** Lines that hold nothing but comments are gone; comments inside a line of text are left to the parser. */
  readonly toParse: string;
  /** No comment is left, for whatever reads by lines. */
  readonly toRead: string;
}

const BLANK = /^[\s>]*$/;
const MARKERS = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+$/;

/**
 * Takes comments out of a text. A line of its own is drawn to the end of the line above, so that it ends no paragraph and
 * no list; below a table it is a blank line, since every reader's table ends there, too.
 */
export function withoutComments(
  text: string,
  lineStarts: readonly number[],
  comments: readonly FoundComment[],
): WithoutComments {
  const lines = groupByLines(text, lineStarts, comments).flatMap((group) => blankedLines(text, group));
  const inline = comments.filter(({ block }) => !block).map(({ range }) => range);
  return {
    toParse: blank(text, lines),
    toRead: blank(
      text,
      [...lines, ...inline].sort((a, b) => a.start - b.start),
    ),
  };
}

interface Group {
  readonly comments: FoundComment[];
  /** The lines on which they stand, without the last line end. */
  readonly lines: { readonly start: number; end: number };
  /** Where the line above ends; undefined on the first line. */
  readonly above: number | undefined;
}

/** Block comments that share a line belong together. */
function groupByLines(text: string, lineStarts: readonly number[], comments: readonly FoundComment[]): Group[] {
  const groups: Group[] = [];
  for (const comment of comments) {
    if (!comment.block) continue;
    const end = lineEnd(text, lineStarts, comment.range.end);
    const last = groups.at(-1);
    if (last && comment.range.start <= last.lines.end) {
      last.comments.push(comment);
      last.lines.end = end;
      continue;
    }
    const line = lastNotAbove(lineStarts, comment.range.start, (start) => start);
    const start = lineStarts[line] ?? 0;
    const above = line === 0 ? undefined : lineEnd(text, lineStarts, lineStarts[line - 1] ?? 0);
    groups.push({ comments: [comment], lines: { start, end }, above });
  }
  return groups;
}

/** Where the line of an offset ends, before its line end. */
export function lineEnd(text: string, lineStarts: readonly number[], offset: number): number {
  const line = lastNotAbove(lineStarts, offset, (start) => start);
  let end = lineStarts[line + 1] ?? text.length;
  if (text[end - 1] === "\n" && end > offset) end--;
  if (text[end - 1] === "\r" && end > offset) end--;
  return end;
}

function blankedLines(text: string, { comments, lines, above }: Group): Range[] {
  const first = comments[0]?.range.start ?? lines.start;
  const before = text.slice(lines.start, first);
  const after = comments
    .map(({ range }, i) => text.slice(range.end, comments[i + 1]?.range.start ?? lines.end))
    .join("");
  // To markdown, what follows a comment on its line is part of it.
  if (!BLANK.test(after)) return [];
  if (MARKERS.test(before)) return [{ start: first, end: lines.end }];
  if (!BLANK.test(before)) return [];
  const drawnUp = above !== undefined && !comments.some(({ belowTable }) => belowTable);
  return [{ start: drawnUp ? above : lines.start, end: lines.end }];
}

/** With tabs, since two spaces at the end of a line would mean something. */
function blank(text: string, ranges: readonly Range[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of ranges) {
    pieces.push(text.slice(done, start), "\t".repeat(Math.max(0, end - Math.max(start, done))));
    done = Math.max(done, end);
  }
  pieces.push(text.slice(done));
  return pieces.join("");
}
