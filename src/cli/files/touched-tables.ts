import { join, resolve } from "node:path";
import { matchGlobs } from "../../config/globs.js";
import { namesMarker } from "../../parse/names-marker.js";
import { readReport } from "../guard/read-report.js";
import type { Session } from "../run/session.js";
import { readIfLeft } from "./find-reports.js";
import { MARKDOWN } from "./markdown-endings.js";
import { below } from "./places.js";
import { readDocument } from "./read-document.js";

/** A text, and how it is called. */
interface Stored {
  readonly path: string;
  readonly typed: string;
  readonly text: string;
}

/**
 * The files in which a table stands that is made from a file that changed, and which: a table does not name a report that is
 * new. `all` are the paths that there are or were, `changedOf` tells which of some changed.
 */
export async function touchedTables(
  session: Session,
  files: readonly Stored[],
  all: ReadonlySet<string>,
  changedOf: (paths: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const known = new Map<string, string | undefined>();
  for (const { path, typed, text } of files) {
    if (!namesMarker(text)) continue;
    for (const id of await tableIds(session, typed)) {
      if (!known.has(id)) known.set(id, await firstChanged(sourcesOf(session, id, all), changedOf));
      const source = known.get(id);
      if (source !== undefined && source !== path) found.set(path, source);
    }
  }
  return found;
}

/** The IDs of the tables in a file; none where it may not be read, which is said where it is checked. */
async function tableIds(session: Session, typed: string): Promise<readonly string[]> {
  const read = readDocument(session, typed).then((document) => readReport(session, document).generated);
  const blocks = await readIfLeft(session, resolve(session.paths.cwd, typed), read);
  return (blocks ?? []).map(({ id }) => id);
}

function sourcesOf(session: Session, id: string, all: ReadonlySet<string>): readonly string[] {
  const { settings, paths } = session;
  const globs = new Map(Object.entries(settings.config.tables ?? {})).get(id)?.reports;
  if (globs === undefined) return [];
  const matches = matchGlobs(globs);
  return [...all].filter((path) => {
    const file = join(paths.checkout ?? "", path);
    return MARKDOWN.test(path) && !session.ignores(file) && matches(below(settings.directory, file) ?? "");
  });
}

async function firstChanged(
  sources: readonly string[],
  changedOf: (paths: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<string | undefined> {
  if (sources.length === 0) return undefined;
  const changed = await changedOf(sources);
  return sources.find((path) => changed.has(path));
}
