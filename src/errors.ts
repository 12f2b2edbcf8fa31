/** What kind of thing went wrong; every kind ends the program with exit code 2. */
export type ErrorKind = "usage" | "config" | "input" | "git" | "limit" | "internal";

/** The one error that is meant for people: a sentence, and what to do about it. */
export class BlockersError extends Error {
  override readonly name = "BlockersError";

  constructor(
    readonly kind: ErrorKind,
    message: string,
    readonly hints: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
