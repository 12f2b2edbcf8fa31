import { BlockersError } from "../errors.js";

/** An error about one file, under its name on screen; one that was not meant for people is a fault of the program. */
export function errorAbout(shown: string, cause: unknown): BlockersError {
  if (!(cause instanceof BlockersError)) return new BlockersError("internal", shown, [], { cause });
  return new BlockersError(cause.kind, `${shown}: ${cause.message}`, cause.hints, { cause });
}
