import { resolve } from "node:path";
import type { LoadedConfig } from "../../config/config.js";
import { matchGlobs } from "../../config/globs.js";
import { dayInFileName } from "../../lex/dates.js";
import { below, STDIN_NAME } from "./places.js";
import type { Document } from "./read-document.js";

/** What tells whether a report is frozen: what it is called. */
export type Archived = Pick<Document, "shown"> & { readonly source: Pick<Document["source"], "path"> };

/** A folder of reports that are done with. */
const FOLDER = /^archive[ds]?$/i;

/**
 * Tells which reports are frozen: those that the configuration's `archive` matches; where it says nothing, those in a folder
 * called archive, archives or archived, and those with a full date in their file name.
 */
export function frozenReports({ config, directory }: LoadedConfig, cwd: string): (report: Archived) => boolean {
  const { archive } = config;
  if (archive === undefined) return looksFrozen;
  const matches = matchGlobs(archive);
  return ({ shown }) => shown !== STDIN_NAME && matches(below(directory, resolve(cwd, shown)) ?? "");
}

function looksFrozen({ source: { path } }: Archived): boolean {
  const folders = path.split("/").slice(0, -1);
  // Where somebody keeps their repositories says nothing of the reports in them.
  const isAbsolute = /^(?:[A-Za-z]:)?\//.test(path);
  return dayInFileName(path) !== undefined || (!isAbsolute && folders.some((name) => FOLDER.test(name)));
}

/** Where to look for how that is decided. */
const SETTING = 'see "archive" in the configuration';

/** So many are called by their names. */
const NAMED = 5;

/** What is said of reports that are not rewritten; undefined for none. */
export function frozenNote(names: readonly string[]): string | undefined {
  const [first, ...more] = names;
  if (first === undefined) return undefined;
  if (more.length === 0) return `${first}: not rewritten, as it is a dated or archived report (${SETTING})`;
  const others = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
  const some = `${names.slice(0, NAMED).join(", ")}${others}`;
  return `${names.length} reports are not rewritten, as they are dated or archived (${SETTING}): ${some}`;
}
