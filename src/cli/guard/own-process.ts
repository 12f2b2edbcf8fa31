/** What the process that looks after another one needs of its own. */
export interface OwnProcess {
  /** Node, its options, and the program. */
  readonly command: readonly [node: string, ...rest: string[]];
  /** What was read of standard input, which cannot be read again; undefined where nothing was. */
  readonly input: () => Uint8Array | undefined;
  /** All that was said on stderr so far. */
  readonly said: () => string;
}
