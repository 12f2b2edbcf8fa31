import type { Code, Html, Nodes } from "mdast";
import { isBlank } from "./chars.js";
import type { Cursor } from "./cursor.js";
import { BLOCK_TAG, htmlEnds, openerLength } from "./html-kinds.js";
import { fenceSize } from "./line-kinds.js";
import { decodeString } from "./strings.js";

/** A block that the next line may go on with. */
export interface Leaf {
  /** Nothing can start inside, so that no container is looked for. */
  readonly concrete: boolean;
  /** What follows would interrupt it, which some list items may not. */
  readonly open: boolean;
  /** Takes a line, of which the containers' marks have been taken; says whether the block goes on, ends with it, or ended before. */
  take(cursor: Cursor, lazy: boolean): "more" | "last" | "no";
  /** Ends the block. `flowEnd`: where the text or its container ends, if that is what ends it. */
  close(flowEnd: number | undefined): void;
}

/** What blocks are handed to when they end. */
export interface BlockSink {
  readonly text: string;
  append(node: Nodes, from: number, to: number): void;
  /** Content ended at an offset; the end of its line follows, unless the content holds that, too. */
  ended(at: number, withLineEnd: boolean): void;
  /** A blank line, or only the mark of a quotation, that trails a block. */
  trailing(blank: number): void;
  quoteMark(): void;
}

/** The lines of a block whose text stands as it is. */
class RawLines {
  private readonly parts: string[] = [];
  /** Where the last line ends. */
  end = 0;
  private next = 0;
  private readonly text: string;

  constructor(text: string, end: number, next: number) {
    this.text = text;
    this.end = end;
    this.next = next;
  }

  add(cursor: Cursor): void {
    this.parts.push(this.text.slice(this.end, this.next));
    this.add0(cursor);
  }

  /** Without the end of the line before. */
  add0(cursor: Cursor): void {
    if (cursor.rest > 0) this.parts.push(" ".repeat(cursor.rest));
    this.parts.push(this.text.slice(cursor.pos, cursor.end));
    this.end = cursor.end;
    this.next = cursor.next;
  }

  /** The end of the last line belongs to the block. */
  addLineEnd(): void {
    this.parts.push(this.text.slice(this.end, this.next));
    this.end = this.next;
  }

  /** A blank line, of which nothing but its end counts. */
  skipTo(end: number, next: number): void {
    this.end = end;
    this.next = next;
  }

  value(): string {
    return this.parts.join("");
  }
}

/** A fence and what it holds. */
export class FenceLeaf implements Leaf {
  readonly concrete = true;
  readonly open = true;
  private readonly from: number;
  private readonly marker: number;
  private readonly size: number;
  private readonly lines: RawLines;
  private readonly info: string;

  constructor(
    private readonly sink: BlockSink,
    cursor: Cursor,
    private readonly indent: number,
  ) {
    const { text, pos, end } = cursor;
    this.from = pos;
    this.marker = text.charCodeAt(pos);
    this.size = fenceSize(text, pos, end);
    this.info = text.slice(pos + this.size, end);
    this.lines = new RawLines(text, end, cursor.next);
  }

  take(cursor: Cursor, lazy: boolean): "more" | "last" | "no" {
    if (lazy) return "no";
    if (this.closes(cursor)) {
      this.lines.addLineEnd();
      this.lines.end = cursor.end;
      return "last";
    }
    cursor.skip(this.indent);
    this.lines.add(cursor);
    return "more";
  }

  private closes(cursor: Cursor): boolean {
    const mark = cursor.mark();
    cursor.skip(3);
    const { text, end } = cursor;
    let at = cursor.code() === this.marker ? cursor.pos : end;
    cursor.back(mark);
    if (at === end) return false;
    const from = at;
    while (at < end && text.charCodeAt(at) === this.marker) at++;
    if (at - from < this.size) return false;
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    return at === end;
  }

