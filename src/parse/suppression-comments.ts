import type { Nodes, Root } from "mdast";
import type { Range } from "../model/range.js";
import { rangeOf } from "./ranges.js";

/** A comment that starts like one that suppresses findings, where markdown has a comment. */
export interface FoundComment {
  readonly range: Range;
  /** What stands between the marks, and where. */
  readonly body: Range;
  /** A block of its own, not part of a line of text. */
  readonly block: boolean;
  /** A table ends right above it. */
  readonly belowTable: boolean;
}

/** Holds nothing for every text without such comments, and is cheap to ask for. */
export const NAMES_SUPPRESSION = /<!--\s*blockers-/;

const STARTS = /^\s*blockers-/;
const OPEN = "<!--";
const CLOSE = "-->";

/** Such comments in the order of the text. What stands in code is no comment: the tree says so, and no search would. */
export function findComments(tree: Root, text: string): FoundComment[] {
  const found: FoundComment[] = [];
  const visit = (node: Nodes, before: Nodes | undefined, block: boolean): void => {
    if (node.type === "html") found.push(...commentsIn(text, node, block, isRightBelow(text, node, before)));
    if (!("children" in node)) return;
    const blocks = BLOCK_PARENTS.has(node.type);
    for (const [index, child] of node.children.entries()) visit(child, node.children[index - 1], blocks);
  };
  visit(tree, undefined, true);
  return found;
}

const BLOCK_PARENTS: ReadonlySet<string> = new Set<Nodes["type"]>(["root", "blockquote", "listItem"]);

function isRightBelow(text: string, node: Nodes, before: Nodes | undefined): boolean {
  if (before?.type !== "table") return false;
  const between = text.slice(rangeOf(before).end, rangeOf(node).start);
  return between.split(/\r\n|\n|\r/).length === 2;
}

function commentsIn(text: string, node: Nodes, block: boolean, belowTable: boolean): FoundComment[] {
  const { start, end } = rangeOf(node);
  const html = text.slice(start, end);
  // In a line of text, anything else than a comment may hold what looks like one in its attributes.
  if (!block && !html.startsWith(OPEN)) return [];
  const found: FoundComment[] = [];
  for (let at = 0; ; ) {
    const open = html.indexOf(OPEN, at);
    const close = open < 0 ? -1 : html.indexOf(CLOSE, open + OPEN.length);
    if (close < 0) return found;
    at = close + CLOSE.length;
    if (!STARTS.test(html.slice(open + OPEN.length, close))) continue;
    const body = { start: start + open + OPEN.length, end: start + close };
    found.push({ range: { start: start + open, end: start + at }, body, block, belowTable });
  }
}
