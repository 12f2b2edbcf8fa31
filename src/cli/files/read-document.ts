import { resolve } from "node:path";
import type { SourceText } from "../../model/source-text.js";
import { decode } from "../../source/decode.js";
import { MAX_REPORT_BYTES } from "../limits.js";
import type { Session } from "../run/session.js";
import { displayed, repositoryPath, STDIN_NAME } from "./places.js";

/** A text that was read, and what it is called on screen. */
export interface Document {
  readonly shown: string;
  /** Absolute; undefined for standard input. */
  readonly file: string | undefined;
  /** Its path is the one that git knows, where there is a repository. */
  readonly source: SourceText;
  /** As they were read; what is written back is held against them. */
  readonly bytes: Uint8Array;
  /** The repository around here is not its own, so that it proves nothing. */
  readonly foreign: boolean;
}

/** The text of a file, by its path as typed. Raises an input error for what is missing, too long, or no text. */
export async function readDocument(session: Session, typed: string): Promise<Document> {
  const { cwd, fs } = session.paths;
  const file = resolve(cwd, typed);
  return named(session, typed, await fs.readBytes(file, MAX_REPORT_BYTES), file);
}

/** The text on standard input, under the name it was given. Raises an input error as for a file. */
export async function readStdin(session: Session, name: string | undefined): Promise<Document> {
  const { stdin } = session.world;
  const bytes = await stdin.read(MAX_REPORT_BYTES);
  if (name !== undefined) return named(session, name, bytes, undefined);
  return { shown: STDIN_NAME, file: undefined, bytes, source: decode(bytes, STDIN_NAME), foreign: false };
}

async function named(session: Session, typed: string, bytes: Uint8Array, file: string | undefined): Promise<Document> {
  const shown = displayed(session.paths.cwd, typed);
  // Decoded under the name on screen, which errors carry; kept under the name that git knows.
  const { path: known, foreign } = await repositoryPath(session.paths, typed);
  return { shown, file, bytes, source: { ...decode(bytes, shown), path: known }, foreign };
}