  close(flowEnd: number | undefined): void {
    if (flowEnd !== undefined) this.lines.addLineEnd();
    const node: Code = { type: "code", lang: null, meta: null, value: codeValue(this.lines.value()) };
    readInfo(this.info, node);
    this.sink.append(node, this.from, this.lines.end);
    this.sink.ended(this.lines.end, flowEnd === undefined);
  }
}

const codeValue = (value: string): string => value.replace(/^(\r?\n|\r)|(\r?\n|\r)$/g, "");

function readInfo(info: string, node: Code): void {
  let from = 0;
  while (isBlank(info.charCodeAt(from))) from++;
  if (from === info.length) return;
  let to = from;
  while (to < info.length && !isBlank(info.charCodeAt(to))) to++;
  node.lang = decodeString(info.slice(from, to));
  while (isBlank(info.charCodeAt(to))) to++;
  if (to < info.length) node.meta = decodeString(info.slice(to));
}

/** Code that is told by its indentation. */
export class IndentedLeaf implements Leaf {
  readonly concrete = false;
  readonly open = true;
  private readonly lines: RawLines;
  private readonly from: number;
  /** Blank lines that may turn out to be code. */
  private readonly blanks: { readonly end: number; readonly next: number; readonly quoted: boolean }[] = [];

  constructor(
    private readonly sink: BlockSink,
    cursor: Cursor,
    from: number,
  ) {
    this.from = from;
    this.lines = new RawLines(cursor.text, cursor.end, cursor.next);
    this.lines.add0(cursor);
  }

  /** The line holds the mark of a quotation that goes on. */
  quoted = false;

  take(cursor: Cursor, lazy: boolean): "more" | "last" | "no" {
    if (lazy) return "no";
    const blank = cursor.isBlank();
    const mark = cursor.mark();
    if (cursor.skip(4) === 4) {
      for (const { end, next } of this.blanks.splice(0)) {
        this.lines.addLineEnd();
        this.lines.skipTo(end, next);
      }
      this.lines.add(cursor);
      return "more";
    }
    cursor.back(mark);
    if (!blank) return "no";
    this.blanks.push({ end: cursor.end, next: cursor.next, quoted: this.quoted });
    return "more";
  }

  close(): void {
    const value = this.lines.value().replace(/(\r?\n|\r)$/g, "");
    this.sink.append({ type: "code", lang: null, meta: null, value }, this.from, this.lines.end);
    this.sink.ended(this.lines.end, true);
    for (const { end, quoted } of this.blanks) {
      if (quoted) this.sink.quoteMark();
      this.sink.trailing(end);
    }
  }
}

/** A block of HTML. */
export class HtmlLeaf implements Leaf {
  readonly concrete = true;
  readonly open = true;
  private readonly lines: RawLines;
  /** What ends it stands on its first line. */
  readonly complete: boolean;

  constructor(
    private readonly sink: BlockSink,
    cursor: Cursor,
    private readonly from: number,
    tag: number,
    private readonly kind: number,
  ) {
    this.lines = new RawLines(cursor.text, cursor.end, cursor.next);
    this.lines.add0(cursor);
    this.complete = htmlEnds(cursor.text, tag + openerLength(kind), cursor.end, kind, true);
  }

  take(cursor: Cursor, lazy: boolean): "more" | "last" | "no" {
    if (lazy || (this.kind >= BLOCK_TAG && cursor.isBlank())) return "no";
    this.lines.add(cursor);
    return htmlEnds(cursor.text, cursor.pos, cursor.end, this.kind, false) ? "last" : "more";
  }

  close(flowEnd: number | undefined): void {
    const whole = flowEnd !== undefined && this.kind < BLOCK_TAG;
    if (whole) this.lines.addLineEnd();
    const node: Html = { type: "html", value: this.lines.value() };
    this.sink.append(node, this.from, this.lines.end);
    this.sink.ended(this.lines.end, !whole);
  }
}
