/** Means the same to every shell, quoted or not. */
const PLAIN = /^[\w.-]+$/;

/** The words that can be completed: one that a shell would read in its own way is left out. */
export function plainWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => PLAIN.test(word));
}

/** A description on one line, without what a terminal would obey. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
