import { join, relative } from "node:path";
import { BlockersError } from "../../errors.js";
import { createPathNames } from "../../lex/path-names.js";
import { looksLikeReport } from "../../parse/looks-like-report.js";
import { MAX_REPORT_BYTES } from "../limits.js";
import { note } from "../notices.js";
import type { Session } from "../run/session.js";
import { asReport, failure, isFile, leadsElsewhere, readIfLeft } from "./find-reports.js";
import { accountForNamed } from "./left-out-paths.js";
import { MARKDOWN } from "./markdown-endings.js";
import { displayed, repositoryPath } from "./places.js";
import { type Document, fetchDocument, readDocument } from "./read-document.js";
import type { Kept } from "./scope.js";
import { describeSelection, type Selection } from "./selection.js";
import { touchedTables } from "./touched-tables.js";

/** The reports that a run is kept to. */
export interface Selected {
  readonly documents: readonly Document[];
  /** A report that could not be read; the others still are. */
  readonly failures: readonly BlockersError[];
  readonly notes: readonly string[];
  /** How many reports were selected, and why; undefined where one that changed could not be read. */
  readonly selection: Selection | undefined;
}

/** A file that may be a report; both paths lead to it. */
interface Candidate {
  readonly absolute: string;
  readonly path: string;
}

/** A report that concerns the run. */
interface Chosen {
  readonly document: Document;
  /** The changed file that it names; undefined where it changed itself. */
  readonly names: string | undefined;
}

/** What the arguments leave of the repository. */
interface Asked {
  within(path: string): boolean;
  readonly named: ReadonlyMap<string, string>;
  readonly whole: boolean;
}

/**
 * The reports that changed, and those whose text names a file that changed, below the folders that the arguments name. Of
 * named files only those that changed: hooks hand over whatever file they like. Raises an input error where files are to be
 * written that differ on disk from what is judged, and git errors.
 */
export async function selectChanged(
  session: Session,
  kept: Kept,
  paths: readonly string[],
  rewrite: boolean,
): Promise<Selected> {
  const notes: string[] = [];
  const failures: BlockersError[] = [];
  const asked = await readArguments(session, paths);
  const candidates = mayConcern(kept) ? await listCandidates(session, kept, asked) : [];
  const changed = await changedAmong(session, kept, candidates);
  const chosen: Chosen[] = [];
  for (const one of candidates.filter(({ path }) => changed.has(path))) {
    try {
      const file = await fetchDocument(session, nameOf(session, one));
      const document = asReport(session, one.absolute, file);
      if (document) chosen.push({ document, names: undefined });
      else if (asked.named.has(one.path)) notes.push(`${file.shown}: skipped, it does not read like a report`);
    } catch (error) {
      failures.push(failure(displayed(session.paths.cwd, nameOf(session, one)), error));
    }
  }
  const others = candidates.filter(({ path }) => !changed.has(path));
  const texts = await readTexts(session, others);
  chosen.push(...(await citing(session, kept, others, texts)));
  const taken = new Set([...changed, ...chosen.map(({ document }) => document.source.path)]);
  const leftOut = await accountForNamed(session, kept, asked.named, taken);
  notes.push(...leftOut.notes);
  failures.push(...leftOut.failures);
  const documents = chosen.map(({ document }) => document);
  const judged = rewrite && kept.kind === "staged" ? await onDisk(session, documents) : documents;
  if (session.debug) tellWhy(session, kept, chosen);
  if (chosen.length === 0 && failures.length > 0) return { documents: [], failures, notes, selection: undefined };
  const own = chosen.filter(({ names }) => names === undefined).length;
  const total = chosen.length === 0 ? 0 : countReports(session, others, texts, chosen);
  const tally = { own, citing: chosen.length - own, total, asked: asked.whole ? "everything" : "paths" } as const;
  return { documents: judged, failures, notes, selection: describeSelection(kept, tally) };
}

/** Whether anything changed at all; of what is on disk only git can tell, file by file. */
function mayConcern({ kind, changes }: Kept): boolean {
  return kind === "changed" || changes.changed.size > 0 || changes.gone.size > 0;
}

async function readArguments(session: Session, paths: readonly string[]): Promise<Asked> {
  const { fs, checkout = "" } = session.paths;
  const named = new Map<string, string>();
  const folders: string[] = [];
  for (const typed of paths.length === 0 ? ["."] : paths) {
    if (typed === "-") throw new BlockersError("usage", '"-" stands for standard input, which is no file that changed');
    const { path, foreign } = await repositoryPath(session.paths, typed);
    // "." from outside a checkout that --repo names is its top.
    const known = path === "." ? "" : path;
    if (!foreign && (await fs.stat(join(checkout, known)))?.kind === "directory") folders.push(known);
    else named.set(path, typed);
  }
  const within = (path: string) => named.has(path) || folders.some((one) => one === "" || path.startsWith(`${one}/`));
  return { within, named, whole: paths.length === 0 };
}

async function listCandidates(session: Session, kept: Kept, asked: Asked): Promise<readonly Candidate[]> {
  const { checkout = "" } = session.paths;
  const tracked = (await session.history?.trackedFiles()) ?? [];
  const all = [...new Set([...tracked, ...kept.changes.changed])].sort();
  return all.flatMap((path) => {
    // The cheap questions first: there may be many files.
    if (!(session.selects || MARKDOWN.test(path)) || !asked.within(path) || kept.snapshot?.links.has(path)) return [];
    const absolute = join(checkout, path);
    return session.selects?.(absolute) === false || session.skips(absolute) ? [] : [{ absolute, path }];
  });
}

