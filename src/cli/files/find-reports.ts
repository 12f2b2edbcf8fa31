import { isAbsolute, join, relative, resolve } from "node:path";
import { BlockersError } from "../../errors.js";
import { errorCode } from "../../fs/read-error.js";
import { holdsTable } from "../../parse/holds-table.js";
import { looksLikeReport } from "../../parse/looks-like-report.js";
import { namesMarker } from "../../parse/names-marker.js";
import { StartOver } from "../guard/start-over.js";
import { APART_BYTES } from "../limits.js";
import type { Session } from "../run/session.js";
import { MARKDOWN } from "./markdown-endings.js";
import { below, displayed } from "./places.js";
import { asDocument, type Document, fetchDocument, textOf, type Unread } from "./read-document.js";

/** What was found to read, and what was not. */
export interface Found {
  readonly documents: readonly Document[];
  /** A path that could not be used; the others still are. */
  readonly failures: readonly BlockersError[];
  readonly notes: readonly string[];
}

export interface FindOptions {
  /** A folder without reports is worth a note, and no error. */
  readonly passOnNoFiles?: boolean | undefined;
}

interface Collected extends FindOptions {
  readonly documents: Map<string, Document>;
  readonly failures: BlockersError[];
  readonly notes: string[];
  /** Named files that are no reports, and are left out. */
  others: number;
}

/**
 * The reports that the arguments mean: named files, those that look like reports below named folders, and without
 * an argument those below the working directory. Never raises for what is wrong with one path.
 */
export async function findReports(
  session: Session,
  paths: readonly string[],
  options: FindOptions = {},
): Promise<Found> {
  const collected: Collected = { documents: new Map(), failures: [], notes: [], others: 0, ...options };
  for (const typed of paths.length === 0 ? ["."] : paths) {
    try {
      const { cwd, fs } = session.paths;
      const path = resolve(cwd, typed);
      const found = await fs.stat(path);
      if (found?.kind === "directory") await searchFolder(session, typed, paths.length > 0, collected);
      else if (session.skips(path)) {
        // No error: hooks hand over whatever file was changed.
        collected.notes.push(`${displayed(cwd, typed)}: skipped, the configuration ignores it`);
      } else await addNamed(session, typed, collected);
    } catch (error) {
      collected.failures.push(failure(displayed(session.paths.cwd, typed), error));
    }
  }
  const { documents, failures, notes, others } = collected;
  if (others > 0)
    notes.push(`${others} of the named files ${others === 1 ? "is no report" : "are no reports"}; left out`);
  return { documents: [...documents.values()], failures, notes };
}

async function addNamed(session: Session, typed: string, found: Collected): Promise<void> {
  const path = resolve(session.paths.cwd, typed);
  if (found.documents.has(path)) return;
  const file = await fetchDocument(session, typed);
  const document = session.reportsOnly ? asReport(session, path, file) : asDocument(file);
  if (document === undefined) found.others++;
  else if (!session.reportsOnly && !MARKDOWN.test(path) && !looksLikeReport(document.source.text, file.path)) {
    throw new BlockersError("input", "is not a markdown file, and does not read like a report");
  } else found.documents.set(path, document);
}

async function searchFolder(session: Session, typed: string, named: boolean, found: Collected): Promise<void> {
  const { cwd } = session.paths;
  const folder = resolve(cwd, typed);
  // A file is called as its folder was: from where we are, or from the root.
  const nameOf = (path: string) => (isAbsolute(typed) ? path : relative(cwd, path));
  const listed = (await listFolder(session, folder, found.notes)).filter((path) => !session.skips(path));
  const candidates = listed.filter((path) => session.selects?.(path) ?? MARKDOWN.test(path));
  let reports = 0;
  for (const [at, path] of candidates.entries()) {
    session.world.progress?.tell(at, candidates.length, "files read");
    if (found.documents.has(path)) reports++;
    else if (await addFound(session, path, nameOf(path), found)) reports++;
  }
  if (reports > 0) return;
  const nothing = nothingFound(session, named ? displayed(cwd, typed) : undefined, candidates.length);
  if (!found.passOnNoFiles) throw nothing;
  found.notes.push(failure(displayed(cwd, typed), nothing).message);
}

/** Absolute paths: git's tracked files where there is a checkout, else the files on disk. */
export async function listFolder(session: Session, folder: string, notes: string[]): Promise<readonly string[]> {
  const { checkout, fs, cwd } = session.paths;
  if (session.tracked && session.history && checkout !== undefined && below(checkout, folder) !== undefined) {
    const files = (await session.history.trackedFiles()).map((file) => join(checkout, file));
    return files.filter((file) => below(folder, file) !== undefined);
  }
  const { files, unreadable } = await fs.list(folder);
  for (const below of unreadable) notes.push(`${displayed(cwd, join(folder, below))}: cannot be read, and is left out`);
  return files.map((file) => join(folder, file));
}

