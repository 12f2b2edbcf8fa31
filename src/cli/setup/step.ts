import type { World } from "../world.js";

/** Where init works. */
export interface Place {
  readonly world: World;
  /** The checkout's top, absolute. */
  readonly checkout: string;
  /** Files of ours that were changed by hand are written all the same. */
  readonly force: boolean;
}

/** A file to be written, as a whole. */
export interface WriteStep {
  readonly kind: "write";
  /** Absolute. */
  readonly file: string;
  readonly content: Uint8Array;
  readonly executable: boolean;
  /** What stands there now; undefined where nothing does. */
  readonly expected: Uint8Array | undefined;
  /** Absolute: links must not lead out of this folder. */
  readonly within: string;
  /** What to do with it then. */
  readonly next: string;
}

/** Something else to be done. */
export interface ActStep {
  readonly kind: "act";
  /** The commands that do the same by hand. */
  readonly commands: readonly string[];
  readonly act: () => Promise<void>;
  readonly next: string;
}

/** One part of what init was asked for: to be done, done already, or left to the person who asked. */
export type Step =
  | WriteStep
  | ActStep
  | { readonly kind: "settled"; readonly text: string }
  | { readonly kind: "refused"; readonly message: string; readonly hints: readonly string[] };
