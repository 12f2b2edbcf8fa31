/** What a path leads to, links followed. `other`: a pipe, a socket or a device. */
export interface FileStat {
  readonly kind: "file" | "directory" | "other";
  /** Bytes; 0 for what is no file. */
  readonly size: number;
  /** Whether somebody may run it; Windows makes no difference, and what is no file on the disk says nothing. */
  readonly executable?: boolean;
}

/** The files below a directory. */
export interface Listing {
  /** Relative to the directory, with `/`, sorted by code unit. */
  readonly files: readonly string[];
  /** Directories that could not be read, relative in the same way. */
  readonly unreadable: readonly string[];
}

/** How a replacement ended: `unchanged` when the file already holds the new content. */
export type Replaced = "written" | "unchanged";

/** New content for a file. */
export interface Replacement {
  /** What was read before; the file must still hold exactly this. */
  readonly expected: Uint8Array;
  readonly content: Uint8Array;
  /** Absolute folder (the top of the checkout, or the working directory) that symbolic links must not lead out of. */
  readonly within: string;
}

/** What a new file is like. */
export interface Creation {
  /** By whoever may read it; not so by default. */
  readonly executable?: boolean;
  /** Absolute folder that symbolic links must not lead out of; by default they may. */
  readonly within?: string;
}

/**
 * What the program asks of the disk. Paths are absolute and in the platform's own form. Errors are input errors that
 * say only why ("there is no such file"): the caller knows what the user called the path.
 */
export interface FileSystem {
  /** What stands at the path; undefined where nothing does. Raises where that cannot be told. */
  stat(path: string): Promise<FileStat | undefined>;
  /** The path with all links resolved; undefined where it leads nowhere. */
  realPath(path: string): Promise<string | undefined>;
  /**
   * The bytes of a regular file. Raises when there is none, when it may not be read, or when it is longer than
   * `limit` bytes; never waits for a pipe or a device.
   */
  readBytes(path: string, limit: number): Promise<Uint8Array>;
  /**
   * All files below a directory, without following symbolic links and without `.git` and `node_modules`.
   * Raises when the directory itself cannot be read or holds too much.
   */
  list(directory: string): Promise<Listing>;
  /**
   * Gives a file new content, wholly or not at all, with its permissions, owner and group kept; a link stays a link,
   * and what it leads to is replaced. Touches nothing when there is nothing to change. Raises, with the file as it
   * was, when it no longer holds what is expected, is read-only, has hard links, is reached by a link that leads out of
   * `within`, or cannot be written.
   */
  replaceFile(path: string, replacement: Replacement): Promise<Replaced>;
  /**
   * Writes a file that is not there yet, and the folders that lead to it. Raises when something stands at the path, when
   * a link leads out of `within`, or when it cannot be written.
   */
  createFile(path: string, content: Uint8Array, creation?: Creation): Promise<void>;
  /**
   * Deletes the temporary files that killed runs of `replaceFile` left in a folder, and answers with how many; never
   * raises. The folder is that of the real file, where a link leads to it.
   */
  removeLeftovers(directory: string): Promise<number>;
}
