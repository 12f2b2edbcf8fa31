import type { Html, Root } from "mdast";
import type { Range } from "../model/range.js";
import type { Damage, GeneratedBlock } from "../model/report.js";
import type { SourceText } from "../model/source-text.js";
import { TABLE_ID } from "../model/tables.js";
import { lineOf, rawRange } from "../source/positions.js";
import { rangeOf } from "./ranges.js";

/** What of a text the program wrote itself, and the tree without it. */
export interface Generated {
  readonly blocks: readonly GeneratedBlock[];
  readonly damage: readonly Damage[];
  /** The tree without the blocks. */
  readonly tree: Root;
}

const BEGIN = new RegExp(`^ *<!-- blockers:begin (${TABLE_ID}) -->[ \\t]*$`);
const END = /^ *<!-- blockers:end -->[ \t]*$/;
/** Meant as a marker, but none. */
const MEANT = /^ *<!--[ \t]*blockers:(begin|end)\b/;
const CHECKSUM = /^ *<!-- blockers:checksum ([0-9a-f]{16}) layout ([0-9a-f]{16}) -->[ \t]*$/;
const LINE_END = /\r\n|\n|\r/;

interface Open {
  /** Undefined where the marker cannot be read. */
  readonly id: string | undefined;
  readonly index: number;
  readonly range: Range;
  /** Further blocks that were begun inside; such a block is none. */
  nested: number;
}

/**
 * The generated blocks of a text by their markers, which are comments on lines of their own outside everything else: the
 * tree says so, and no search would. Pure; a marker that stands wrong is damage and never raises.
 */
export function findGenerated(tree: Root, source: SourceText): Generated {
  const blocks: GeneratedBlock[] = [];
  const damage: Damage[] = [];
  const dropped = new Set<unknown>();
  const seen = new Set<string>();
  let open: Open | undefined;
  const fault = (range: Range, fault: Extract<Damage, { kind: "table-marker" }>["fault"], id = ""): void => {
    damage.push({ kind: "table-marker", range, fault, id });
  };
  for (const [index, node] of tree.children.entries()) {
    const marker = node.type === "html" ? readMarker(node) : undefined;
    if (!marker) continue;
    const range = rangeOf(node);
    if (!marker.exact) fault(range, "unreadable");
    if (marker.kind === "begin") {
      if (open) {
        if (marker.exact) fault(range, "nested", marker.id);
        open.nested++;
        continue;
      }
      if (marker.id !== undefined && seen.has(marker.id)) fault(range, "repeated", marker.id);
      seen.add(marker.id ?? "");
      open = { id: marker.id, index, range, nested: 0 };
    } else if (!open) {
      if (marker.exact) fault(range, "no-begin");
    } else if (open.nested > 0) {
      open.nested--;
      // The outer block cannot be told from the inner one.
      if (open.nested === 0) open = { ...open, id: undefined };
    } else {
      if (open.id !== undefined && marker.exact) {
        blocks.push(blockOf(source, open.id, open.range, range));
        for (const inside of tree.children.slice(open.index, index + 1)) dropped.add(inside);
      }
      open = undefined;
    }
  }
  if (open?.id !== undefined) fault(open.range, "no-end", open.id);
  if (dropped.size === 0) return { blocks, damage, tree };
  return { blocks, damage, tree: { ...tree, children: tree.children.filter((node) => !dropped.has(node)) } };
}

/** The text with the blocks blanked, every offset as before: what is read by lines must not see them either. */
export function withoutGenerated(text: string, blocks: readonly GeneratedBlock[]): string {
  if (blocks.length === 0) return text;
  const pieces: string[] = [];
  let done = 0;
  for (const { inner } of blocks) {
    pieces.push(text.slice(done, inner.start), text.slice(inner.start, inner.end).replace(/[^\r\n]/g, " "));
    done = inner.end;
  }
  return [...pieces, text.slice(done)].join("");
}

function readMarker({ value }: Html): { kind: string; id: string | undefined; exact: boolean } | undefined {
  const begin = BEGIN.exec(value);
  if (begin) return { kind: "begin", id: begin[1], exact: true };
  if (END.test(value)) return { kind: "end", id: undefined, exact: true };
  const meant = MEANT.exec(value);
  return meant ? { kind: meant[1] ?? "", id: undefined, exact: false } : undefined;
}

function blockOf(source: SourceText, id: string, begin: Range, end: Range): GeneratedBlock {
  const line = lineOf(source, begin.start);
  const inner = {
    start: source.lineStarts[line] ?? begin.end,
    end: source.lineStarts[lineOf(source, end.start) - 1] ?? end.start,
  };
  const raw = rawRange(source, inner);
  // Of the file's own characters: a checksum of repaired ones would tell of another text.
  const content = readContent(source.raw.slice(raw.start, raw.end));
  const eol = LINE_END.exec(source.text.slice(begin.end, inner.start))?.[0] ?? "\n";
  return { id, line, begin, inner, eol, ...content };
}

function readContent(inner: string): Pick<GeneratedBlock, "content" | "checksum" | "layout"> {
  const lines = trimBlank(inner.split(LINE_END));
  const found = CHECKSUM.exec(lines.at(-1) ?? "");
  const content = trimBlank(found ? lines.slice(0, -1) : lines).join("\n");
  return { content, checksum: found?.[1], layout: found?.[2] };
}

function trimBlank(lines: readonly string[]): readonly string[] {
  const filled = (line: string): boolean => line.trim() !== "";
  return lines.slice(Math.max(0, lines.findIndex(filled)), lines.findLastIndex(filled) + 1);
}
