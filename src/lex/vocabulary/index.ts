import { ar } from "./ar.js";
import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { fa } from "./fa.js";
import { fr } from "./fr.js";
import { hi } from "./hi.js";
import { id } from "./id.js";
import { it } from "./it.js";
import { ja } from "./ja.js";
import { ko } from "./ko.js";
import { nl } from "./nl.js";
import { others } from "./others.js";
import { pl } from "./pl.js";
import { pt } from "./pt.js";
import { ru } from "./ru.js";
import { tr } from "./tr.js";
import { uk } from "./uk.js";
import { vi } from "./vi.js";
import type { Vocabulary } from "./vocabulary.js";
import { zh } from "./zh.js";

/** All languages by their ISO 639 code; where two give a word another sense, the first one counts. */
export const LANGUAGES: Readonly<Record<string, Vocabulary>> = {
  en,
  de,
  fr,
  es,
  pt,
  it,
  nl,
  pl,
  ru,
  uk,
  zh,
  ja,
  ko,
  tr,
  vi,
  id,
  ar,
  fa,
  hi,
};

export { others };

/** One list of every language, English first, each word once. */
export function everyWord(pick: (language: Vocabulary) => readonly string[] | undefined): readonly string[] {
  return [...new Set(Object.values(LANGUAGES).flatMap((language) => pick(language) ?? []))];
}

/** Scripts that put no space between words, or endings right behind them. */
export function isUnspaced(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (isUnspacedCode(word.charCodeAt(at))) return true;
  return false;
}

/** The same of one UTF-16 unit. */
export function isUnspacedCode(code: number): boolean {
  return code >= 0x3040 && (code <= 0x30ff || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af));
}

/** In lower case, offsets unchanged: the dotted capital I would grow by one character. */
export function lower(text: string): string {
  return (text.includes("\u0130") ? text.replaceAll("\u0130", "i") : text).toLowerCase();
}

const SPECIAL = /[.*+?^${}()|[\]\\/ ]/g;
const sources = new Map<string, string>();

/** A word as the source of a pattern; its spaces may be any white space. Many patterns hold the same words. */
function escaped(word: string): string {
  let source = sources.get(word);
  if (source === undefined) {
    source = word.replace(SPECIAL, (sign) => (sign === " " ? "\\s+" : `\\${sign}`));
    sources.set(word, source);
  }
  return source;
}

/** The source of a pattern for any of the words, longest first; as whole words where the script has them. */
export function anyOf(words: readonly string[]): string {
  const any = (some: readonly string[]): string =>
    [...some]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join("|");
  const spaced = words.filter((w) => !isUnspaced(w));
  const unspaced = words.filter(isUnspaced);
  const parts = [
    ...(spaced.length > 0 ? [`(?<![\\p{L}\\p{N}])(?:${any(spaced)})(?![\\p{L}\\p{M}\\p{N}])`] : []),
    ...(unspaced.length > 0 ? [any(unspaced)] : []),
  ];
  return `(?:${parts.join("|") || "(?!)"})`;
}
