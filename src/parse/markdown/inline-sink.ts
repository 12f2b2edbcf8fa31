import type { ListItem, Paragraph, PhrasingContent } from "mdast";
import type { InlineSource } from "./inline-source.js";

/** What text is handed to whose markup is to be read. */
export interface InlineSink {
  /** Reads a stretch into the children of a node. `inTable`: a pipe in code may be escaped. */
  read(children: PhrasingContent[], source: InlineSource, inTable: boolean): void;
  /** Reads the first paragraph of a list item, which may start with the box of a task. */
  readTask(node: Paragraph, source: InlineSource, item: ListItem): void;
  /** A link is defined, by a normalized label. */
  define(label: string): void;
}
