import { holds, WIDE_LETTER } from "./facts.js";

/** What the classes of Unicode mean in a text whose letters, marks and figures are those of ASCII. */
const NARROW: Readonly<Record<string, string>> = {
  "\\p{L}": "a-zA-Z",
  "\\p{N}": "0-9",
  // They choose how an emoji is drawn, or put a key around it.
  "\\p{M}": "\\ufe0e\\ufe0f\\u20e3",
  "\\p{Lu}": "A-Z",
  "\\p{Ll}": "a-z",
};
const TOKEN = /\\p\{\w+\}|\\P\{|\\[^pP]|[[\]]|[^\\[\]]+/gu;

/**
 * The source of a pattern for texts without letters beyond ASCII, where it matches the same. The classes of all letters cost a
 * millisecond each time that one is compiled, which is most of what a short run takes.
 */
export function narrowed(source: string): string {
  let inClass = false;
  return source.replace(TOKEN, (token) => {
    if (token === "[" || token === "]") inClass = token === "[";
    const narrow = NARROW[token];
    if (narrow === undefined) return token;
    return inClass ? narrow : `[${narrow}]`;
  });
}

/** Whether the narrowed source of a pattern may be tried on a text. */
export function isNarrow(text: string): boolean {
  return !holds(text, WIDE_LETTER);
}

/** A regular expression with classes of letters, which is tried in its narrow form where a text allows it. */
export class LetterPattern {
  private narrow: RegExp | undefined;

  constructor(private readonly whole: RegExp) {}

  /** The expression to try on this text, or on a part of it. */
  on(text: string): RegExp {
    if (!isNarrow(text)) return this.whole;
    this.narrow ??= new RegExp(narrowed(this.whole.source), this.whole.flags);
    return this.narrow;
  }

  test(text: string): boolean {
    return this.exec(text) !== null;
  }

  /** The first match. */
  exec(text: string): RegExpExecArray | null {
    const pattern = this.on(text);
    pattern.lastIndex = 0;
    return pattern.exec(text);
  }
}

/** A pattern with classes of letters, as a literal. */
export function letters(whole: RegExp): LetterPattern {
  return new LetterPattern(whole);
}
