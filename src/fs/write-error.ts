import { BlockersError } from "../errors.js";
import { errorCode } from "./read-error.js";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "cannot be replaced: permission denied in its folder",
  EPERM: "cannot be replaced: permission denied in its folder",
  ENOENT: "cannot be replaced: its folder is no longer there",
  EROFS: "cannot be replaced: the disk is mounted read-only",
  ENOSPC: "cannot be replaced: the disk is full",
  EDQUOT: "cannot be replaced: the disk quota is used up",
  EFBIG: "cannot be replaced: no file may be that large here",
  EIO: "cannot be replaced: the disk reports a fault",
  EBUSY: "cannot be replaced: it is in use, or mounted by itself",
  EMFILE: "cannot be replaced: too many files are open",
  ENFILE: "cannot be replaced: too many files are open",
  ENAMETOOLONG: "cannot be replaced: the path is too long",
};

/**
 * An input error that says in words why a file could not be replaced, and that it is as it was; the system's own error
 * is its cause. An error that is one already stays itself.
 */
export function writeError(cause: unknown): BlockersError {
  if (cause instanceof BlockersError) return cause;
  const code = errorCode(cause);
  const reason = (code && REASONS[code]) ?? (code ? `cannot be replaced (${code})` : "cannot be replaced");
  return new BlockersError("input", reason, ["The file is as it was."], { cause });
}
