import { holds, WIDE_LETTER } from "./facts.js";
import { narrowed, narrowedFlags } from "./narrowed.js";

export { narrowed, narrowedFlags };

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

  /** `narrow` is the narrowed source, where that is known already. */
  constructor(
    pattern: string | RegExp,
    flags = pattern instanceof RegExp ? pattern.flags : "",
    private readonly narrowSource?: string,
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
    const pattern = isNarrow(text) ? this.narrowOne() : this.wideOne();
    pattern.lastIndex = this.lastIndex;
    const result = use(pattern);
    this.lastIndex = pattern.lastIndex;
    return result;
  }

  private narrowOne(): RegExp {
    if (this.narrow === undefined) {
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
