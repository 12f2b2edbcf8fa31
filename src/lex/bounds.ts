import { lazy } from "../model/lazy.js";
import type { Bound } from "../model/quantity.js";
import { everyWord, lower } from "./vocabulary/index.js";
import { isOddCase, WordPattern } from "./word-pattern.js";

/** How a figure is meant by what stands before it, and where that starts. */
export interface BoundBefore {
  readonly start: number;
  readonly approximate: boolean;
  readonly bound: Bound;
}

/** How far before a figure such words are looked for. */
const REACH = 20;
const SIGN = /(?:([~≈∼])|[<>]=?|[≤≥])\s*$/u;
const LAST_RUN = /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u;

const ABOUT = lazy(() => everyWord((l) => l.about));
const AT_LEAST = lazy(() => everyWord((l) => l.atLeast));
const AT_MOST = lazy(() => everyWord((l) => l.atMost));
const PATTERNS = [ABOUT, AT_LEAST, AT_MOST].map((words) => new WordPattern(words, (any) => `${any}\\s*$`));

/** What such words end in: their last characters, and their last runs of letters. */
const ENDS = lazy(() => {
  const words = [...ABOUT(), ...AT_LEAST(), ...AT_MOST()];
  return {
    chars: new Set(words.map((word) => word.slice(-1))),
    runs: new Set(words.map((word) => LAST_RUN.exec(word)?.[0] ?? word)),
  };
});

/** What stands before a figure says how it is meant; `end` is where the figure starts. */
export function boundBefore(text: string, end: number): BoundBefore {
  const before = text.slice(Math.max(0, end - REACH), end);
  const bare = before.trimEnd();
  const exact: BoundBefore = { start: end, approximate: false, bound: "exact" };
  if (bare === "") return exact;
  const sign = SIGN.exec(before);
  if (sign) {
    const [all, tilde] = sign;
    const bound = tilde ? "exact" : /^[>≥]/.test(all) ? "at-least" : "at-most";
    return { start: end - (before.length - sign.index), approximate: tilde !== undefined, bound };
  }
  if (!mayEndIn(bare)) return exact;
  const found = PATTERNS.map((pattern) => pattern.exec(before)?.index ?? before.length);
  const first = Math.min(...found);
  if (first === before.length) return exact;
  const [about, least] = found;
  const bound = first === about ? "exact" : first === least ? "at-least" : "at-most";
  return { start: end - (before.length - first), approximate: first === about, bound };
}

/** What may stand between such a word and the digits. */
const BETWEEN = /[\s%$€£+\u2212-]+$/u;

/** Whether the text before the digits of a figure may say how it is meant. */
export function mayBeBound(before: string): boolean {
  if (before.length > 2 * REACH) return false;
  const bare = before.replace(BETWEEN, "");
  return SIGN.test(bare) || mayEndIn(bare);
}

/** Whether a text may end in one of the words: hardly any does. */
function mayEndIn(bare: string): boolean {
  if (isOddCase(bare)) return true;
  const text = lower(bare);
  const { chars, runs } = ENDS();
  if (!chars.has(text.slice(-1))) return false;
  const last = LAST_RUN.exec(text)?.[0] ?? "";
  // Words of scripts without spaces stand right behind others.
  return runs.has(last) || /[^\p{ASCII}]/u.test(last);
}
