import type { Root } from "mdast";
import { BlockParser } from "./markdown/blocks.js";
import { InlineReader } from "./markdown/inline-reader.js";
import { Lines } from "./markdown/place.js";

/**
 * Markdown to its tree, as remark with tables, task lists and front matter reads it, in time and memory that grow
 * linearly. The text must hold no byte order mark: it would shift every offset.
 */
export function parseMarkdown(text: string): Root {
  // Remark passes over a byte order mark, and reads no NUL.
  const marked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const clean = marked.includes("\0") ? marked.replaceAll("\0", "\uFFFD") : marked;
  const lines = new Lines(clean);
  const inline = new InlineReader(clean, lines);
  const root = new BlockParser(clean, lines, inline).parse();
  inline.finish();
  return root;
}
