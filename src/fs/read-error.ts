import { BlockersError } from "../errors.js";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or directory",
  ENOTDIR: "there is no such file or directory",
  EACCES: "cannot be read: permission denied",
  EPERM: "cannot be read: permission denied",
  EISDIR: "is a directory, not a file",
  ELOOP: "cannot be read: its symbolic links lead in a circle",
  ENAMETOOLONG: "cannot be read: the path is too long",
  EMFILE: "cannot be read: too many files are open",
  ENFILE: "cannot be read: too many files are open",
  ENXIO: "is not a regular file",
};

/** The system's code for what went wrong ("ENOENT"), if the error carries one. */
export function errorCode(error: unknown): string | undefined {
  if (error === null || typeof error !== "object" || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** An input error that says in words why a path could not be read; the system's own error is its cause. */
export function readError(cause: unknown): BlockersError {
  if (cause instanceof BlockersError) return cause;
  const code = errorCode(cause);
  const reason = (code && REASONS[code]) ?? (code ? `cannot be read (${code})` : "cannot be read");
  return new BlockersError("input", reason, [], { cause });
}
