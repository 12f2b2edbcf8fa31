import type { MappedText } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { TextUnit } from "../model/report.js";
import { verbatim } from "./plain-text.js";

const FENCE = /^\s*(?:`{3,}|~{3,})/;

/** The lines of a code block that hold text, without the fences themselves. */
export function codeLines(
  source: string,
  block: Range,
  make: (text: MappedText, range: Range) => TextUnit,
): TextUnit[] {
  const units: TextUnit[] = [];
  const raw = source.slice(block.start, block.end);
  const fenced = FENCE.test(raw);
  const parts = raw.split(/(\r\n|\n|\r)/);
  let at = block.start;
  for (let i = 0; i < parts.length; i += 2) {
    const line = parts[i] ?? "";
    const edge = fenced && (i === 0 || (i >= parts.length - 1 && FENCE.test(line)));
    const range = { start: at, end: at + line.length };
    if (!edge && line.trim() !== "") units.push(make(verbatim(source, range.start, range.end), range));
    at += line.length + (parts[i + 1]?.length ?? 0);
  }
  return units;
}

const TEXT_LANGUAGES = new Set(["", "text", "txt", "plaintext", "plain", "md", "markdown", "console", "log", "output"]);

/** True for fences that hold text rather than code, by the language they name. */
export function holdsText(language: string): boolean {
  return TEXT_LANGUAGES.has(language);
}
