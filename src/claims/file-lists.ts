import type { TextUnit } from "../model/report.js";

/** How many files a stretch of a listing names. */
export interface FileTally {
  readonly count: number;
  /** A folder or a pattern without a number stands for more than one. */
  readonly open: boolean;
}

/** A group inside a fence: "API Routers (14):" and the lines under it. */
export interface FileGroup extends FileTally {
  readonly header: TextUnit;
  readonly lines: readonly TextUnit[];
}

const FILE =
  /\/?(?:[\w.@()[\]{}~+*-]+\/)*[\w.@()[\]{}*+-]*\.[a-z][\w]{0,9}\b|\/?(?:[\w.@-]+\/)+[\w.@*()[\]-]*|\b(?:Dockerfile|Makefile|LICENSE|Procfile|Gemfile|Rakefile)\b[\w.-]*/i;
const HEADER = /^\s*(?:[\p{L}\p{N}][^:#/]*?)(?:\((\d+)[^)]*\))?\s*:\s*$/u;

/** True for a word that is a file or a folder by its looks. */
export function looksLikeFile(word: string): boolean {
  const m = FILE.exec(word);
  return (
    m !== null &&
    m.index === 0 &&
    m[0].length >= word.length - 1 &&
    !/^\d+(?:\.\d+)+$/.test(word) &&
    !/^(?:e\.g|i\.e|etc)\b/i.test(word)
  );
}

/** Counts the files that a line names: "a.py, b.py", "artifacts/*.json (3 files)", "ops/provisioning/". */
export function tallyLine(line: string): FileTally {
  const text = line.replace(/\s+#\s.*$/, "").replace(/^\s*[-*+]\s+/, "");
  if (text.trim() === "" || /^\s*#/.test(text)) return { count: 0, open: false };
  const multiple = /^\s*(\S+)\s+\((\d+) files?\)/i.exec(text);
  if (multiple?.[2]) return { count: Number(multiple[2]), open: false };
  const words = text
    .replace(/\s*\([^)]*\)\s*$/, "")
    .split(/\s*,\s*|\s+(?:and|&|\+|\/)\s+/)
    .map((w) => w.trim().split(/\s+/)[0] ?? "");
  const files = words.filter((w) => looksLikeFile(w) || /^\.[\w.]+$/.test(w));
  return { count: files.length, open: files.some((f) => f.endsWith("/") || f.includes("*")) };
}

/** The files of a fence's lines, and its groups where it has headers. */
export function tallyLines(lines: readonly TextUnit[]): FileTally & { readonly groups: readonly FileGroup[] } {
  const groups: { header: TextUnit; lines: TextUnit[] }[] = [];
  const all: FileTally[] = [];
  for (const line of lines) {
    const value = line.text.value;
    if (HEADER.test(value) && !looksLikeFile(value.trim())) {
      groups.push({ header: line, lines: [] });
    } else {
      all.push(tallyLine(value));
      groups.at(-1)?.lines.push(line);
    }
  }
  return { ...add(all), groups: groups.map((g) => ({ ...g, ...add(g.lines.map((l) => tallyLine(l.text.value))) })) };
}

function add(tallies: readonly FileTally[]): FileTally {
  return { count: tallies.reduce((n, t) => n + t.count, 0), open: tallies.some((t) => t.open) };
}

/** The number that a group header states, if it does. */
export function statedGroupSize(header: TextUnit): number | undefined {
  const stated = HEADER.exec(header.text.value)?.[1];
  return stated === undefined ? undefined : Number(stated);
}
