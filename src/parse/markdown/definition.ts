import type { Definition as DefinitionNode } from "mdast";
import { COLON, isBlank, isLineEnd } from "./chars.js";
import type { InlineSource } from "./inline-source.js";
import { type Part, readDestination, readLabel, readTitle, skipSpaceAndLineEnds, unindented } from "./link-parts.js";
import { decodeString, normalizeLabel } from "./strings.js";

export interface Definition {
  readonly node: DefinitionNode;
  readonly from: number;
  readonly to: number;
  readonly key: string;
  /** Where the text goes on, with a line's end. */
  readonly next: number;
}

/** The definition of a link that starts at an offset; undefined where there is none. */
export function readDefinition(source: InlineSource, from: number): Definition | undefined {
  const { text, to } = source;
  const label = readLabel(text, from, to);
  if (!label || text.charCodeAt(label.end) !== COLON || label.end >= to) return undefined;
  const destination = readDestination(
    text,
    skipSpaceAndLineEnds(text, label.end + 1, to),
    to,
    Number.POSITIVE_INFINITY,
  );
  if (!destination) return undefined;
  const title = titleAfter(text, destination.end, to);
  const end = skipBlanks(text, title?.end ?? destination.end, to);
  if (end < to && !isLineEnd(text.charCodeAt(end))) return undefined;
  const raw = text.slice(label.from, label.to);
  const key = normalizeLabel(raw);
  const node: DefinitionNode = {
    type: "definition",
    identifier: key.toLowerCase(),
    label: decodeString(raw),
    title: title && title.from < title.to ? decodeString(unindented(text.slice(title.from, title.to))) : null,
    url: decodeString(text.slice(destination.from, destination.to)),
  };
  return { node, from: source.start(from), to: source.end(end), key, next: end };
}

/** A title that ends its line; one that does not is none. */
function titleAfter(text: string, from: number, to: number): Part | undefined {
  const at = skipSpaceAndLineEnds(text, from, to);
  if (at === from) return undefined;
  const title = readTitle(text, at, to);
  if (!title) return undefined;
  const end = skipBlanks(text, title.end, to);
  return end >= to || isLineEnd(text.charCodeAt(end)) ? title : undefined;
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}
