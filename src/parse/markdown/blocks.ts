import type { Heading, Root } from "mdast";
import { type Container, type ItemMark, takeItemMark, takeQuoteMark } from "./containers.js";
import { ContentLeaf } from "./content.js";
import { frontMatter } from "./front-matter.js";
import { headingText } from "./heading.js";
import { htmlKind } from "./html-kinds.js";
import type { InlineSink } from "./inline-sink.js";
import { InlineSource } from "./inline-source.js";
import { FenceLeaf, HtmlLeaf, IndentedLeaf, type Leaf } from "./leaves.js";
import { fenceSize, headingRank, isThematicBreak } from "./line-kinds.js";
import { OpenContainers } from "./open-containers.js";
import type { Lines } from "./place.js";
import type { TableSink } from "./table-leaf.js";

/** Reads a text line by line: which containers go on, which start, and what stands in them. */
export class BlockParser extends OpenContainers implements TableSink {
  private leaf: Leaf | undefined;
  /** Front matter that never ends hides every container from remark. */
  private containers = true;
  /** The line holds the mark of a quotation that goes on. */
  private quoted = false;

  constructor(
    text: string,
    lines: Lines,
    readonly inline: InlineSink,
  ) {
    super(text, lines);
  }

  parse(): Root {
    let start = this.front();
    while (start < this.text.length) {
      this.cursor.goTo(start);
      this.line();
      start = this.cursor.next;
    }
    // The end of the text is a blank line to lists, and not quoted.
    const lazy = this.cursor.next > this.cursor.end && (this.stack.at(-1)?.lastQuote ?? -1) >= 0;
    this.closeLeaf(lazy ? undefined : this.text.length);
    this.exit(0, this.text.length);
    return this.root;
  }

  private front(): number {
    const front = frontMatter(this.text);
    if (!front) return 0;
    if (front === "endless") {
      this.containers = false;
      return 0;
    }
    this.append(front.node, 0, front.to);
    this.ended(front.to, true);
    return front.next;
  }

  private line(): void {
    const { cursor, stack } = this;
    let continued = 0;
    this.quoted = false;
    while (continued < stack.length) {
      const container = stack[continued] as Container;
      if (!container.item) {
        if (!takeQuoteMark(cursor)) break;
        this.quoted = true;
      } else if (cursor.isBlank()) {
        container.endsBlank ||= container.startsBlank;
        cursor.skip(container.size);
        const top = stack[stack.length - 1] as Container;
        if (cursor.pos >= cursor.end && cursor.rest === 0 && top.lastQuote <= continued) {
          // Nothing is left that the items below could take, and a blank line ends no item at once.
          top.endsBlank ||= top.startsBlank;
          continued = stack.length;
          break;
        }
      } else if (!this.isIndented(container)) {
        const mark = takeItemMark(cursor, false, container);
        if (!mark) break;
        this.nextItem(continued, mark);
        this.openContainers(false);
        return this.block(false);
      }
      continued++;
    }
    this.rest(continued);
  }

  /** True, and the indentation is taken, if the line belongs to the current item. */
  private isIndented(container: Container): boolean {
    const { cursor } = this;
    const ended = container.endsBlank;
    container.endsBlank = false;
    container.startsBlank = false;
    if (ended) return false;
    const mark = cursor.mark();
    if (cursor.skip(container.size) === container.size) return true;
    cursor.back(mark);
    return false;
  }

  private rest(continued: number): void {
    const { stack, cursor } = this;
    const all = continued === stack.length;
    if (!(all && this.leaf?.concrete) && this.containers) {
      const at = cursor.pos;
      const interrupts = all && this.leaf?.open === true;
      if (this.openContainer(interrupts, () => this.leaveTo(continued, at))) {
        this.openContainers(interrupts);
        return this.block(false);
      }
    }
    if (cursor.pos === this.text.length && cursor.rest === 0) {
      // Nothing is left: that is no line to what stands in the containers.
      this.closeLeaf(all ? cursor.start : undefined);
      if (this.quoted) this.quoteMark();
      return;
    }
    this.flow(continued);
  }

