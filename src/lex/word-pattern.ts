import { firstRun } from "./first-run.js";
import { isNarrow, narrowed, narrowedFlags } from "./letter-pattern.js";
import { Memory } from "./remembered.js";
import { anyOf, isUnspaced, lower } from "./vocabulary/index.js";

/** A match, as `RegExp.exec` gives it. */
type Match = RegExpExecArray | null;

/** Variants kept of one pattern; texts that combine its words in more ways get the whole pattern. */
const MOST_VARIANTS = 64;
/** Texts whose words are remembered, since many patterns ask for those of the same one. */
const MOST_TEXTS = 4096;
/** Letters that a pattern without regard to case takes for other ones, though lower case leaves them apart. */
const ODD_CASE = /[\u017f\u03c2\u1c80-\u1c8f\u1e9b\u1e9e\u2126\u212a\u212b\ua64a\ufb00-\ufb06]/;
/** Whether a text holds such letters: nothing can be told of what is in it by its lower case. */
export function isOddCase(text: string): boolean {
  return ODD_CASE.test(text);
}

const RUN = /[\p{L}\p{N}]+/gu;

const BEYOND_ASCII = /[^\0-\x7f]/;
const NO_RUNS: readonly string[] = [];

/** First runs of the words of all patterns so far; nothing but these is of use to a pattern. */
const firstRuns = new Set<string>();
let known = new Memory<string, readonly string[]>(MOST_TEXTS);

/** The runs of letters and digits in a text, in lower case, that a word of some pattern begins with. */
function runsOf(text: string): readonly string[] {
  return known.of(text, () => {
    if (isNarrow(text)) return narrowRuns(text.toLowerCase());
    const runs = lower(text).match(RUN);
    return runs === null ? NO_RUNS : [...new Set(runs)].filter((run) => firstRuns.has(run));
  });
}

/** The same by hand, for a text in lower case whose letters are those of ASCII. */
function narrowRuns(text: string): readonly string[] {
  const found: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const run = text.slice(start, at);
      if (firstRuns.has(run) && !found.includes(run)) found.push(run);
      start = -1;
    }
  }
  return found;
}

/** Makes the first run of a word of a new pattern one to look for. */
function register(run: string): void {
  if (firstRuns.has(run)) return;
  firstRuns.add(run);
  stale = true;
}

/** Whether texts are remembered without runs that have become of use since. */
let stale = false;

/** Words for a pattern, found by what a text must hold for them to match there. */
class WordIndex {
  private readonly byRun = new Map<string, number[]>();
  /** Words of scripts without spaces, and those that begin with a sign: nothing is known of them beforehand. */
  private readonly unspaced: number[] = [];
  private readonly always: number[] = [];

  /** `narrow`: only for texts whose letters are those of ASCII, where no other word can stand. */
  constructor(words: readonly string[], narrow: boolean) {
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? "";
      if (narrow && BEYOND_ASCII.test(word) && !isNarrow(word)) continue;
      if (isUnspaced(word)) {
        this.unspaced.push(at);
        continue;
      }
      const first = firstRun(lower(word));
      if (first === "") {
        this.always.push(at);
        continue;
      }
      register(first);
      const before = this.byRun.get(first);
      if (before) before.push(at);
      else this.byRun.set(first, [at]);
    }
    if (stale) known = new Memory(MOST_TEXTS);
    stale = false;
  }

  /** Where the words stand that may match in the text, in ascending order. */
  within(text: string): readonly number[] {
    const found = [...this.always];
    for (const run of runsOf(text)) {
      const words = this.byRun.get(run);
      if (words) found.push(...words);
    }
    if (this.unspaced.length > 0 && isUnspaced(text)) found.push(...this.unspaced);
    return found.length < 2 ? found : found.sort((a, b) => a - b);
  }
}

/**
 * A regular expression around a list of words of many languages. What it is tried with on a text holds only those of its
 * words that the text holds: that matches the same, and is small where the whole would take milliseconds to compile.
 * Nothing is made before it is needed.
 */
export class WordPattern {
  private readonly index: { narrow?: WordIndex; wide?: WordIndex } = {};
  private picked: readonly string[] | undefined;
  private readonly variants = new Map<string, RegExp>();
  private readonly pick: () => readonly string[];
  private readonly around: (words: string) => string;
  private readonly flags: string;
  private readonly optional: boolean;

  /** `around` puts the words into the source of the pattern, any number of times. Optional: it may match without any of them. */
  constructor(
    pick: () => readonly string[],
    around: (words: string) => string,
    { flags = "iu", optional = false }: { readonly flags?: string; readonly optional?: boolean } = {},
  ) {
    this.pick = pick;
    this.around = around;
    this.flags = flags;
    this.optional = optional;
  }

  test(text: string): boolean {
    return this.exec(text) !== null;
  }

  /** The first match. */
  exec(text: string): Match {
    const pattern = this.variant(text);
    if (pattern === undefined) return null;
    pattern.lastIndex = 0;
    return pattern.exec(text);
  }

  /** All matches of a pattern with the flag `g`. */
  matchAll(text: string): RegExpExecArray[] {
    const pattern = this.variant(text);
    return pattern === undefined ? [] : [...text.matchAll(pattern)];
  }

  /** The text with its matches replaced. */
  replaceIn(text: string, by: string): string {
    const pattern = this.variant(text);
    return pattern === undefined ? text : text.replace(pattern, by);
  }

  /** The expression with all its words. */
  whole(): RegExp {
    return this.compiled("whole", () => this.words());
  }

  /** Whether the text holds a word without which the pattern matches nowhere, neither in it nor in a part of it. */
  mayMatch(text: string): boolean {
    return this.optional || ODD_CASE.test(text) || this.indexFor(isNarrow(text)).within(text).length > 0;
  }

  private variant(text: string): RegExp | undefined {
    if (ODD_CASE.test(text)) return this.whole();
    const narrow = isNarrow(text);
    const held = this.indexFor(narrow).within(text);
    if (held.length === 0 && !this.optional) return undefined;
    const key = narrow ? held.join() : `${held.join()} wide`;
    if (this.variants.size >= MOST_VARIANTS && !this.variants.has(key)) return this.whole();
    return this.compiled(key, () => held.map((at) => this.words()[at] ?? ""), narrow);
  }

  private compiled(key: string, words: () => readonly string[], narrow = false): RegExp {
    const before = this.variants.get(key);
    if (before) return before;
    const whole = this.around(anyOf(words()));
    const source = narrow ? narrowed(whole) : whole;
    const pattern = new RegExp(source, narrow ? narrowedFlags(source, this.flags) : this.flags);
    this.variants.set(key, pattern);
    return pattern;
  }

  private words(): readonly string[] {
    // A word that is there twice could be taken in two ways, each time that it is repeated.
    this.picked ??= [...new Set(this.pick())];
    return this.picked;
  }

  /** Most runs meet no text beyond ASCII, and most words are of other scripts. */
  private indexFor(narrow: boolean): WordIndex {
    const key = narrow ? "narrow" : "wide";
    this.index[key] ??= new WordIndex(this.words(), narrow);
    return this.index[key];
  }
}

/** Matches any of the words wherever they stand. */
export function wordPattern(pick: () => readonly string[]): WordPattern {
  return new WordPattern(pick, (words) => words);
}

/** Matches a text that is one of the words, but for white space and markup around it. */
export function labelPattern(pick: () => readonly string[]): WordPattern {
  return new WordPattern(pick, (words) => `^[\\s*_]*${words}[\\s*_]*$`);
}
