import { fr } from "./vocabulary/fr.js";
import { hi } from "./vocabulary/hi.js";
import { anyOf, everyWord, isUnspaced } from "./vocabulary/index.js";
import { it } from "./vocabulary/it.js";
import { tr } from "./vocabulary/tr.js";

/** A share whose whole comes first, as offsets into the text. */
export interface ForeignFraction {
  readonly part: number;
  readonly whole: number;
  readonly start: number;
  readonly end: number;
  readonly partStart: number;
  readonly partEnd: number;
}

const NOUN = anyOf(everyWord((l) => Object.values(l.nouns).flat()).filter(isUnspaced));
const TURKISH = anyOf(Object.values(tr.nouns).flat());
const LATIN = anyOf([fr, it].flatMap((l) => Object.values(l.nouns).flat()));
const HINDI = anyOf(Object.values(hi.nouns).flat());
const COUNTER = "(?:个|個|项|項|件|条|條|つ|개|건)?";
const N = "(?<![\\w.,/\\ue000])(\\d+)";
const END = "(?![\\d.,/]\\d|\\d)";

/** 4 tâches sur 5, unless the 5 are something else: 2 fichiers sur 3 serveurs. */
const PART_FIRST = new RegExp(`${N}\\s(?:${LATIN})\\s(?:sur|su)\\s(?:les\\s)?(\\d+)${END}(?!\\s${LATIN})`, "giu");
const PATTERNS: readonly RegExp[] = [
  // 5 个任务中的 4 个, 5件中4件, 5個のタスクのうち4個, 5개 작업 중 4개
  new RegExp(
    `${N}\\s?${COUNTER}\\s?(?:的|の|의)?\\s?${NOUN}?\\s?(?:之?中(?:的|有)?|のうち|중에?서?)\\s?,?\\s?(\\d+)${END}`,
    "gu",
  ),
  // 5 कार्यों में से 4
  new RegExp(`${N}\\s(?:${HINDI}\\s)?में\\s+से\\s(\\d+)${END}`, "gu"),
  PART_FIRST,
  // 5 görevin 4'ü
  new RegExp(`${N}['’]?\\p{L}{0,4}\\s(?:${TURKISH}\\s)?(\\d+)['’]\\p{L}{1,3}(?!\\p{L})`, "giu"),
];

/** "5 中 4" and its like: shares that name the whole before the part. */
export function foreignFractions(text: string): ForeignFraction[] {
  if (!/[中うち중म]|\d['’]\p{L}|\ssur?\s/u.test(text)) return [];
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((m) => {
      const [first = "", second = ""] = [m[1], m[2]];
      const part = pattern === PART_FIRST ? first : second;
      const partStart = m.index + (pattern === PART_FIRST ? m[0].indexOf(first) : m[0].lastIndexOf(second));
      return {
        part: Number(part),
        whole: Number(pattern === PART_FIRST ? second : first),
        start: m.index,
        end: m.index + (/\d['’]\p{L}+$/u.test(m[0]) ? m[0].search(/['’]\p{L}+$/u) : m[0].length),
        partStart,
        partEnd: partStart + part.length,
      };
    }),
  );
}
