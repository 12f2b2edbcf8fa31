import type { Blockquote, List, ListItem, RootContent } from "mdast";
import { DASH, DOT, GREATER, isDigit, PAREN_CLOSE, PLUS, STAR } from "./chars.js";
import type { Cursor } from "./cursor.js";

/** A quotation or a list that the next line may go on with. */
export class Container {
  item: ListItem | undefined;
  /** Columns that the lines of the current item are indented by. */
  size = 0;
  /** The item's first line held nothing but its mark. */
  startsBlank = false;
  /** And so did the next one: nothing may follow. */
  endsBlank = false;
  /** The first blank line directly in the item. */
  firstBlank = -1;

  constructor(
    readonly node: Blockquote | List,
    /** What a list's items start with: the mark, or what follows the number. */
    readonly marker: number,
    /** The deepest quotation at or above this container, as an index; -1 for none. */
    readonly lastQuote: number,
  ) {}

  get children(): RootContent[] {
    return this.item ? this.item.children : this.node.children;
  }
}

export interface ItemMark {
  readonly at: number;
  readonly marker: number;
  readonly number: number | undefined;
  readonly size: number;
  readonly blank: boolean;
}

/** Takes the mark of a quotation; false, and nothing taken, where there is none. */
export function takeQuoteMark(cursor: Cursor): boolean {
  const mark = cursor.mark();
  cursor.skip(3);
  if (cursor.code() !== GREATER) {
    cursor.back(mark);
    return false;
  }
  cursor.advance();
  cursor.skip(1);
  return true;
}

/**
 * Takes the mark of a list item. `interrupts`: a paragraph is open, which only items with text may end, and only the
 * number one. `wanted`: the mark that the list has.
 */
export function takeItemMark(cursor: Cursor, interrupts: boolean, wanted?: Container): ItemMark | undefined {
  const before = cursor.mark();
  const indent = cursor.skip(3);
  const at = cursor.pos;
  const found = readMarker(cursor, interrupts, wanted);
  if (!found) {
    cursor.back(before);
    return undefined;
  }
  const { marker, number, width } = found;
  if (cursor.isBlank()) {
    if (!interrupts) return { at, marker, number, size: indent + width + 1, blank: true };
  } else {
    const afterMarker = cursor.mark();
    let space = cursor.skip(5);
    if (space === 5) {
      cursor.back(afterMarker);
      space = cursor.skip(1);
    }
    if (space > 0) return { at, marker, number, size: indent + width + space, blank: false };
  }
  cursor.back(before);
  return undefined;
}

function readMarker(
  cursor: Cursor,
  interrupts: boolean,
  wanted: Container | undefined,
): { marker: number; number: number | undefined; width: number } | undefined {
  const code = cursor.code();
  const ordered = wanted?.node.type === "list" ? wanted.node.ordered === true : isDigit(code);
  if (!ordered) {
    if (code !== STAR && code !== DASH && code !== PLUS) return undefined;
    if (wanted && code !== wanted.marker) return undefined;
    if (code !== PLUS && !cursor.isNoBreak()) return undefined;
    cursor.advance();
    return { marker: code, number: undefined, width: 1 };
  }
  if (!isDigit(code) || (interrupts && code !== 49)) return undefined;
  let number = 0;
  let digits = 0;
  for (; digits < 9 && isDigit(cursor.code()); digits++) {
    number = number * 10 + cursor.code() - 48;
    cursor.advance();
  }
  if (interrupts && digits > 1) return undefined;
  const marker = cursor.code();
  if (wanted ? marker !== wanted.marker : marker !== DOT && marker !== PAREN_CLOSE) return undefined;
  cursor.advance();
  return { marker, number, width: digits + 1 };
}
