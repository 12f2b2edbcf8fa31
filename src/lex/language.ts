import { lazy, lazySet } from "../model/lazy.js";
import { LANGUAGES } from "./vocabulary/index.js";

/** How much of a text is looked at, in characters. */
const LOOK = 20_000;
/** Small words needed before a language is told by them, and the lead they need over the runner-up. */
const ENOUGH = 4;
const LEAD = 1.4;
/** Of a text with this many words, English ones are at least this share. */
const TELLING = 80;
const ENGLISH_SHARE = 0.03;
/** Of the letters of an English text, at most this share carry accents. */
const ACCENTED = 0.02;

/** Words of other languages that English spells alike. */
export const ENGLISH_LIKE = lazySet(() =>
  Object.values(LANGUAGES)
    .flatMap(({ nouns }) => Object.keys(nouns))
    .flatMap((n) => [n, `${n}s`]),
);
const SMALL_WORDS = lazy(() => {
  const all = new Map<string, string[]>();
  for (const [code, { common, statuses, nouns, labels, remaining }] of Object.entries(LANGUAGES)) {
    const telling = [
      ...Object.values(statuses),
      ...Object.values(nouns),
      labels.status ?? [],
      labels.overall ?? [],
      remaining,
    ]
      .flat()
      .filter((w) => !ENGLISH_LIKE.has(w) && w.length > 2);
    for (const word of new Set([...common, ...telling])) {
      const codes = all.get(word);
      if (codes) codes.push(code);
      else all.set(word, [code]);
    }
  }
  return all;
});

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\uac00-\ud7af]/g, "ko"],
  [/[\u3040-\u30ff]/g, "ja"],
  [/[\u4e00-\u9fff]/g, "zh"],
  [/[\u0900-\u097f]/g, "hi"],
];

/** The language of a text, "" where it cannot be told, and whether unknown words in it may be English ones. */
export function languageOf(text: string): { readonly language: string; readonly english: boolean } {
  const start = text
    .slice(0, LOOK)
    .replace(/```[\s\S]*?(?:```|$)|<!--[\s\S]*?(?:-->|$)|`[^`\n]*`|https?:\/\/\S+/g, " ")
    .toLowerCase();
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const small = SMALL_WORDS();
  for (const [script, code] of /[\u0900-\ud7af]/.test(start) ? SCRIPTS : []) {
    const hits = start.match(script)?.length ?? 0;
    if (hits > letters * (code === "zh" ? 0.15 : 0.05)) return { language: code, english: false };
  }
  const words = start.match(/[\p{L}\p{M}]+/gu) ?? [];
  const scores = new Map<string, number>();
  for (const word of words) {
    for (const code of small.get(word) ?? []) scores.set(code, (scores.get(code) ?? 0) + 1);
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  const told = first && first[1] >= ENOUGH && first[1] >= LEAD * (second?.[1] ?? 0);
  if (told && first[0] !== "en") return { language: first[0], english: false };
  const accented = start.match(/[^\p{ASCII}\P{L}]/gu)?.length ?? 0;
  const plain = accented <= letters * ACCENTED;
  const enough = words.length < TELLING || (scores.get("en") ?? 0) >= words.length * ENGLISH_SHARE;
  const english = plain && (told === true || enough);
  return { language: english ? "en" : "", english };
}
