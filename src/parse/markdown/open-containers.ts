import type { List, ListItem, Nodes, Root, RootContent } from "mdast";
import { MAX_NESTING, tooDeep } from "../too-deep.js";
import { isBlank } from "./chars.js";
import { Container, type ItemMark, takeItemMark, takeQuoteMark } from "./containers.js";
import { Cursor } from "./cursor.js";
import type { BlockSink } from "./leaves.js";
import { type Lines, Place } from "./place.js";
import { Trail } from "./trail.js";

/** The quotations and lists that are open, and where each of them ends. */
export class OpenContainers implements BlockSink {
  protected readonly root: Root;
  protected readonly stack: Container[] = [];
  protected readonly trail = new Trail();
  protected readonly cursor: Cursor;
  /** The item whose mark stands right before what is read now, and the line that its text may start. */
  protected freshItem: ListItem | undefined;
  protected freshLine = -1;

  constructor(
    readonly text: string,
    readonly lines: Lines,
  ) {
    this.cursor = new Cursor(text);
    this.root = { type: "root", children: [], position: new Place(lines, 0, text.length) };
  }

  append(node: Nodes, from: number, to: number): void {
    node.position = new Place(this.lines, from, to);
    const parent = this.stack.at(-1);
    (parent ? parent.children : this.root.children).push(node as RootContent);
  }

  ended(at: number, withLineEnd: boolean): void {
    this.content();
    if (withLineEnd) this.trail.lineEnd(at, false);
  }

  trailing(blank: number): void {
    this.trail.lineEnd(blank, true);
  }

  quoteMark(): void {
    this.noteBlank();
    this.trail.quoteMark();
  }

  /** What trails the blocks so far is followed by something. */
  protected content(marker = false): void {
    this.noteBlank();
    this.trail.content(marker);
  }

  private noteBlank(): void {
    const top = this.stack.at(-1);
    if (top?.item && top.firstBlank < 0) top.firstBlank = this.trail.firstBlank();
  }

  protected openContainer(interrupts: boolean, leave?: () => void): boolean {
    const { cursor } = this;
    const indentAt = cursor.pos;
    if (takeQuoteMark(cursor)) {
      leave?.();
      let at = indentAt;
      while (isBlank(this.text.charCodeAt(at))) at++;
      this.content();
      const node = { type: "blockquote", children: [] } satisfies Nodes;
      this.append(node, at, at);
      this.push(new Container(node, 0, this.stack.length));
      this.freshItem = undefined;
      return true;
    }
    const mark = takeItemMark(cursor, interrupts);
    if (!mark) return false;
    leave?.();
    this.content(true);
    const ordered = mark.number !== undefined;
    const node: List = { type: "list", ordered, start: mark.number ?? null, spread: false, children: [] };
    this.append(node, mark.at, mark.at);
    const container = new Container(node, mark.marker, this.stack.at(-1)?.lastQuote ?? -1);
    this.push(container);
    this.startItem(container, mark);
    return true;
  }

  private push(container: Container): void {
    // All that walks the tree calls itself for what is inside.
    if (this.stack.length === MAX_NESTING) throw tooDeep();
    this.stack.push(container);
  }

  protected startItem(container: Container, mark: ItemMark): void {
    const item: ListItem = { type: "listItem", spread: false, checked: null, children: [] };
    item.position = new Place(this.lines, mark.at, mark.at);
    (container.node as List).children.push(item);
    container.item = item;
    container.size = mark.size;
    container.startsBlank = mark.blank;
    container.endsBlank = false;
    container.firstBlank = -1;
    this.freshItem = item;
    this.freshLine = this.cursor.start;
  }

  protected closeItem(container: Container, end: number, otherwise: number, lineEnds: number): void {
    const { item, firstBlank } = container;
    if (!item) return;
    if (lineEnds > 1) (container.node as List).spread = true;
    item.spread = firstBlank >= 0 && (end < 0 || firstBlank < end);
    (item.position as Place).to = end < 0 ? otherwise : end;
  }

  /** Ends the containers below a depth; `at`: where, unless line ends trail them. */
  protected exit(depth: number, at: number): void {
    const { trail, stack } = this;
    while (stack.length > depth) {
      const container = stack.pop() as Container;
      const end = trail.loose > 0 ? trail.first : at;
      this.closeItem(container, trail.stuck > 0 ? trail.stuckAt : -1, end, trail.stuck);
      (container.node.position as Place).to = end;
      trail.containerEnd();
    }
  }
}
