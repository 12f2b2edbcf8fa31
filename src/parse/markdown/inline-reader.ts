import type { ListItem, Paragraph, PhrasingContent } from "mdast";
import { BRACKET_CLOSE, BRACKET_OPEN, CR, isLineEnd, isSpaceOrLineEnd, LF } from "./chars.js";
import { CodeSpans } from "./code-span.js";
import { InlineHtml } from "./inline-html.js";
import type { InlineSink } from "./inline-sink.js";
import type { InlineSource } from "./inline-source.js";
import { InlineText } from "./inline-text.js";
import { type Lines, Place, PlaceBeyondLine } from "./place.js";

/** What all stretches of one text share. */
export interface InlineContext {
  readonly lines: Lines;
  readonly defined: ReadonlySet<string>;
  readonly codeSpans: CodeSpans;
  readonly html: InlineHtml;
}

/** Reads inline content at once, or once all definitions are known where there may be some. */
export class InlineReader implements InlineSink {
  private readonly later: (() => void)[] | undefined;
  private readonly defined = new Set<string>();
  private readonly context: InlineContext;

  constructor(
    text: string,
    private readonly lines: Lines,
  ) {
    this.later = text.includes("]:") ? [] : undefined;
    this.context = { lines, defined: this.defined, codeSpans: new CodeSpans(), html: new InlineHtml() };
  }

  define(label: string): void {
    this.defined.add(label);
  }

  /** Reads what had to wait. */
  finish(): void {
    for (const read of this.later ?? []) read();
  }

  read(children: PhrasingContent[], source: InlineSource, inTable: boolean): void {
    if (this.later) this.later.push(() => this.readNow(children, source, inTable));
    else this.readNow(children, source, inTable);
  }

  readTask(node: Paragraph, source: InlineSource, item: ListItem): void {
    if (this.later) this.later.push(() => this.readTaskNow(node, source, item));
    else this.readTaskNow(node, source, item);
  }

  private readNow(children: PhrasingContent[], source: InlineSource, inTable: boolean): void {
    new InlineText(this.context, source, inTable).readInto(children);
  }

  private readTaskNow(node: Paragraph, source: InlineSource, item: ListItem): void {
    const box = taskBox(source);
    if (!box) return this.readNow(node.children, source, false);
    item.checked = box.checked;
    this.readNow(node.children, source.after(box.end), false);
    const [head] = node.children;
    if (head?.type !== "text") return;
    const beyond = isLineEnd(head.value.charCodeAt(0));
    head.value = head.value.slice(1);
    if (head.value === "") {
      node.children.shift();
      return;
    }
    const { from, to } = head.position as Place;
    const PlaceOfText = beyond ? PlaceBeyondLine : Place;
    head.position = new PlaceOfText(this.lines, from + 1, to);
    node.position = new PlaceOfText(this.lines, from + 1, (node.position as Place).to);
  }
}

/** The box at the start of an item's text: "[ ]" or "[x]" with white space and something after it. */
function taskBox({ text, from, to }: InlineSource): { checked: boolean; end: number } | undefined {
  if (text.charCodeAt(from) !== BRACKET_OPEN) return undefined;
  const inside = text.charCodeAt(from + 1);
  const checked = inside === 88 || inside === 120;
  if (!checked && !isSpaceOrLineEnd(inside)) return undefined;
  const close = from + (inside === CR && text.charCodeAt(from + 2) === LF ? 3 : 2);
  if (close + 1 >= to || text.charCodeAt(close) !== BRACKET_CLOSE) return undefined;
  let at = close + 1;
  if (isLineEnd(text.charCodeAt(at))) return { checked, end: at };
  if (!isSpaceOrLineEnd(text.charCodeAt(at))) return undefined;
  while (at < to && isSpaceOrLineEnd(text.charCodeAt(at)) && !isLineEnd(text.charCodeAt(at))) at++;
  return at < to ? { checked, end: close + 1 } : undefined;
}
