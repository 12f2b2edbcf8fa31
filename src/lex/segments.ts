import { lazy, lazyMap } from "../model/lazy.js";
import { everyWord, isUnspaced, LANGUAGES } from "./vocabulary/index.js";

/** Every word of a script that puts no spaces, to cut running text by. */
const KNOWN = lazy(
  () =>
    new Set(
      everyWord((l) => [
        ...Object.values(l.statuses).flat(),
        ...Object.values(l.nouns).flat(),
        ...Object.values(l.units).flat(),
        ...l.measures,
        ...l.finished,
        ...l.open,
        ...l.remaining,
        ...l.total,
        ...l.joiners,
        ...l.scores,
        ...l.past,
        ...l.planned,
      ]).filter(isUnspaced),
    ),
);
const LONGEST = lazy(() => Math.max(...[...KNOWN()].map((w) => w.length)));

/** Particles that carry no sense of their own: "的", "の". */
export const PARTICLES: ReadonlySet<string> = new Set([
  "的",
  "了",
  "の",
  "が",
  "は",
  "を",
  "이",
  "가",
  "은",
  "는",
  "을",
  "를",
  "의",
]);

/** Running text of such a script cut into the words it is known to hold; what is unknown stays together. */
export function segments(run: string): string[] {
  const pieces: string[] = [];
  let unknown = "";
  let at = 0;
  while (at < run.length) {
    const known = knownAt(run, at, unknown === "");
    if (known === undefined) {
      unknown += run[at];
      at++;
      continue;
    }
    if (unknown !== "") pieces.push(unknown);
    unknown = "";
    pieces.push(known);
    at += known.length;
  }
  return unknown === "" ? pieces : [...pieces, unknown];
}

/** A single character is a word only at the start or behind another known word. */
function knownAt(run: string, at: number, atBorder: boolean): string | undefined {
  for (let n = Math.min(LONGEST(), run.length - at); n > 0; n--) {
    const word = run.slice(at, at + n);
    if (n === 1 && !atBorder) return undefined;
    if (KNOWN().has(word) || (n === 1 && PARTICLES.has(word))) return word;
  }
  return undefined;
}

/** The first known word of such a script, or the word as it is. */
export function firstPiece(word: string): string {
  return isUnspaced(word) ? (segments(word)[0] ?? word) : word;
}

/** Every noun of what reports count, by its English singular. */
export const NOUNS = lazyMap(
  () =>
    new Map(
      Object.values(LANGUAGES)
        .flatMap(({ nouns }) =>
          Object.entries(nouns).flatMap(([name, forms]) => forms.map((f): [string, string] => [f, name])),
        )
        .reverse(),
    ),
);
