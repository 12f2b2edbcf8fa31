import { clipEnd, clipStart, measure } from "./measure.js";
import { sanitize } from "./sanitize.js";
import type { Paint, Theme } from "./theme.js";

/** Where the figure stands in a line; columns are 1-based UTF-16 units, `endColumn` is the first one behind it. */
export interface Marked {
  readonly line: number;
  readonly text: string;
  readonly column: number;
  readonly endColumn: number;
}

const TAB = 4;

/** Shown as a terminal may show it: tabs become spaces, control characters visible escapes. */
function visible(text: string, from: number): string {
  const parts: string[] = [];
  let column = from;
  for (const [index, part] of text.split("\t").entries()) {
    const gap = index === 0 ? 0 : TAB - (column % TAB);
    const shown = sanitize(part);
    parts.push(" ".repeat(gap), shown);
    column += gap + measure(shown);
  }
  return parts.join("");
}

/** A column inside a surrogate pair belongs to the pair's start, or end. */
function wholeCharacter(text: string, offset: number, step: -1 | 1): number {
  const bounded = Math.min(Math.max(offset, 0), text.length);
  return (text.codePointAt(bounded - 1) ?? 0) > 0xffff ? bounded + step : bounded;
}

interface Pieces {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

function cut({ text, column, endColumn }: Marked): Pieces {
  const start = wholeCharacter(text, column - 1, -1);
  const end = Math.max(start, wholeCharacter(text, endColumn - 1, 1));
  const before = visible(text.slice(0, start), 0);
  const figure = visible(text.slice(start, end), measure(before));
  const after = visible(text.slice(end).trimEnd(), measure(before) + measure(figure));
  return { before, figure, after };
}

/** Leaves away what does not fit, so that the figure stays in view with what surrounds it. */
function window({ before, figure, after }: Pieces, width: number | undefined): Pieces {
  if (width === undefined || measure(before) + measure(figure) + measure(after) <= width)
    return { before, figure, after };
  const shown = clipEnd(figure, width);
  const room = Math.max(0, width - measure(shown));
  const half = Math.floor(room / 2);
  const left = measure(before) <= half ? measure(before) : Math.max(half, room - measure(after));
  const clipped = clipStart(before, left);
  return { before: clipped, figure: shown, after: clipEnd(after, room - measure(clipped)) };
}

/** The source line and the carets below it, behind a gutter with the line's number. */
export function codeFrame(
  marked: Marked,
  gutter: number,
  width: number | undefined,
  theme: Theme,
  paint: Paint,
): readonly string[] {
  const bar = `${" ".repeat(gutter)} |`;
  const room = width === undefined ? undefined : Math.max(20, width - gutter - 3);
  const { before, figure, after } = window(cut(marked), room);
  const carets = "^".repeat(Math.max(1, measure(figure)));
  return [
    `${theme.dim(`${String(marked.line).padStart(gutter)} |`)} ${before}${theme.bold(figure)}${after}`.trimEnd(),
    `${theme.dim(bar)} ${" ".repeat(measure(before))}${paint(carets)}`,
  ];
}
