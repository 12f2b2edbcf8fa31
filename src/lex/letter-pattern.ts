import { holds, WIDE_LETTER } from "./facts.js";
import { narrowed, narrowedFlags } from "./narrowed.js";

export { narrowed, narrowedFlags };

/** Whether the narrowed source of a pattern may be tried on a text. */
export function isNarrow(text: string): boolean {
  return !holds(text, WIDE_LETTER);
}

const NOWHERE = /(?!)/;
const NOWHERE_ON = /(?!)/g;
/** In a long run, looking for words costs more than compiling the pattern once. */
const MOST_MISSES = 256;

let lastText = "";
let lastLowered = "";

function holdsAny(text: string, words: string): boolean {
  if (text !== lastText) {
    lastText = text;
    lastLowered = text.toLowerCase();
  }
  for (const word of words.split("|")) if (lastLowered.includes(word)) return true;
  return false;
}

/**
 * A regular expression with classes of letters, which is tried in its narrow form on a text that allows it, and neither made
 * nor compiled before. The build puts these in place of the literals in the source that have such classes.
 */
export class LetterPattern extends RegExp {
  private readonly whole: string;
  private narrow: RegExp | undefined;
  private wide: RegExp | undefined;

  private misses = 0;

  /**
   * `narrowSource` is the narrowed source, where that is known already. A text that this matches in holds one of the needed
   * words at least, in upper or lower case, where they are given, with "|" between them.
   */
  constructor(
    pattern: string | RegExp,
    flags = pattern instanceof RegExp ? pattern.flags : "",
    private readonly narrowSource?: string,
    private readonly needed?: string,
  ) {
    super("", flags);
    // Methods of strings make a copy of a pattern to work with.
    this.whole =
      pattern instanceof LetterPattern ? pattern.whole : pattern instanceof RegExp ? pattern.source : pattern;
  }

  override exec(text: string): RegExpExecArray | null {
    return this.by(text, (pattern) => pattern.exec(text));
  }

  // Methods of strings would go by `exec`, on a copy that has to be compiled again.
  override test(text: string): boolean {
    return this.by(text, (pattern) => pattern.test(text));
  }

  override [Symbol.match](text: string): RegExpMatchArray | null {
    return this.by(text, (pattern) => pattern[Symbol.match](text));
  }

  override [Symbol.matchAll](text: string): RegExpStringIterator<RegExpExecArray> {
    return this.by(text, (pattern) => pattern[Symbol.matchAll](text));
  }

  override [Symbol.replace](text: string, by: string | ((...args: string[]) => string)): string {
    return this.by(text, (pattern) => pattern[Symbol.replace](text, by as string));
  }

  override [Symbol.search](text: string): number {
    return this.by(text, (pattern) => pattern[Symbol.search](text));
  }

  override [Symbol.split](text: string, limit?: number): string[] {
    return this.by(text, (pattern) => pattern[Symbol.split](text, limit));
  }

  private by<T>(text: string, use: (pattern: RegExp) => T): T {
    const pattern = isNarrow(text) ? this.narrowOne(text) : this.wideOne();
    pattern.lastIndex = this.lastIndex;
    const result = use(pattern);
    this.lastIndex = pattern.lastIndex;
    return result;
  }

  /** The narrow form; what matches nothing in its place, as long as it has not been compiled and does not have to be. */
  private narrowOne(text: string): RegExp {
    if (this.narrow === undefined) {
      if (this.needed !== undefined && this.misses++ < MOST_MISSES && !holdsAny(text, this.needed))
        return this.global || this.sticky ? NOWHERE_ON : NOWHERE;
      const source = this.narrowSource ?? narrowed(this.whole);
      this.narrow = new RegExp(source, narrowedFlags(source, this.flags));
    }
    return this.narrow;
  }

  private wideOne(): RegExp {
    this.wide ??= new RegExp(this.whole, this.flags);
    return this.wide;
  }
}
