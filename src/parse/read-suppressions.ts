import type { Range } from "../model/range.js";
import { type NamedRule, SUPPRESSION_WORDS, type Suppression, type SuppressionWord } from "../model/suppression.js";
import { lastNotAbove } from "../source/positions.js";
import type { FoundComment } from "./suppression-comments.js";
import { lineEnd } from "./without-comments.js";

const WORD = /^\s*(blockers-[^\s,]*)/;
/** A dash, too: some renderers show a comment with "--" in it where it stands inside a line. */
const BEFORE_REASON = /(?:^|[\s,])(?:--|[—–])(?:\s|$)/;
const RULE = /[^\s,]+/g;
const NOTHING: Range = { start: 0, end: 0 };

interface Read {
  readonly comment: FoundComment;
  readonly word: string;
  readonly kind: SuppressionWord | undefined;
  readonly names: readonly { readonly id: string; readonly range: Range }[];
  readonly reason: string;
}

/** What comments suppress, and where; `toRead` is the text without them. Ranges are the text's own. */
export function readSuppressions(
  text: string,
  lineStarts: readonly number[],
  comments: readonly FoundComment[],
  toRead: string,
): Suppression[] {
  const read = comments.map((comment) => readComment(text, comment));
  const next = nextLines(toRead, lineStarts, comments);
  const ends = blockEnds(read, text.length);
  return read.map((one, index): Suppression => {
    const { comment, word, kind, names, reason } = one;
    const { range } = comment;
    const extentOf = (at: number): Range => {
      if (kind === "blockers-disable-file") return { start: 0, end: text.length + 1 };
      if (kind === "blockers-disable") return { start: range.end, end: ends[index]?.[at] ?? text.length };
      if (kind === "blockers-disable-line") return lineOf(text, lineStarts, range.start);
      return kind === "blockers-disable-next-line" ? (next[index] ?? NOTHING) : NOTHING;
    };
    const rules = names.map(({ id, range: place }, at): NamedRule => ({ id, range: place, extent: extentOf(at) }));
    return { word, kind, rules, reason, range, ...surroundings(text, lineStarts, comment) };
  });
}

function readComment(text: string, comment: FoundComment): Read {
  const body = text.slice(comment.body.start, comment.body.end);
  const [start = "", word = ""] = WORD.exec(body) ?? [];
  const rest = body.slice(start.length);
  const dash = BEFORE_REASON.exec(rest);
  const from = comment.body.start + start.length;
  const names = [...rest.slice(0, dash?.index).matchAll(RULE)].map(({ 0: id, index }) => ({
    id,
    range: { start: from + index, end: from + index + id.length },
  }));
  const reason = dash ? rest.slice(dash.index + dash[0].length).trim() : "";
  return { comment, word, kind: SUPPRESSION_WORDS.find((one) => one === word), names, reason };
}

/** For each comment and each rule that it names: where the next comment starts that enables the rule again. */
function blockEnds(read: readonly Read[], length: number): number[][] {
  const byRule = new Map<string, number>();
  let any = length;
  const ends: number[][] = [];
  for (let index = read.length - 1; index >= 0; index--) {
    const { comment, kind, names } = read[index] as Read;
    ends[index] = names.map(({ id }) => Math.min(byRule.get(id) ?? length, any));
    if (kind !== "blockers-enable") continue;
    if (names.length === 0) any = comment.range.start;
    for (const { id } of names) byRule.set(id, comment.range.start);
  }
  return ends;
}

/** For each comment the next line that holds anything but such comments; undefined where there is none. */
function nextLines(
  toRead: string,
  lineStarts: readonly number[],
  comments: readonly FoundComment[],
): (Range | undefined)[] {
  let searched = toRead.length;
  let nearest: Range | undefined;
  // From the end, so that a run of blank lines is looked through once, however many comments stand above it.
  const found = comments.toReversed().map(({ range }): Range | undefined => {
    const from = lineStarts[lastNotAbove(lineStarts, range.end, (start) => start) + 1] ?? toRead.length;
    const at = toRead.slice(from, searched).search(TEXT);
    if (at >= 0) nearest = lineOf(toRead, lineStarts, from + at);
    searched = Math.min(searched, from);
    return nearest;
  });
  return found.toReversed();
}

const TEXT = /[^\s>]/;

/** The line of an offset, line end included. */
function lineOf(text: string, lineStarts: readonly number[], offset: number): Range {
  return linesOf(text, lineStarts, { start: offset, end: offset });
}

/** The whole lines on which a range stands, line end included. */
function linesOf(text: string, lineStarts: readonly number[], { start, end }: Range): Range {
  const first = lastNotAbove(lineStarts, start, (one) => one);
  return { start: lineStarts[first] ?? 0, end: lineEnd(text, lineStarts, end) + 1 };
}

function surroundings(
  text: string,
  lineStarts: readonly number[],
  { range, belowTable }: FoundComment,
): Pick<Suppression, "removal" | "cutsTable"> {
  const { start, end: next } = linesOf(text, lineStarts, range);
  const [before, after] = [text.slice(start, range.start), text.slice(range.end, next - 1)];
  const alone = [before, after].every((part) => part.length <= MOST_BLANKS && part.trim() === "");
  const below = lineStarts[lastNotAbove(lineStarts, range.end, (one) => one) + 1] ?? text.length;
  const blanks = /[ \t]*$/.exec(before.slice(-MOST_BLANKS))?.[0].length ?? 0;
  return {
    removal: alone ? { start, end: below } : { start: range.start - blanks, end: range.end },
    cutsTable: belowTable && /^[ \t>]*\|/.test(text.slice(below, below + MOST_BLANKS)),
  };
}

/** More blanks than these are not looked through. */
const MOST_BLANKS = 80;