  /** A container starts: what is not above it ends. */
  private leaveTo(continued: number, at: number): void {
    this.closeLeaf(this.cursor.start);
    if (this.quoted) this.quoteMark();
    this.exit(continued, at);
  }

  private openContainers(interrupts: boolean): void {
    let opened = true;
    while (opened) opened = this.openContainer(interrupts);
  }

  /** A list goes on with another item. */
  private nextItem(index: number, mark: ItemMark): void {
    const { trail, cursor } = this;
    this.closeLeaf(cursor.start);
    this.exit(index + 1, cursor.start);
    if (this.quoted) this.quoteMark();
    const container = this.stack[index] as Container;
    const end = trail.stuck > 0 ? trail.stuckAt : trail.loose > 0 ? trail.first : -1;
    this.closeItem(container, end, cursor.pos, trail.stuck + trail.loose);
    this.content(true);
    this.startItem(container, mark);
  }

  private closeLeaf(flowEnd: number | undefined): void {
    const { leaf } = this;
    this.leaf = undefined;
    leaf?.close(flowEnd);
  }

  /** What stands in the containers of a line, once no further one starts. */
  private flow(continued: number): void {
    const { leaf, cursor, stack } = this;
    const lazy = continued < stack.length;
    if (leaf) {
      if (leaf instanceof IndentedLeaf) leaf.quoted = this.quoted;
      const taken = leaf.take(cursor, lazy);
      if (taken === "more") return;
      if (taken === "last") return this.closeLeaf(undefined);
      if (leaf instanceof ContentLeaf && leaf.follower) return this.follow(leaf);
      this.closeLeaf(undefined);
      if (leaf instanceof ContentLeaf && leaf.keepsContainers) return this.block(false);
    }
    if (lazy) this.exit(continued, cursor.start);
    if (this.quoted) this.quoteMark();
    this.block(lazy);
  }

  /** The last line of a paragraph heads a table, or is HTML that a paragraph would have kept. */
  private follow(leaf: ContentLeaf): void {
    this.closeLeaf(undefined);
    this.leaf = leaf.follower;
  }

  /** A line on which no block is open. */
  private block(lazy: boolean): void {
    const { cursor, text } = this;
    const { pos: from, end } = cursor;
    if (cursor.isBlank()) {
      this.trail.lineEnd(end, true);
      // The text of a task may stand on the line below its mark.
      if (this.freshItem && from === end && this.freshLine === cursor.start) this.freshLine = cursor.next;
      return;
    }
    const before = cursor.mark();
    const indent = cursor.skip(4);
    if (indent === 4) {
      this.leaf = new IndentedLeaf(this, cursor, from);
      // Remark lets such a block go on only where it did not end a container.
      if (lazy) this.closeLeaf(undefined);
      return;
    }
    const at = cursor.pos;
    const rank = headingRank(text, at, end);
    if (rank > 0) return this.heading(rank, at);
    if (isThematicBreak(text, at, end)) {
      this.append({ type: "thematicBreak" }, at, end);
      return this.ended(end, true);
    }
    if (fenceSize(text, at, end) > 0) {
      this.leaf = new FenceLeaf(this, cursor, indent);
      return;
    }
    const kind = htmlKind(text, at, end);
    if (kind > 0) {
      cursor.back(before);
      const html = new HtmlLeaf(this, cursor, from, at, kind);
      this.leaf = html;
      if (html.complete) this.closeLeaf(undefined);
      return;
    }
    const item = indent === 0 && this.freshLine === cursor.start ? this.freshItem : undefined;
    this.leaf = new ContentLeaf(this, cursor, this.stack.at(-1)?.item === item ? item : undefined);
  }

  private heading(rank: number, at: number): void {
    const { end } = this.cursor;
    const node: Heading = { type: "heading", depth: rank as Heading["depth"], children: [] };
    this.append(node, at, end);
    this.ended(end, true);
    const words = headingText(this.text, at + rank, end);
    if (words) this.inline.read(node.children, InlineSource.stretch(this.text, words.from, words.to), false);
  }
}
