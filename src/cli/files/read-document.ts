import { resolve } from "node:path";
import type { SourceText } from "../../model/source-text.js";
import { decode, decodeText } from "../../source/decode.js";
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

/** A file that was read, of whose text nothing is known yet. */
export interface Unread {
  readonly shown: string;
  readonly file: string | undefined;
  /** As git knows it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly foreign: boolean;
}

/** The bytes of a file, by its path as typed. Raises an input error for what is missing or too long. */
export async function fetchDocument(session: Session, typed: string): Promise<Unread> {
  const { cwd, fs } = session.paths;
  const file = resolve(cwd, typed);
  return named(session, typed, await fs.readBytes(file, MAX_REPORT_BYTES), file);
}

/** The text of a file that was read. Raises an input error for what is no text. */
export function asDocument({ shown, file, path, bytes, foreign }: Unread): Document {
  // Decoded under the name on screen, which errors carry; kept under the name that git knows.
  return { shown, file, bytes, source: { ...decode(bytes, shown), path }, foreign };
}

/** The same text alone, for less work. Raises as {@link asDocument} does. */
export function textOf({ shown, bytes }: Unread): string {
  return decodeText(bytes, shown);
}

/** The text of a file, by its path as typed. Raises an input error for what is missing, too long, or no text. */
export async function readDocument(session: Session, typed: string): Promise<Document> {
  return asDocument(await fetchDocument(session, typed));
}

/** The text on standard input, under the name it was given. Raises an input error as for a file. */
export async function readStdin(session: Session, name: string | undefined): Promise<Document> {
  const { stdin } = session.world;
  const bytes = await stdin.read(MAX_REPORT_BYTES);
  if (name !== undefined) return asDocument(await named(session, name, bytes, undefined));
  return { shown: STDIN_NAME, file: undefined, bytes, source: decode(bytes, STDIN_NAME), foreign: false };
}

async function named(session: Session, typed: string, bytes: Uint8Array, file: string | undefined): Promise<Unread> {
  const { path, foreign } = await repositoryPath(session.paths, typed);
  return { shown: displayed(session.paths.cwd, typed), file, path, bytes, foreign };
}