/** On disk a file may have been edited without being staged; there, and only there, links are to be told from files. */
async function changedAmong(
  session: Session,
  { kind, changes, snapshot }: Kept,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<string>> {
  const { fs, checkout = "" } = session.paths;
  const paths = candidates.map(({ path }) => path);
  if (kind !== "changed") {
    return new Set(paths.filter((path) => changes.changed.has(path) && isThere(snapshot, path)));
  }
  const edited = (await session.history?.edited(paths)) ?? new Set();
  const found = new Set<string>();
  for (const { path, absolute } of candidates) {
    if (!changes.changed.has(path) && !edited.has(path)) continue;
    if ((await isFile(fs, absolute)) && !(await leadsElsewhere(fs, checkout, absolute))) found.add(path);
  }
  return found;
}

/** A submodule may be called like a report. */
function isThere(snapshot: Kept["snapshot"], path: string): boolean {
  return snapshot === undefined || snapshot.files.has(path) || snapshot.unmerged.has(path);
}

/** The texts of files that did not change, as they are stored; what is gone or may not be read is left out. */
async function readTexts(session: Session, files: readonly Candidate[]): Promise<ReadonlyMap<string, string>> {
  const { fs } = session.paths;
  const read = files.map(async ({ path, absolute }) => {
    const bytes = await readIfLeft(session, absolute, fs.readBytes(absolute, MAX_REPORT_BYTES));
    return [path, bytes && Buffer.from(bytes).toString("utf8")] as const;
  });
  return new Map((await Promise.all(read)).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}

/** The reports that did not change, and name a file that did, or hold a table that is made from one. */
async function citing(
  session: Session,
  { kind, changes }: Kept,
  files: readonly Candidate[],
  texts: ReadonlyMap<string, string>,
): Promise<readonly Chosen[]> {
  if (files.length === 0) return [];
  const tracked = (await session.history?.trackedFiles()) ?? [];
  const moved = new Set([...changes.changed, ...changes.gone]);
  const all = new Set([...tracked, ...moved]);
  // Any file may have been edited on disk; only those that a report names are worth a look.
  const names = createPathNames(kind === "changed" ? all : moved, all);
  const changedOf = async (paths: readonly string[]): Promise<ReadonlySet<string>> => {
    const rest = paths.filter((path) => !moved.has(path));
    const edited = kind === "changed" ? await session.history?.edited(rest) : undefined;
    return new Set([...paths.filter((path) => moved.has(path)), ...(edited ?? [])]);
  };
  const found = files.map((file) => {
    const text = texts.get(file.path) ?? "";
    const named = [...names.namedIn(text, file.path)].filter((path) => path !== file.path);
    return { ...file, named, text, typed: nameOf(session, file) };
  });
  const changed = await changedOf([...new Set(found.flatMap(({ named }) => named))]);
  const tables = await touchedTables(session, found, all, changedOf);
  const chosen: Chosen[] = [];
  for (const { named, typed, ...file } of found) {
    const why = named.find((path) => changed.has(path)) ?? tables.get(file.path);
    if (why === undefined) continue;
    const read = fetchDocument(session, typed).then((unread) => asReport(session, file.absolute, unread));
    const document = await readIfLeft(session, file.absolute, read);
    if (document) chosen.push({ document, names: why });
  }
  return chosen;
}

/** The staged reports as they are on disk, where they are to be written. Raises an input error where the two differ. */
async function onDisk(session: Session, documents: readonly Document[]): Promise<readonly Document[]> {
  const edited = await session.history?.edited(documents.map(({ source }) => source.path));
  const partly = documents.filter(({ source }) => edited?.has(source.path)).map(({ shown }) => shown);
  if (partly.length > 0) {
    throw new BlockersError(
      "input",
      `${partly.join(", ")}: differs on disk from what is staged, so nothing was fixed`,
      ["Stage the rest or put it aside (git stash --keep-index), and run again."],
    );
  }
  const disk = { ...session, paths: { ...session.paths, fs: session.world.fs } };
  return Promise.all(documents.map(({ file, shown }) => readDocument(disk, file ?? shown)));
}

/** As seen from where we are. */
function nameOf({ paths: { cwd } }: Session, { absolute }: Candidate): string {
  return relative(cwd, absolute);
}

function countReports(
  session: Session,
  others: readonly Candidate[],
  texts: ReadonlyMap<string, string>,
  chosen: readonly Chosen[],
): number {
  const known = new Set(chosen.map(({ document }) => document.source.path));
  const rest = others.filter(({ path }) => {
    const text = texts.get(path);
    return !known.has(path) && text !== undefined && (session.selects !== undefined || looksLikeReport(text, path));
  });
  return chosen.length + rest.length;
}

function tellWhy(session: Session, { how }: Kept, chosen: readonly Chosen[]): void {
  const why = chosen.map(({ document: { shown }, names }) =>
    names === undefined ? `${shown} (${how})` : `${shown} (names ${names})`,
  );
  note(session.world, `selected: ${why.length === 0 ? "nothing" : why.join(", ")}`);
}