/** True for a report. What the configuration selects is one; of the others, those that read like one. */
async function addFound(
  session: Session,
  path: string,
  name: string,
  { documents, failures, notes }: Collected,
): Promise<boolean> {
  const shown = displayed(session.paths.cwd, name);
  const { checkout, fs } = session.paths;
  // A tracked link may lead out of the repository, to what its author may not read.
  if (session.tracked && checkout !== undefined && (await leadsElsewhere(fs, checkout, path))) return false;
  try {
    const document = asReport(session, path, await fetchDocument(session, name));
    if (document) documents.set(path, document);
    return document !== undefined;
  } catch (error) {
    // Tracked, but deleted from the disk: git says so better than this program could.
    if (await isGone(fs, path)) return false;
    // Nobody asked for this very file, and whether it is a report cannot be known. A fault is no reason to leave it out.
    if (session.selects === undefined && isRefusal(error)) notes.push(`${failure(shown, error).message}; left out`);
    else failures.push(failure(shown, error));
    return false;
  }
}

/**
 * What was read, where it is a report. The configuration says which are; without it, their content does: what reads like one
 * is, and what holds a table over reports. The path is absolute. Raises an input error for what is no text.
 */
export function asReport({ selects }: Session, path: string, file: Unread): Document | undefined {
  if (selects) {
    const document = asDocument(file);
    return selects(path) ? document : undefined;
  }
  // Of most files the text is all that is ever wanted.
  const text = textOf(file);
  if (looksLikeReport(text, file.path)) return asDocument(file);
  if (!namesMarker(text)) return undefined;
  const document = asDocument(file);
  // Whether it does takes the memory of reading it.
  return file.bytes.length > APART_BYTES || holdsTable(document.source) ? document : undefined;
}

/** What is wrong with the file itself, be it that we may not read it. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof BlockersError) || error instanceof StartOver) return false;
  // The same said under another name.
  if (error.cause instanceof BlockersError) return isRefusal(error.cause);
  return error.cause === undefined || ["EACCES", "EPERM", "ELOOP", "ENXIO"].includes(errorCode(error.cause) ?? "");
}

/** Of what cannot even be told, reading says what is wrong with it. */
function isGone(fs: Session["paths"]["fs"], path: string): Promise<boolean> {
  return fs.stat(path).then(
    (found) => found === undefined,
    () => false,
  );
}

/** Whether a path leads to a regular file; links in a circle lead to none. */
export async function isFile(fs: Session["paths"]["fs"], path: string): Promise<boolean> {
  try {
    return (await fs.stat(path))?.kind === "file";
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/**
 * What was read of a file; undefined where it is gone or may not be read. Raises any other error under the file's name: nobody
 * may think that it was looked at.
 */
export async function readIfLeft<T>(
  { paths: { fs, cwd } }: Session,
  path: string,
  read: Promise<T>,
): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isRefusal(error) || (await isGone(fs, path))) return undefined;
    throw failure(displayed(cwd, path), error);
  }
}

/** Whether a path within a checkout leads out of it, or to another of its files. */
export async function leadsElsewhere(fs: Session["paths"]["fs"], checkout: string, path: string): Promise<boolean> {
  const [top, target] = [await fs.realPath(checkout), await fs.realPath(path)];
  return top !== undefined && target !== undefined && below(top, target) !== below(checkout, path);
}

function nothingFound(session: Session, folder: string | undefined, candidates: number): BlockersError {
  const kind = session.selects ? "file that the configuration's reports match" : "markdown file";
  const tracked = session.tracked ? `tracked ${kind}` : kind;
  const where = folder === undefined ? "here" : "in it";
  if (candidates === 0) {
    return new BlockersError("input", folder === undefined ? `there is no ${tracked} here` : `has no ${tracked}`, [
      session.tracked
        ? "Name a report that git does not track yet, or add it."
        : "Name a report, or a folder with reports.",
    ]);
  }
  const none =
    candidates === 1
      ? `the one ${tracked} ${where} does not read`
      : `none of the ${candidates} ${tracked}s ${where} reads`;
  return new BlockersError("input", `${none} like a report`, [
    'Name a file to have it read all the same, or list globs under "reports" in blockers.yaml.',
  ]);
}

/** An error about one path, under the name it has on screen. */
export function failure(shown: string, error: unknown): BlockersError {
  if (!(error instanceof BlockersError)) {
    return new BlockersError("internal", shown, [], { cause: error });
  }
  if (shown === "." && /^(?:has|holds)\b/.test(error.message))
    return new BlockersError(error.kind, `this folder ${error.message}`, error.hints, { cause: error });
  const named = shown === "." || [`${shown}:`, `${shown} `].some((start) => error.message.startsWith(start));
  return new BlockersError(error.kind, named ? error.message : `${shown}: ${error.message}`, error.hints, {
    cause: error,
  });
}
