/** Text whose markup is still to be read, on one line or on several ones that containers and indentation interrupt. */
export class InlineSource {
  private constructor(
    readonly text: string,
    readonly from: number,
    readonly to: number,
    /** Of each line: where it starts in `text`, how much of that stands for part of a tab, and where it starts in the source. */
    private readonly lines: readonly number[] | undefined,
  ) {}

  /** A stretch of the source as it stands. */
  static stretch(source: string, from: number, to: number): InlineSource {
    return new InlineSource(source, from, to, undefined);
  }

  /** Lines given as start, columns left of a tab, end, and start of the next line, one after the other. */
  static joined(source: string, lines: readonly number[]): InlineSource {
    const from = lines[0] ?? 0;
    const to = lines[lines.length - 2] ?? from;
    if (areWhole(lines)) return new InlineSource(source, from, to, undefined);
    const places: number[] = [];
    const parts: string[] = [];
    let length = 0;
    for (let i = 0; i < lines.length; i += 4) {
      const start = lines[i] ?? 0;
      const rest = lines[i + 1] ?? 0;
      const end = (i + 4 < lines.length ? lines[i + 3] : lines[i + 2]) ?? start;
      places.push(length, rest, start);
      if (rest > 0) parts.push(" ".repeat(rest));
      parts.push(source.slice(start, end));
      length += rest + end - start;
    }
    return new InlineSource(parts.join(""), 0, length, places);
  }

  /** Something stands between the lines. */
  get isJoined(): boolean {
    return this.lines !== undefined;
  }

  /** The part from an offset on. */
  after(from: number): InlineSource {
    return new InlineSource(this.text, from, this.to, this.lines);
  }

  /** Where in the source something starts. */
  start(at: number): number {
    const { lines } = this;
    if (!lines) return at;
    const low = this.lineOf(at, lines);
    const within = at - (lines[low] ?? 0) - (lines[low + 1] ?? 0);
    return (lines[low + 2] ?? 0) + Math.max(0, within);
  }

  /** A column of a tab stands there, which is a space to nobody but the eye. */
  isPartOfTab(at: number): boolean {
    const { lines } = this;
    if (!lines) return false;
    const low = this.lineOf(at, lines);
    return at - (lines[low] ?? 0) < (lines[low + 1] ?? 0);
  }

  private lineOf(at: number, lines: readonly number[]): number {
    let low = 0;
    let high = lines.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle * 3] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low * 3;
  }

  /** Where in the source something ends: a line's end belongs to that line, whatever starts the next one. */
  end(at: number): number {
    return this.lines ? this.start(at - 1) + 1 : at;
  }
}

/** Nothing stands between the lines. */
function areWhole(lines: readonly number[]): boolean {
  for (let i = 4; i < lines.length; i += 4) if (lines[i] !== lines[i - 1] || lines[i + 1] !== 0) return false;
  return true;
}
