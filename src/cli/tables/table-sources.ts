import { relative } from "node:path";
import { matchGlobs } from "../../config/globs.js";
import { BlockersError } from "../../errors.js";
import type { Report } from "../../model/report.js";
import type { TableLayout } from "../../model/tables.js";
import type { TableSettings, TablesById } from "../../readiness/table-states.js";
import { templateFault } from "../../readiness/template-fault.js";
import { isRefusal, leadsElsewhere, listFolder } from "../files/find-reports.js";
import { MARKDOWN } from "../files/markdown-endings.js";
import { below, repositoryPath } from "../files/places.js";
import { readDocument } from "../files/read-document.js";
import { readReport } from "../guard/read-report.js";
import { note } from "../notices.js";
import type { Session } from "../run/session.js";

/** What is needed to say whether the tables of a run are current. */
export interface TablesOfRun {
  readonly tables: TablesById;
  /** Reports that tables are made from, and that nobody asked to check. */
  readonly besides: readonly Report[];
}

/**
 * What the configuration says of the tables that stand in these reports, and what further reports they are made from; one
 * that cannot be read is left out. Raises a config error for a template that cannot be used.
 */
export async function tablesIn(session: Session, reports: readonly Report[]): Promise<TablesOfRun> {
  const standing = new Set(reports.flatMap(({ generated }) => generated.map(({ id }) => id)));
  const tables = new Map<string, TableSettings>();
  const besides = new Map<string, Report>();
  const known = new Set(reports.map(({ source }) => source.path));
  for (const id of standing) {
    const layout = layoutOf(session, id);
    const sources = layout.reports && (await documentsAt(session, await matchReports(session, layout.reports)));
    tables.set(id, { layout, sources: sources?.map(({ path }) => path) });
    for (const { path, read } of sources ?? []) {
      const report = known.has(path) || besides.has(path) ? undefined : await read();
      if (report) besides.set(path, report);
    }
  }
  return { tables, besides: [...besides.values()] };
}

/** The configured layout of the table with that ID. Raises a config error for a template that cannot be used. */
export function layoutOf(session: Session, id: string): TableLayout {
  const { config, shown = "" } = session.settings;
  // An ID is any word, "constructor" too.
  const layout = new Map(Object.entries(config.tables ?? {})).get(id) ?? {};
  const fault = layout.template === undefined ? undefined : templateFault(layout.template);
  if (fault === undefined) return layout;
  throw new BlockersError("config", `${shown}: the template of the table "${id}": ${fault}`);
}

/** The markdown files that globs of the configuration match, by their absolute paths, sorted. */
export async function matchReports(session: Session, globs: readonly string[]): Promise<readonly string[]> {
  const { directory } = session.settings;
  const { checkout, fs } = session.paths;
  const matches = matchGlobs(globs);
  const notes: string[] = [];
  const listed = await listFolder(session, directory, notes);
  for (const text of notes) note(session.world, text);
  const wanted = listed.filter(
    (path) => MARKDOWN.test(path) && !session.ignores(path) && matches(below(directory, path) ?? ""),
  );
  const found: string[] = [];
  for (const path of wanted.toSorted()) {
    // As for every report that nobody named: no deleted file, and no link that leads out.
    if ((await fs.stat(path))?.kind !== "file") continue;
    if (session.tracked && checkout !== undefined && (await leadsElsewhere(fs, checkout, path))) continue;
    found.push(path);
  }
  return found;
}

/** The files as git knows them, each to be read where it is needed. */
function documentsAt(session: Session, paths: readonly string[]) {
  const { paths: context } = session;
  return Promise.all(
    paths.map(async (path) => {
      const typed = relative(context.cwd, path);
      const read = (): Promise<Report | undefined> =>
        readDocument(session, typed)
          .then((document) => readReport(session, document))
          .catch((error: unknown) => {
            if (isRefusal(error)) return undefined;
            throw error;
          });
      return { path: (await repositoryPath(context, typed)).path, read };
    }),
  );
}
