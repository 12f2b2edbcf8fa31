import type { Heading, ListItem, Paragraph } from "mdast";
import { BRACKET_OPEN, isBlank, isLineEnd } from "./chars.js";
import { Cursor } from "./cursor.js";
import { type Definition, readDefinition } from "./definition.js";
import { BLOCK_TAG, htmlKind, OTHER_TAG } from "./html-kinds.js";
import { InlineSource } from "./inline-source.js";
import { HtmlLeaf, type Leaf } from "./leaves.js";
import { fenceSize, headingRank, isThematicBreak, underlineRank } from "./line-kinds.js";
import { TableLeaf, type TableSink } from "./table-leaf.js";
import { delimiterRow, headColumns } from "./table-rows.js";

/** Lines of text: definitions of links, then a paragraph or a heading that is underlined; the last may head a table. */
export class ContentLeaf implements Leaf {
  readonly concrete = false;
  readonly open = true;
  /** What starts with the last line, once the line below shows it. */
  follower: Leaf | undefined;
  /** Start, columns left of a tab, end, and start of the next line, for each. */
  private readonly lines: number[];
  /** The line that ends it stays in the containers that it is not marked for: HTML that remark looks beyond. */
  keepsContainers = false;
  private lastIsIndented = false;
  private rank = 0;
  private headingEnd = 0;

  constructor(
    private readonly sink: TableSink,
    cursor: Cursor,
    /** The item whose first text this is: it may be a task. */
    private readonly item: ListItem | undefined,
  ) {
    this.lines = [cursor.pos, 0, cursor.end, cursor.next];
  }

  take(cursor: Cursor, lazy: boolean): "more" | "last" | "no" {
    if (cursor.isBlank()) return "no";
    const { text, end } = cursor;
    const mark = cursor.mark();
    const indented = cursor.skip(4) === 4;
    const at = cursor.pos;
    cursor.back(mark);
    if (!indented) {
      const rank = lazy ? 0 : underlineRank(text, at, end);
      if (rank > 0) return this.underline(rank, end);
      if (interrupts(text, at, end) || (!lazy && this.headsTable(cursor, at))) return "no";
      if (lazy && htmlKind(text, at, end) === OTHER_TAG) {
        this.keepsContainers = cursor.next > end;
        return "no";
      }
    }
    this.lines.push(cursor.pos, cursor.rest, end, cursor.next);
    this.lastIsIndented = indented;
    return "more";
  }

  private underline(rank: number, end: number): "last" | "no" {
    const { source } = this.split();
    if (!source) return "no";
    this.rank = rank;
    this.headingEnd = end;
    return "last";
  }

  private headsTable(cursor: Cursor, at: number): boolean {
    const { lines, sink } = this;
    const { text, end } = cursor;
    if (this.lastIsIndented) return false;
    const align = delimiterRow(text, at, end);
    if (!align) return false;
    const last = lines.length - 4;
    const lineAt = lines[last] ?? 0;
    const lineEnd = lines[last + 2] ?? 0;
    let head = lineAt;
    while (isBlank(text.charCodeAt(head))) head++;
    if (headColumns(text, head, lineEnd) !== align.length) return false;
    lines.length = last;
    this.follower =
      last > 0 && htmlKind(text, head, lineEnd) === OTHER_TAG
        ? this.html(lineAt, head, cursor)
        : new TableLeaf(sink, head, lineEnd, end, align);
    return true;
  }

  private html(lineAt: number, tag: number, below: Cursor): Leaf {
    const cursor = new Cursor(below.text);
    cursor.goTo(lineAt);
    const leaf = new HtmlLeaf(this.sink, cursor, lineAt, tag, OTHER_TAG);
    leaf.take(below, false);
    return leaf;
  }

  close(): void {
    const { sink, lines } = this;
    if (lines.length === 0) return;
    const { definitions, source } = this.split();
    for (const { node, from, to } of definitions) sink.append(node, from, to);
    const end = this.rank > 0 ? this.headingEnd : (lines[lines.length - 2] ?? 0);
    if (source && this.rank > 0) {
      const node: Heading = { type: "heading", depth: this.rank as Heading["depth"], children: [] };
      // Remark has it start with the definitions above it.
      sink.append(node, lines[0] ?? 0, end);
      sink.inline.read(node.children, source, false);
    } else if (source) {
      const node: Paragraph = { type: "paragraph", children: [] };
      sink.append(node, source.start(source.from), end);
      if (this.item) sink.inline.readTask(node, source, this.item);
      else sink.inline.read(node.children, source, false);
    }
    sink.ended(end, true);
  }

  /** The definitions, and what follows them. */
  private split(): { definitions: readonly Definition[]; source: InlineSource | undefined } {
    const whole = InlineSource.joined(this.sink.text, this.lines);
    const definitions: Definition[] = [];
    const { text, to } = whole;
    let from = whole.from;
    while (from < to && text.charCodeAt(from) === BRACKET_OPEN) {
      const found = readDefinition(whole, from);
      if (!found) break;
      definitions.push(found);
      this.sink.inline.define(found.key);
      from = found.next;
      while (from < to && (isBlank(text.charCodeAt(from)) || isLineEnd(text.charCodeAt(from)))) from++;
    }
    return { definitions, source: from < to ? whole.after(from) : undefined };
  }
}

/** A block that ends a paragraph starts here. */
function interrupts(text: string, at: number, end: number): boolean {
  if (headingRank(text, at, end) > 0 || isThematicBreak(text, at, end) || fenceSize(text, at, end) > 0) return true;
  const html = htmlKind(text, at, end);
  return html > 0 && html <= BLOCK_TAG;
}
