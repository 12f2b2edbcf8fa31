import { type Document, type LineCounter, parseDocument } from "yaml";

/** Lists and mappings inside each other, of which no configuration needs as many. */
const MAX_NESTING = 100;

/**
 * The YAML (or JSON, which is YAML) in a text, with its errors; undefined where it is nested so deeply that its parser, which
 * calls itself, would exhaust the stack, at which V8 may end the process. Keys that stand twice are no error.
 */
export function readYaml(text: string, lineCounter: LineCounter, options = {}): Document | undefined {
  if (nestingOf(text) > MAX_NESTING) return undefined;
  // The parser's own look for repeated keys compares each with each.
  return parseDocument(text, { ...options, lineCounter, prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
}

/** What may stand before a block on its first line: "- - a: b" opens three. */
const MARK = /[-?:](?:[ \t]+|$)/y;

/** How deep a text may be nested at most: brackets that are open, and blocks that each start to the right of the one before. */
function nestingOf(text: string): number {
  let deepest = 0;
  let brackets = 0;
  const columns: number[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const at = line.length - line.trimStart().length;
    if (at === line.length) continue;
    while ((columns.at(-1) ?? -1) >= at) columns.pop();
    columns.push(at);
    for (MARK.lastIndex = at; MARK.test(line); ) columns.push(MARK.lastIndex);
    let open = brackets;
    for (const [bracket] of line.matchAll(/[[\]{}]/g)) {
      brackets = bracket === "[" || bracket === "{" ? brackets + 1 : Math.max(0, brackets - 1);
      open = Math.max(open, brackets);
    }
    deepest = Math.max(deepest, columns.length + open);
  }
  return deepest;
}
