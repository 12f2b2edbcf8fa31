import type { PhrasingContent } from "mdast";

/** A stretch of inline content: text, a finished node, a run of stars or underscores, or the start of a label. */
export class Piece {
  previous: Piece | undefined;
  next: Piece | undefined;

  constructor(
    public from: number,
    public to: number,
    /** What it reads as, unless it is a node. */
    public value: string,
    readonly node?: PhrasingContent,
  ) {}
}

/** Pieces in their order. */
export class Pieces {
  first: Piece | undefined;
  last: Piece | undefined;

  add(piece: Piece): void {
    piece.previous = this.last;
    if (this.last) this.last.next = piece;
    else this.first = piece;
    this.last = piece;
  }

  insert(after: Piece, piece: Piece): void {
    piece.previous = after;
    piece.next = after.next;
    if (after.next) after.next.previous = piece;
    else this.last = piece;
    after.next = piece;
  }

  /** Puts one piece in the place of several ones that follow each other. */
  replace(first: Piece, last: Piece, piece: Piece): void {
    piece.previous = first.previous;
    piece.next = last.next;
    if (piece.previous) piece.previous.next = piece;
    else this.first = piece;
    if (piece.next) piece.next.previous = piece;
    else this.last = piece;
  }

  remove(piece: Piece): void {
    if (piece.previous) piece.previous.next = piece.next;
    else this.first = piece.next;
    if (piece.next) piece.next.previous = piece.previous;
    else this.last = piece.previous;
  }
}
