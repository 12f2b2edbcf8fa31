import type { Text } from "mdast";

type Position = NonNullable<Text["position"]>;
type Point = Position["start"];

/** The lines of a text, found when somebody asks for a line or a column: offsets are what is read, nearly always. */
export class Lines {
  private starts: number[] | undefined;

  constructor(private readonly text: string) {}

  /** The number of the line that holds an offset, from 0, and where it starts. */
  at(offset: number): { readonly line: number; readonly start: number } {
    this.starts ??= lineStarts(this.text);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, start: this.starts[low] ?? 0 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

class Spot implements Point {
  constructor(
    private readonly lines: Lines,
    readonly offset: number,
  ) {}

  get line(): number {
    return this.lines.at(this.offset).line + 1;
  }

  get column(): number {
    return this.offset - this.lines.at(this.offset).start + 1;
  }
}

/** A node's position, small since a report may have a million of them. */
export class Place implements Position {
  constructor(
    protected readonly lines: Lines,
    public from: number,
    public to: number,
  ) {}

  get start(): Point {
    return new Spot(this.lines, this.from);
  }

  get end(): Point {
    return new Spot(this.lines, this.to);
  }
}

/** Where the task of an item is ticked on a line of its own: remark counts its text from one column beyond that line. */
export class PlaceBeyondLine extends Place {
  override get start(): Point {
    const before = new Spot(this.lines, this.from - 1);
    return { line: before.line, column: before.column + 1, offset: this.from };
  }
}
