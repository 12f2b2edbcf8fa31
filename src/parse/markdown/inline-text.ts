import type { PhrasingContent } from "mdast";
import {
  AMPERSAND,
  BACKSLASH,
  BACKTICK,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  CR,
  isBlank,
  isLineEnd,
  isPunctuation,
  LESS,
  LF,
  STAR,
  UNDERSCORE,
} from "./chars.js";
import { codeText, runEnd } from "./code-span.js";
import { Runs } from "./emphasis.js";
import { htmlText, readAutolink } from "./inline-html.js";
import type { InlineContext } from "./inline-reader.js";
import type { InlineSource } from "./inline-source.js";
import { Labels } from "./labels.js";
import { Piece, Pieces } from "./pieces.js";
import { Place } from "./place.js";
import { hasTab, referenceEnd, trimmedEnd } from "./scan.js";
import { decodeReference } from "./strings.js";

/** The characters that text is interrupted at. */
const SPECIAL = new Uint8Array(128);
for (const code of [AMPERSAND, STAR, LESS, BRACKET_OPEN, BACKSLASH, BRACKET_CLOSE, UNDERSCORE, BACKTICK, LF, CR])
  SPECIAL[code] = 1;

const ESCAPED_IN_TABLE = /\\([\\|])/g;

/** Reads the markup of one stretch of text. */
export class InlineText {
  readonly pieces = new Pieces();
  readonly runs: Runs;
  private readonly labels: Labels;
  /** Where the text starts that is no piece yet. */
  plainFrom: number;
  /** How far remark has looked for the end of something that has none. */
  private reach = -1;
  /** The line ends that it has thus gone beyond, and then places after what starts the next line. */
  private readonly passed = new Set<number>();

  constructor(
    readonly context: InlineContext,
    readonly source: InlineSource,
    private readonly inTable: boolean,
  ) {
    this.plainFrom = source.from;
    this.runs = new Runs(this.pieces, (first, last, strong, from, to) => ({
      type: strong ? "strong" : "emphasis",
      children: this.nodes(first, last),
      position: this.place(from, to),
    }));
    this.labels = new Labels(this);
  }

  readInto(children: PhrasingContent[]): void {
    const { text, from, to } = this.source;
    let at = this.nextSpecial(from);
    if (at === to) {
      const end = trimmedEnd(text, from, to);
      if (end > from) children.push({ type: "text", value: text.slice(from, end), position: this.place(from, end) });
      return;
    }
    while (at < to) at = this.nextSpecial(this.special(at));
    this.flush(trimmedEnd(text, this.plainFrom, to));
    this.runs.resolve(undefined);
    for (const node of this.nodes(this.pieces.first, this.pieces.last)) children.push(node);
  }

