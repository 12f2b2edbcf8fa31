import type { Range } from "../model/range.js";

interface FenceLine {
  readonly line: number;
  readonly indent: number;
  readonly char: string;
  readonly length: number;
  readonly info: string;
}

/** What the fences of a text are, after the most plausible repair. */
export interface FenceRepair {
  /** The text with surplus fences blanked, every offset as before. */
  readonly text: string;
  readonly strays: readonly { readonly range: Range; readonly swallowed: number }[];
}

const FENCE = /^( {0,3}|\s*(?:[-*+]|\d+[.)])\s+|\s+)(`{3,}|~{3,})[ \t]*([^`\r\n]*)$/;
const HEADING = /^#{1,6}\s+\p{L}|^#{1,6}\s+\p{Extended_Pictographic}|^#{1,6}\s+\d+\./u;
const PROSE = /^(?:\s*[-*+]\s+\*\*|\*\*[^*]+\*\*|\|.*\|.*\|\s*$|#{2,6}\s)/;
const DRAWING = /[\u2500-\u257f]/;

/**
 * Finds fences that open or close nothing. A fence with a language inside a block without one is the tell-tale:
 * the block was opened by a stray fence, and everything from there is inside out.
 */
export function repairFences(text: string, lineStarts: readonly number[]): FenceRepair {
  if (!text.includes("```") && !text.includes("~~~")) return { text, strays: [] };
  const lines = lineStarts.map((start, i) =>
    text.slice(start, lineStarts[i + 1] ?? text.length).replace(/[\r\n]+$/, ""),
  );
  const all = lines.flatMap((line, i): FenceLine[] => {
    const m = line.includes("```") || line.includes("~~~") ? FENCE.exec(line) : null;
    const [, indent = "", marks = "", info = ""] = m ?? [];
    return m
      ? [{ line: i, indent: indent.length, char: marks.charAt(0), length: marks.length, info: info.trimEnd() }]
      : [];
  });
  if (!firstContradiction(all, lines.length)) return { text, strays: [] };
  const inner = nestedFences(all);
  if (inner) return { text: blank(text, inner, lines, lineStarts), strays: [] };
  const removed = strayFences(all, lines);
  if (
    firstContradiction(
      all.filter((f) => !removed.has(f.line)),
      lines.length,
    )
  )
    return { text, strays: [] };
  const strays = [...removed]
    .sort((a, b) => a - b)
    .map((line) => {
      const start = lineStarts[line] ?? 0;
      return {
        range: { start, end: start + (lines[line]?.length ?? 0) },
        swallowed: swallowedHeadings(all, removed, line, lines),
      };
    });
  return { text: blank(text, removed, lines, lineStarts), strays };
}

/** Surplus fences, one after the other, until every block can be meant; at most three. */
function strayFences(all: readonly FenceLine[], lines: readonly string[]): Set<number> {
  const removed = new Set<number>();
  for (let round = 0; round < 3; round++) {
    const suspect = firstContradiction(
      all.filter((f) => !removed.has(f.line)),
      lines.length,
    );
    if (!suspect) break;
    const repair = bestRemoval(all, removed, suspect, lines);
    if (repair === undefined) break;
    removed.add(repair);
  }
  return removed;
}

/** The fences inside others, if reading a fence with a language as an inner opening closes everything; else undefined. */
function nestedFences(all: readonly FenceLine[]): Set<number> | undefined {
  const inner = new Set<number>();
  let depth = 0;
  for (const fence of all) {
    const opens = fence.info !== "" || depth === 0;
    if (depth > (opens ? 0 : 1)) inner.add(fence.line);
    depth += opens ? 1 : -1;
  }
  return depth === 0 && inner.size > 0 ? inner : undefined;
}

/** The text with whole lines turned to spaces, every offset as before. */
function blank(
  text: string,
  which: ReadonlySet<number>,
  lines: readonly string[],
  lineStarts: readonly number[],
): string {
  const pieces: string[] = [];
  let done = 0;
  for (const line of [...which].sort((a, b) => a - b)) {
    const start = lineStarts[line] ?? 0;
    const length = lines[line]?.length ?? 0;
    pieces.push(text.slice(done, start), " ".repeat(length));
    done = start + length;
  }
  return [...pieces, text.slice(done)].join("");
}

interface Block {
  readonly open: FenceLine;
  readonly close: number;
  readonly closed: boolean;
  readonly inner: FenceLine | undefined;
}

function pair(fences: readonly FenceLine[], lineCount: number): Block[] {
  const blocks: Block[] = [];
  let open: FenceLine | undefined;
  let inner: FenceLine | undefined;
  for (const fence of fences) {
    if (!open) {
      open = fence;
      inner = undefined;
    } else if (fence.char === open.char && fence.length >= open.length && fence.info === "") {
      blocks.push({ open, close: fence.line, closed: true, inner });
      open = undefined;
    } else if (fence.char === open.char && fence.length >= open.length && fence.info !== "") {
      inner ??= fence;
    }
  }
  if (open) blocks.push({ open, close: lineCount, closed: false, inner });
  return blocks;
}

/** The first block that cannot be meant: it holds the opening of another one, or never ends and holds headings. */
function firstContradiction(fences: readonly FenceLine[], lineCount: number): Block | undefined {
  return pair(fences, lineCount).find((b) => (b.inner !== undefined && b.open.info === "") || !b.closed);
}

/** The bare fence at or before the contradiction without which the least is inside out. */
function bestRemoval(
  all: readonly FenceLine[],
  removed: ReadonlySet<number>,
  at: Block,
  lines: readonly string[],
): number | undefined {
  const kept = all.filter((f) => !removed.has(f.line));
  const before = badness(kept, lines);
  const limit = at.inner?.line ?? lines.length;
  const candidates = kept.filter((f) => f.info === "" && f.line <= limit).slice(-12);
  let best: { line: number; score: number } | undefined;
  for (const candidate of candidates) {
    const score = badness(
      kept.filter((f) => f !== candidate),
      lines,
    );
    if (score < before && (!best || score <= best.score)) best = { line: candidate.line, score };
  }
  return best?.line;
}

function badness(fences: readonly FenceLine[], lines: readonly string[]): number {
  const inside = new Array<boolean>(lines.length).fill(false);
  let score = 0;
  for (const block of pair(fences, lines.length)) {
    if (!block.closed) score += 3;
    if (block.inner && block.open.info === "") score += 5;
    for (let i = block.open.line; i <= block.close && i < lines.length; i++) inside[i] = true;
  }
  lines.forEach((line, i) => {
    if (inside[i] && HEADING.test(line)) score += 2;
    else if (inside[i] && PROSE.test(line)) score += 1;
    else if (!inside[i] && DRAWING.test(line) && !/^\s*[|>*-]\s/.test(line)) score += 0.25;
  });
  return score;
}

function swallowedHeadings(
  all: readonly FenceLine[],
  removed: ReadonlySet<number>,
  line: number,
  lines: readonly string[],
): number {
  const withStray = pair(
    all.filter((f) => !removed.has(f.line) || f.line === line),
    lines.length,
  );
  return withStray.reduce(
    (n, b) => n + (b.close < line ? 0 : lines.slice(b.open.line + 1, b.close).filter((l) => HEADING.test(l)).length),
    0,
  );
}
