import type { Root } from "mdast";
import type { GeneratedBlock } from "../model/report.js";
import type { SourceText } from "../model/source-text.js";
import type { Suppression } from "../model/suppression.js";
import { lastNotAbove } from "../source/positions.js";
import { parseMarkdown } from "./markdown.js";
import { readSuppressions } from "./read-suppressions.js";
import { findComments, NAMES_SUPPRESSION } from "./suppression-comments.js";
import { withoutComments } from "./without-comments.js";

/** A text as it reads without the comments that suppress findings, and these. */
export interface ReadComments {
  readonly tree: Root;
  /** Every offset is as it was. */
  readonly text: string;
  readonly suppressions: readonly Suppression[];
}

/** Parses a text, with its fences repaired, as if no comment that suppresses findings stood in it. */
export function readComments(repaired: string, { text, lineStarts }: SourceText): ReadComments {
  const tree = parseMarkdown(repaired);
  const comments = NAMES_SUPPRESSION.test(text) ? findComments(tree, text) : [];
  if (comments.length === 0) return { tree, text, suppressions: [] };
  const { toParse } = withoutComments(repaired, lineStarts, comments);
  const { toRead } = withoutComments(text, lineStarts, comments);
  return {
    tree: toParse === repaired ? tree : parseMarkdown(toParse),
    text: toRead,
    suppressions: readSuppressions(text, lineStarts, comments, toRead),
  };
}

/** What the program writes itself is written anew without the comments in it. */
export function outsideOf(blocks: readonly GeneratedBlock[], suppressions: readonly Suppression[]): Suppression[] {
  return suppressions.filter(({ range }) => {
    const inner = blocks[lastNotAbove(blocks, range.start, (block) => block.begin.start)]?.inner;
    return inner === undefined || range.start < inner.start || range.start >= inner.end;
  });
}
