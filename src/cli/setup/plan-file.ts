import { join } from "node:path";
import { BlockersError } from "../../errors.js";
import { posix } from "../files/places.js";
import { authorship, stamped } from "./stamp.js";
import type { Place, Step } from "./step.js";

/** A file that init writes. */
export interface WantedFile {
  /** Relative to the checkout, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The command that writes it. */
  readonly command: string;
  readonly next: string;
}

/** Files of ours are small; what is larger is somebody else's. */
const MAX_BYTES = 1024 * 1024;

/** The step that brings a file of the checkout up to date. Raises an input error where it cannot be read. */
export async function planFile(place: Place, wanted: WantedFile): Promise<Step> {
  const file = join(place.checkout, wanted.path);
  const there = await readIfThere(place, file, wanted.path);
  const content = Buffer.from(stamped(wanted.text, wanted.command));
  const next = wanted.next;
  if (there === undefined || mayReplace(place, there, content))
    return { kind: "write", file, content, executable: false, expected: there, within: place.checkout, next };
  return keep(wanted.path, there, content);
}

/** Whether what stands there is of ours, another one, and may go. */
export function mayReplace({ force }: Place, there: Uint8Array, content: Uint8Array): boolean {
  if (isSame(there, content)) return false;
  const whose = authorship(textOf(there));
  return whose === "ours" || (whose === "changed" && force);
}

/** The step for a file that stays: as it should be, or not to be touched. */
export function keep(shown: string, there: Uint8Array, content: Uint8Array): Step {
  if (isSame(there, content)) return { kind: "settled", text: `${shown} is up to date` };
  return authorship(textOf(there)) === "changed"
    ? {
        kind: "refused",
        message: `${shown} was changed by hand since init wrote it, and is left alone`,
        hints: ["To have it written anew all the same, add --force."],
      }
    : {
        kind: "refused",
        message: `${shown} is there already, and is not of init's making`,
        hints: ["To see what would have been written, delete or rename it and add --dry-run."],
      };
}

/** The bytes of a file; undefined where there is none. Raises an input error that names it. */
export async function readIfThere({ world }: Place, file: string, shown: string): Promise<Uint8Array | undefined> {
  try {
    return (await world.fs.stat(file)) === undefined ? undefined : await world.fs.readBytes(file, MAX_BYTES);
  } catch (cause) {
    if (!(cause instanceof BlockersError)) throw cause;
    throw new BlockersError(cause.kind, `${posix(shown)}: ${cause.message}`, cause.hints, { cause });
  }
}

export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}

/** A checkout may have given our text other line ends. */
function isSame(there: Uint8Array, content: Uint8Array): boolean {
  return textOf(there).replaceAll("\r\n", "\n") === textOf(content);
}
