import type { AlignType, Table, TableCell, TableRow } from "mdast";
import type { Cursor } from "./cursor.js";
import { htmlKind } from "./html-kinds.js";
import type { InlineSink } from "./inline-sink.js";
import { InlineSource } from "./inline-source.js";
import type { BlockSink, Leaf } from "./leaves.js";
import { fenceSize, headingRank, isThematicBreak } from "./line-kinds.js";
import { type Lines, Place } from "./place.js";
import { rowCells } from "./table-rows.js";

export interface TableSink extends BlockSink {
  readonly lines: Lines;
  readonly inline: InlineSink;
}

/** A table, from its head on. */
export class TableLeaf implements Leaf {
  readonly concrete = false;
  readonly open = false;
  private readonly node: Table;
  private end: number;

  /** `head` to `headEnd`: its first line; `end`: where the rule below that ends. */
  constructor(
    private readonly sink: TableSink,
    private readonly head: number,
    headEnd: number,
    end: number,
    align: AlignType[],
  ) {
    this.node = { type: "table", align, children: [] };
    this.end = end;
    this.row(head, headEnd);
  }

  take(cursor: Cursor, lazy: boolean): "more" | "no" {
    if (lazy || cursor.isBlank()) return "no";
    const mark = cursor.mark();
    const { text, end } = cursor;
    if (cursor.skip(4) === 4 || startsBlock(text, cursor.pos, end)) {
      cursor.back(mark);
      return "no";
    }
    this.row(cursor.pos, end);
    this.end = end;
    return "more";
  }

  close(): void {
    this.sink.append(this.node, this.head, this.end);
    this.sink.ended(this.end, true);
  }

  private row(from: number, end: number): void {
    const { text, lines, inline } = this.sink;
    const children = rowCells(text, from, end).map((cell): TableCell => {
      const node: TableCell = { type: "tableCell", children: [], position: new Place(lines, cell.from, cell.to) };
      if (cell.textFrom >= 0) inline.read(node.children, InlineSource.stretch(text, cell.textFrom, cell.textTo), true);
      return node;
    });
    const row: TableRow = { type: "tableRow", children, position: new Place(lines, from, end) };
    this.node.children.push(row);
  }
}

function startsBlock(text: string, at: number, end: number): boolean {
  return (
    headingRank(text, at, end) > 0 ||
    isThematicBreak(text, at, end) ||
    fenceSize(text, at, end) > 0 ||
    htmlKind(text, at, end) > 0
  );
}
