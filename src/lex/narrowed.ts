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
