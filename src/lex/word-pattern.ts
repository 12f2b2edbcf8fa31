import { anyOf, isUnspaced, lower } from "./vocabulary/index.js";

/** A match, as `RegExp.exec` gives it. */
type Match = RegExpExecArray | null;

/** Variants kept of one pattern; texts that combine its words in more ways get the whole pattern. */
const MOST_VARIANTS = 64;
/** Texts whose words are remembered, since many patterns ask for those of the same one. */
const MOST_TEXTS = 512;
/** Letters that a pattern without regard to case takes for other ones, though lower case leaves them apart. */
const ODD_CASE = /[\u017f\u03c2\u1c80-\u1c8f\u1e9b\u1e9e\u2126\u212a\u212b\ua64a\ufb00-\ufb06]/;
const RUN = /[\p{L}\p{N}]+/gu;

const known = new Map<string, ReadonlySet<string>>();

/** The runs of letters and digits in a text, in lower case. */
export function runsOf(text: string): ReadonlySet<string> {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= MOST_TEXTS) known.clear();
  const runs = new Set(lower(text).match(RUN) ?? []);
  known.set(text, runs);
  return runs;
}

/** Words for a pattern, found by what a text must hold for them to match there. */
class WordIndex {
  private readonly byRun = new Map<string, number[]>();
  /** Words of scripts without spaces, and those that begin with a sign: nothing is known of them beforehand. */
  private readonly unspaced: number[] = [];
  private readonly always: number[] = [];

  constructor(readonly words: readonly string[]) {
    for (const [at, word] of words.entries()) {
      const [first] = lower(word).match(/^[\p{L}\p{N}]+/u) ?? [];
      if (isUnspaced(word)) this.unspaced.push(at);
      else if (first === undefined) this.always.push(at);
      else this.byRun.set(first, [...(this.byRun.get(first) ?? []), at]);
    }
  }

  /** Where the words stand that may match in the text, in ascending order. */
  within(text: string): readonly number[] {
    const found = [...this.always];
    for (const run of runsOf(text)) found.push(...(this.byRun.get(run) ?? []));
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
  private index: WordIndex | undefined;
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
    return this.compiled("whole", () => this.words().words);
  }

  /** Whether the text holds a word without which the pattern matches nowhere, neither in it nor in a part of it. */
  mayMatch(text: string): boolean {
    return this.optional || ODD_CASE.test(text) || this.words().within(text).length > 0;
  }

  private variant(text: string): RegExp | undefined {
    if (ODD_CASE.test(text)) return this.whole();
    const index = this.words();
    const held = index.within(text);
    if (held.length === 0 && !this.optional) return undefined;
    const key = held.join();
    if (this.variants.size >= MOST_VARIANTS && !this.variants.has(key)) return this.whole();
    return this.compiled(key, () => held.map((at) => index.words[at] ?? ""));
  }

  private compiled(key: string, words: () => readonly string[]): RegExp {
    const before = this.variants.get(key);
    if (before) return before;
    const pattern = new RegExp(this.around(anyOf(words())), this.flags);
    this.variants.set(key, pattern);
    return pattern;
  }

  private words(): WordIndex {
    return (this.index ??= new WordIndex(this.pick()));
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
