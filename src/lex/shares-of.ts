import { lazy } from "../model/lazy.js";
import { fr } from "./vocabulary/fr.js";
import { hi } from "./vocabulary/hi.js";
import { anyOf, everyWord, isUnspaced } from "./vocabulary/index.js";
import { it } from "./vocabulary/it.js";
import { tr } from "./vocabulary/tr.js";
import type { Vocabulary } from "./vocabulary/vocabulary.js";

/** A share whose whole comes first, as offsets into the text. */
export interface ForeignFraction {
  readonly part: number;
  readonly whole: number;
  readonly start: number;
  readonly end: number;
  readonly partStart: number;
  readonly partEnd: number;
}

const COUNTER = "(?:个|個|项|項|件|条|條|つ|개|건)?";
const N = "(?<![\\w.,/\\ue000])(\\d+)";
const END = "(?![\\d.,/]\\d|\\d)";

/** A way to name the whole before the part, and what a text must hold for it. */
interface Form {
  readonly needs: RegExp;
  readonly pattern: () => RegExp;
  /** 4 tâches sur 5: the part comes first after all. */
  readonly partFirst?: boolean;
}

const nounsOf = (languages: readonly Vocabulary[]): string =>
  anyOf(languages.flatMap((l) => Object.values(l.nouns).flat()));

const FORMS: readonly Form[] = [
  // 5 个任务中的 4 个, 5件中4件, 5個のタスクのうち4個, 5개 작업 중 4개
  {
    needs: /中|のうち|중/,
    pattern: lazy(() => {
      const noun = anyOf(everyWord((l) => Object.values(l.nouns).flat()).filter(isUnspaced));
      const joint = "(?:之?中(?:的|有)?|のうち|중에?서?)";
      return new RegExp(`${N}\\s?${COUNTER}\\s?(?:的|の|의)?\\s?${noun}?\\s?${joint}\\s?,?\\s?(\\d+)${END}`, "gu");
    }),
  },
  // 5 कार्यों में से 4
  { needs: /में\s/, pattern: lazy(() => new RegExp(`${N}\\s(?:${nounsOf([hi])}\\s)?में\\s+से\\s(\\d+)${END}`, "gu")) },
  // 4 tâches sur 5, unless the 5 are something else: 2 fichiers sur 3 serveurs.
  {
    needs: /\ssur?\s/iu,
    partFirst: true,
    pattern: lazy(() => {
      const noun = nounsOf([fr, it]);
      return new RegExp(`${N}\\s(?:${noun})\\s(?:sur|su)\\s(?:les\\s)?(\\d+)${END}(?!\\s${noun})`, "giu");
    }),
  },
  // 5 görevin 4'ü
  {
    needs: /\d['’]\p{L}/u,
    pattern: lazy(
      () => new RegExp(`${N}['’]?\\p{L}{0,4}\\s(?:${nounsOf([tr])}\\s)?(\\d+)['’]\\p{L}{1,3}(?!\\p{L})`, "giu"),
    ),
  },
];

/** "5 中 4" and its like: shares that name the whole before the part. */
export function foreignFractions(text: string): ForeignFraction[] {
  if (!/[中うち중म]|\d['’]\p{L}|\ssur?\s/u.test(text)) return [];
  return FORMS.filter(({ needs }) => needs.test(text)).flatMap(({ pattern, partFirst }) =>
    [...text.matchAll(pattern())].map((m) => {
      const [first = "", second = ""] = [m[1], m[2]];
      const part = partFirst ? first : second;
      const partStart = m.index + (partFirst ? m[0].indexOf(first) : m[0].lastIndexOf(second));
      return {
        part: Number(part),
        whole: Number(partFirst ? second : first),
        start: m.index,
        end: m.index + (/\d['’]\p{L}+$/u.test(m[0]) ? m[0].search(/['’]\p{L}+$/u) : m[0].length),
        partStart,
        partEnd: partStart + part.length,
      };
    }),
  );
}
