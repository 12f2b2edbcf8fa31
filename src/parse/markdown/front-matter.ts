import type { Nodes } from "mdast";
import { DASH, isBlank, PLUS } from "./chars.js";
import { Cursor } from "./cursor.js";

export interface FrontMatter {
  readonly node: Nodes;
  readonly to: number;
  /** Where the text goes on. */
  readonly next: number;
}

/** The front matter of a text; "endless" where it is opened and never closed. */
export function frontMatter(text: string): FrontMatter | "endless" | undefined {
  const marker = text.charCodeAt(0);
  if (marker !== DASH && marker !== PLUS) return undefined;
  const cursor = new Cursor(text);
  cursor.goTo(0);
  if (!isFence(cursor, marker) || cursor.next === cursor.end) return undefined;
  const from = cursor.next;
  let to = from;
  for (;;) {
    const start = cursor.next;
    const before = cursor.end;
    cursor.goTo(start);
    if (isFence(cursor, marker)) {
      to = start === from ? from : before;
      const node = { type: marker === DASH ? "yaml" : "toml", value: text.slice(from, to) } as Nodes;
      return { node, to: cursor.end, next: cursor.next };
    }
    if (cursor.next === cursor.end) return "endless";
  }
}

function isFence({ text, start, end }: Cursor, marker: number): boolean {
  if (end - start < 3) return false;
  for (let at = start; at < start + 3; at++) if (text.charCodeAt(at) !== marker) return false;
  for (let at = start + 3; at < end; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}
