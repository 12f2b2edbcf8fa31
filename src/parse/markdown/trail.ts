/**
 * The line ends since the last piece of content. Where a container ends is told by them: lists and quotations end before
 * the line ends that trail them, but never before a quotation mark, while items look through quotation marks.
 */
export class Trail {
  /** The first line end that a quotation mark follows, and how many such there are. */
  stuckAt = -1;
  stuck = 0;
  /** The line ends after that. */
  first = -1;
  second = -1;
  loose = 0;
  private firstIsBlank = false;
  private afterMarker = false;

  /** A line ended; `blank` says that it held nothing. */
  lineEnd(at: number, blank: boolean): void {
    if (this.loose === 0) {
      this.first = at;
      this.firstIsBlank = blank && !this.afterMarker;
    } else if (this.loose === 1) this.second = at;
    this.afterMarker = false;
    this.loose++;
  }

  /** The first blank line among the loose ones, or -1. */
  firstBlank(): number {
    if (this.loose > 0 && this.firstIsBlank) return this.first;
    return this.loose > 1 ? this.second : -1;
  }

  /** The mark of a quotation that goes on. */
  quoteMark(): void {
    if (this.loose > 0 && this.stuck === 0) this.stuckAt = this.first;
    this.stuck += this.loose;
    this.forget();
    this.afterMarker = false;
  }

  /** Content, or the start of a container. */
  content(marker = false): void {
    this.stuck = 0;
    this.stuckAt = -1;
    this.forget();
    this.afterMarker = marker;
  }

  /** A container ended before the loose line ends. */
  containerEnd(): void {
    this.stuck = 0;
    this.stuckAt = -1;
    this.firstIsBlank = false;
    this.afterMarker = false;
  }

  private forget(): void {
    this.loose = 0;
    this.first = -1;
    this.second = -1;
    this.firstIsBlank = false;
  }
}
