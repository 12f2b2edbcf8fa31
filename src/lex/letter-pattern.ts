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

/**
 * A regular expression with classes of letters, which is tried in its narrow form on a text that allows it, and neither made
 * nor compiled before. The build puts these in place of the literals in the source that have such classes.
 */
export class LetterPattern extends RegExp {
  private readonly whole: string;
  private narrow: RegExp | undefined;
  private wide: RegExp | undefined;

  constructor(pattern: string | RegExp, flags = pattern instanceof RegExp ? pattern.flags : "") {
    super("", flags);
    // Methods of strings make a copy of a pattern to work with.
    this.whole =
      pattern instanceof LetterPattern ? pattern.whole : pattern instanceof RegExp ? pattern.source : pattern;
  }

  override exec(text: string): RegExpExecArray | null {
    const pattern = isNarrow(text) ? this.narrowOne() : this.wideOne();
    pattern.lastIndex = this.lastIndex;
    const match = pattern.exec(text);
    this.lastIndex = pattern.lastIndex;
    return match;
  }

  private narrowOne(): RegExp {
    this.narrow ??= new RegExp(narrowed(this.whole), this.flags);
    return this.narrow;
  }

  private wideOne(): RegExp {
    this.wide ??= new RegExp(this.whole, this.flags);
    return this.wide;
  }
}
