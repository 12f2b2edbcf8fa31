import { CR, isBlank, LF, SPACE, TAB } from "./chars.js";

/** A place in a line, in characters and in columns: a tab is up to four columns, and may be taken in parts. */
export class Cursor {
  pos = 0;
  /** Columns left of a tab that was taken in part; the tab itself lies before `pos`. */
  rest = 0;
  /** The line without its end, and where the next line starts. */
  start = 0;
  end = 0;
  next = 0;
  private column = 0;
  private nextCr = -1;
  private brokenMarker = -1;
  private brokenAt = -1;

  constructor(readonly text: string) {}

  /** Goes to the line that starts at an offset. */
  goTo(start: number): void {
    const { text } = this;
    const lf = text.indexOf("\n", start);
    this.end = lf < 0 ? text.length : lf;
    this.next = lf < 0 ? text.length : lf + 1;
    if (this.nextCr < start) {
      const cr = text.indexOf("\r", start);
      this.nextCr = cr < 0 ? text.length : cr;
    }
    if (this.nextCr < this.end) {
      this.end = this.nextCr;
      this.next = this.end + (text.charCodeAt(this.end) === CR && text.charCodeAt(this.end + 1) === LF ? 2 : 1);
    }
    this.start = start;
    this.pos = start;
    this.rest = 0;
    this.column = 0;
    this.brokenAt = -1;
  }

  /** Takes white space of at most so many columns; says how many it took. */
  skip(most: number): number {
    let taken = 0;
    while (taken < most) {
      if (this.rest > 0) {
        this.rest--;
      } else {
        const code = this.pos < this.end ? this.text.charCodeAt(this.pos) : -1;
        if (code === TAB) this.rest = 3 - (this.column % 4);
        else if (code !== SPACE) return taken;
        this.pos++;
      }
      this.column++;
      taken++;
    }
    return taken;
  }

  /** Takes one character that is no white space. */
  advance(): void {
    this.pos++;
    this.column++;
  }

  /** The character here, -1 within a tab or at the line's end. */
  code(): number {
    return this.rest > 0 || this.pos >= this.end ? -1 : this.text.charCodeAt(this.pos);
  }

  /** What is left of the line is no thematic break; asked for each mark of lists in lists, it looks at no character twice. */
  isNoBreak(): boolean {
    const marker = this.code();
    if (marker === this.brokenMarker && this.pos < this.brokenAt) return true;
    let at = this.pos;
    let size = 0;
    for (; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === marker) size++;
      else if (!isBlank(code)) break;
    }
    if (at === this.end) return size < 3;
    this.brokenMarker = marker;
    this.brokenAt = at;
    return true;
  }

  /** Nothing but white space is left. */
  isBlank(): boolean {
    let at = this.pos;
    while (at < this.end && isBlank(this.text.charCodeAt(at))) at++;
    return at >= this.end;
  }

  mark(): Mark {
    return { pos: this.pos, rest: this.rest, column: this.column };
  }

  back({ pos, rest, column }: Mark): void {
    this.pos = pos;
    this.rest = rest;
    this.column = column;
  }
}

export interface Mark {
  readonly pos: number;
  readonly rest: number;
  readonly column: number;
}
