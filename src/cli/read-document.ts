import type { SourceText } from "../model/source-text.js";
import { decode } from "../source/decode.js";
import { MAX_REPORT_BYTES } from "./limits.js";
import { displayed, repositoryPath } from "./places.js";
import type { Session } from "./session.js";

/** A text that was read, and what it is called on screen. */
export interface Document {
  readonly shown: string;
  /** Its path is the one that git knows, where there is a repository. */
  readonly source: SourceText;
}

/** What standard input is called when no `--stdin-filename` says so; no file can have this name in a repository. */
export const STDIN_NAME = "<stdin>";

/** The text of a file, by absolute path. Raises an input error for what is missing, too long, or no text. */
export async function readDocument(session: Session, path: string): Promise<Document> {
  return named(session, path, await session.paths.fs.readBytes(path, MAX_REPORT_BYTES));
}

/** The text on standard input, under the name it was given. Raises an input error as for a file. */
export async function readStdin(session: Session, name: string | undefined): Promise<Document> {
  const { stdin } = session.world;
  const bytes = await stdin.read(MAX_REPORT_BYTES);
  if (name !== undefined) return named(session, name, bytes);
  return { shown: STDIN_NAME, source: decode(bytes, STDIN_NAME) };
}

async function named(session: Session, path: string, bytes: Uint8Array): Promise<Document> {
  const shown = displayed(session.paths.cwd, path);
  // Decoded under the name on screen, which errors carry; kept under the name that git knows.
  return { shown, source: { ...decode(bytes, shown), path: await repositoryPath(session.paths, path) } };
}
