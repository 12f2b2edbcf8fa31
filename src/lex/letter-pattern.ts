import { holds, WIDE_LETTER } from "./facts.js";
import { narrowed } from "./narrowed.js";

export { narrowed };

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
    const pattern = isNarrow(text) ? this.narrowOne() : this.wideOne();
    pattern.lastIndex = this.lastIndex;
    const match = pattern.exec(text);
    this.lastIndex = pattern.lastIndex;
    return match;
  }

  private narrowOne(): RegExp {
    this.narrow ??= new RegExp(this.narrowSource ?? narrowed(this.whole), this.flags);
    return this.narrow;
  }

  private wideOne(): RegExp {
    this.wide ??= new RegExp(this.whole, this.flags);
    return this.wide;
  }
}