  private nextSpecial(from: number): number {
    const { text, to } = this.source;
    let at = from;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code < 128 && SPECIAL[code] === 1) break;
    }
    return at;
  }

  /** Reads what starts at a special character; says where to go on. */
  private special(at: number): number {
    const { text, to } = this.source;
    switch (text.charCodeAt(at)) {
      case LF:
      case CR:
        return this.lineEnd(at);
      case BACKSLASH:
        return this.backslash(at);
      case AMPERSAND:
        return this.reference(at);
      case STAR:
      case UNDERSCORE: {
        const end = runEnd(text, at, to);
        this.flush(at);
        this.runs.add(text, at, end, this.source.from, to);
        this.plainFrom = end;
        return end;
      }
      case BACKTICK:
        return this.code(at);
      case LESS:
        return this.angle(at);
      case BRACKET_OPEN:
        return this.labels.open(at);
      default:
        return this.labels.close(at);
    }
  }

  /** What was plain so far becomes a piece. */
  flush(end: number): void {
    const { plainFrom } = this;
    if (end > plainFrom) this.pieces.add(new Piece(plainFrom, end, this.source.text.slice(plainFrom, end)));
    this.plainFrom = end;
  }

  /** Puts a node after what was plain so far. */
  node(node: PhrasingContent, from: number, to: number): number {
    this.flush(from);
    node.position = this.place(from, to);
    this.pieces.add(new Piece(from, to, "", node));
    this.plainFrom = to;
    return to;
  }

  place(from: number, to: number): Place {
    const { source, context } = this;
    const end = this.passed.has(to) ? source.start(to) : source.end(to);
    return new Place(context.lines, source.start(from), end);
  }

  /** Something that would have ended at or after an offset turned out to be nothing there. */
  lookedTo(at: number): void {
    if (at > this.reach) this.reach = at;
  }

  private lineEnd(at: number): number {
    const { text } = this.source;
    const end = this.afterLineEnd(at);
    const kept = trimmedEnd(text, this.plainFrom, at);
    const breaks = at - kept > 1 && !hasTab(text, kept, at);
    this.flush(kept);
    if (breaks) this.node({ type: "break" }, kept, end);
    else this.pieces.add(new Piece(at, end, text.slice(at, end)));
    return this.startLine(end);
  }

  private afterLineEnd(at: number): number {
    const { text } = this.source;
    const end = text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
    if (this.reach >= end) this.passed.add(end);
    return end;
  }

  private startLine(from: number): number {
    const { text, to } = this.source;
    let at = from;
    while (at < to && isBlank(text.charCodeAt(at))) at++;
    this.plainFrom = at;
    return at;
  }

  private backslash(at: number): number {
    const { text, to } = this.source;
    if (at + 1 >= to) return at + 1;
    const code = text.charCodeAt(at + 1);
    if (isLineEnd(code)) return this.startLine(this.node({ type: "break" }, at, this.afterLineEnd(at + 1)));
    if (!isPunctuation(code)) return at + 1;
    this.flush(at);
    this.pieces.add(new Piece(at, at + 2, text.slice(at + 1, at + 2)));
    this.plainFrom = at + 2;
    return at + 2;
  }

  private reference(at: number): number {
    const { text, to } = this.source;
    const end = referenceEnd(text, at + 1, to);
    const value = end < 0 ? undefined : decodeReference(text.slice(at + 1, end));
    if (value === undefined) return at + 1;
    this.flush(at);
    this.pieces.add(new Piece(at, end + 1, value));
    this.plainFrom = end + 1;
    return end + 1;
  }

  private code(at: number): number {
    const { text, to } = this.source;
    const from = runEnd(text, at, to);
    const close = this.context.codeSpans.closing(text, at, from, to);
    if (close < 0) {
      this.lookedTo(to);
      return from;
    }
    const raw = codeText(this.source, from, close);
    const value = this.inTable ? raw.replace(ESCAPED_IN_TABLE, (whole, char) => (char === "|" ? char : whole)) : raw;
    return this.node({ type: "inlineCode", value }, at, close + from - at);
  }

  private angle(at: number): number {
    const { text, to } = this.source;
    const link = readAutolink(text, at, to);
    if (link) {
      const value = text.slice(at + 1, link.end - 1);
      const url = link.email ? `mailto:${value}` : value;
      const position = this.place(at + 1, link.end - 1);
      return this.node({ type: "link", title: null, url, children: [{ type: "text", value, position }] }, at, link.end);
    }
    const end = this.context.html.end(text, at, to);
    if (end >= 0) return this.node({ type: "html", value: htmlText(text.slice(at, end)) }, at, end);
    this.lookedTo(~end);
    return at + 1;
  }

  /** Pieces as nodes, texts that follow each other as one. */
  nodes(first: Piece | undefined, last: Piece | undefined): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    let value = "";
    let from = -1;
    let to = -1;
    const endText = (): void => {
      if (from >= 0) nodes.push({ type: "text", value, position: this.place(from, to) });
      from = -1;
      value = "";
    };
    for (let piece = first; piece; piece = piece === last ? undefined : piece.next) {
      if (piece.node) {
        endText();
        nodes.push(piece.node);
        continue;
      }
      if (from < 0) from = piece.from;
      to = piece.to;
      value += piece.value;
    }
    endText();
    return nodes;
  }
}
