import { sourceRange } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { Report, TextUnit } from "../model/report.js";
import { looksLikeFile } from "./file-lists.js";
import { placesOf } from "./places.js";

/** A path that a line names, as written, cleaned of anchors and line numbers. */
export interface PathMention {
  readonly path: string;
  readonly line: number | undefined;
  readonly unit: TextUnit;
  readonly range: Range;
  /** Offsets in the unit's text. */
  readonly start: number;
  readonly end: number;
  readonly how: "link" | "code" | "bold" | "plain" | "fence";
}

const PLACEHOLDER =
  /[<>{}$*?|\\]|\.\.\.|…|\bpath\/to\b|^\/?(?:tmp|etc|usr|var|opt|root|proc|dev)\/|^~|^[A-Za-z]:|node_modules|^@|YYYY|MMDD|XXX|NNN|\d{8}_\d{6}/;
/** A bare name inside a sentence counts only with the ending of a source file. */
const SOURCE_FILE = /^[\w-]{3,}\.(?:py|[jt]sx?|mjs|go|rs|java|kt|swift|rb|php|cs|cpp|sql|sh)$/;
const PLAIN =
  /(?<![\w/@.-])(?:[\w@.()[\]-]+\/)*[\w@.()[\]-]+\.(?:[a-z]{1,4}|[a-z]+\d|jsonl?|ya?ml|toml|lock|dockerfile|ipynb|gradle|properties|service|proto|graphql)\b(?!\(|\.\w)/giu;

/** Every path that the lines of a report name. URLs, patterns and placeholders are left out. */
export function pathMentions(report: Report): PathMention[] {
  const prose = placesOf(report).said.flatMap(unitPaths);
  const fences = report.blocks.flatMap((b) => (b.kind === "fence" && !b.quoted ? b.lines.flatMap(fenceLinePaths) : []));
  return [...prose, ...fences].sort((a, b) => a.range.start - b.range.start);
}

function unitPaths(unit: TextUnit): PathMention[] {
  const value = unit.text.value;
  const found: PathMention[] = [];
  const add = (text: string, start: number, end: number, how: PathMention["how"]): void => {
    const clean = cleanPath(text);
    if (!clean || found.some((f) => f.start < end && start < f.end)) return;
    found.push({ ...clean, unit, start, end, range: sourceRange(unit.text, start, end), how });
  };
  for (const span of unit.text.spans) {
    if (span.kind === "link" && span.url !== undefined) {
      if (leavesTheTree(span.url))
        found.push({
          path: "",
          line: undefined,
          unit,
          start: span.start,
          end: span.end,
          range: sourceRange(unit.text, span.start, span.end),
          how: "link",
        });
      else add(decodePath(span.url), span.start, span.end, "link");
    }
  }
  for (const span of unit.text.spans) {
    const text = value.slice(span.start, span.end).trim();
    if (span.kind === "code" && !/\s/.test(text) && looksLikeFile(text.replace(/:\d.*$/, "")))
      add(text, span.start, span.end, "code");
    if (span.kind === "strong" && !/\s/.test(text.replace(/[:：]$/, "")) && looksLikeFile(text.replace(/[:：]$/, "")))
      add(text.replace(/[:：]$/, ""), span.start, span.end, "bold");
  }
  if (!value.includes(".")) return found.filter((f) => f.path !== "");
  for (const m of value.matchAll(PLAIN)) {
    if (/^(?:e\.g|i\.e|a\.m|p\.m)$/i.test(m[0])) continue;
    if (/\//.test(m[0]) || m.index <= 4 || SOURCE_FILE.test(m[0])) add(m[0], m.index, m.index + m[0].length, "plain");
  }
  return found.filter((f) => f.path !== "");
}

/** "docker-compose.yml   # 14 services", "api/a.py, b.py (added imports)": only the first name is sure of its folder. */
function fenceLinePaths(unit: TextUnit): PathMention[] {
  const value = unit.text.value;
  if (/[\u2500-\u257f]/.test(value) || /^\s*[#$>]/.test(value)) return [];
  const m = /^\s*(?:[-*+]\s+)?([\w./@()[\]-]+)/.exec(value);
  const text = m?.[1] ?? "";
  if (!m || !looksLikeFile(text) || !/^\s*(?:$|[,#(]|\s[-–—]\s|\s{2,})/.test(value.slice(m[0].length))) return [];
  const clean = cleanPath(text);
  const start = m[0].length - text.length;
  return clean
    ? [{ ...clean, unit, start, end: m[0].length, range: sourceRange(unit.text, start, m[0].length), how: "fence" }]
    : [];
}

/** An address, an anchor, or a page of a site ("/accessibility/") rather than a file. */
function leavesTheTree(url: string): boolean {
  const address = /^(?:[a-z][\w+.-]*:\/\/|#|\/\/)/i.test(url) || /^[a-z][a-z0-9+-]*:/.test(url);
  return address || (url.startsWith("/") && !/\.\w+(?:[?#:].*)?$/.test(url));
}

function decodePath(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Without "./", "#L10", ":91" and a closing colon; undefined for what cannot be a path of the repository. */
function cleanPath(text: string): { path: string; line: number | undefined } | undefined {
  const m = /^(.*?)(?:#L?(\d+)?[^/]*|:(\d+)(?:[-:]\d+)?)?$/.exec(text.trim());
  const path = (m?.[1] ?? "").replace(/^(?:\.\/)+/, "").replace(/\?.*$/, "");
  const at = m?.[2] ?? m?.[3];
  if (path === "" || path.length > 300 || PLACEHOLDER.test(path) || /^\.+\/?$/.test(path)) return undefined;
  return { path, line: at === undefined ? undefined : Number(at) };
}
