import { BlockersError } from "../errors.js";
import { type CheckedReport, type CheckOptions, checkReports } from "../lint/check-reports.js";
import type { Report } from "../model/report.js";
import { parseReport } from "../parse/parse-report.js";
import { findReports } from "./find-reports.js";
import { complainOf, note } from "./notices.js";
import { type Document, readStdin, STDIN_NAME } from "./read-document.js";
import type { Session } from "./session.js";

/** What to read: paths, or standard input. */
export interface Wanted {
  readonly paths: readonly string[];
  /** `--stdin-filename`, which is only for `-`. */
  readonly stdinFilename?: string | undefined;
}

/** Everything that could be found out, each file under the name it has on screen. */
export interface Gathered {
  readonly checked: readonly CheckedReport[];
  /** Something that was asked for could not be read; stderr says what. */
  readonly failed: boolean;
}

/** Reads and checks what the arguments name. What goes wrong with one file is said on stderr, and ends no other. */
export async function gather(
  session: Session,
  wanted: Wanted,
  options: Omit<CheckOptions, "history" | "asOf" | "pathPrefixes" | "refs">,
): Promise<Gathered> {
  const { documents, failures } = await read(session, wanted);
  const errors = [...failures];
  const parsed = new Map<Report, Document>();
  for (const document of documents) {
    try {
      parsed.set(parseReport(document.source), document);
    } catch (cause) {
      errors.push(
        cause instanceof BlockersError
          ? new BlockersError(cause.kind, `${document.shown} ${cause.message}`, cause.hints, { cause })
          : new BlockersError("internal", document.shown, [], { cause }),
      );
    }
  }
  for (const error of errors) complainOf(session.world, error, session.debug);
  const checked = await checkAll(session, parsed, options);
  return { checked: checked.map((one) => underShownName(one, parsed)), failed: errors.length > 0 };
}

async function checkAll(
  session: Session,
  parsed: ReadonlyMap<Report, Document>,
  options: CheckOptions,
): Promise<readonly CheckedReport[]> {
  const { history, asOf, world } = session;
  const { pathPrefixes = [], refs } = session.settings.config;
  const reports = [...parsed.keys()];
  const [own, foreign] = [false, true].map((wanted) => reports.filter((one) => parsed.get(one)?.foreign === wanted));
  const git = history === undefined ? {} : { history, ...(asOf === undefined ? {} : { asOf }) };
  const checked = [
    ...(await checkReports(own ?? [], { ...options, ...git, pathPrefixes, refs })),
    ...(await checkReports(foreign ?? [], { ...options, pathPrefixes })),
  ];
  for (const report of history === undefined ? [] : (foreign ?? [])) {
    const name = parsed.get(report)?.shown ?? report.source.path;
    note(world, `${name}: lies outside this repository, and is not compared with git; --repo names its repository`);
  }
  return checked.toSorted((a, b) => reports.indexOf(a.report) - reports.indexOf(b.report));
}

async function read(
  session: Session,
  { paths, stdinFilename }: Wanted,
): Promise<{ readonly documents: readonly Document[]; readonly failures: readonly BlockersError[] }> {
  if (!paths.includes("-")) {
    const { documents, failures, notes } = await findReports(session, paths);
    for (const text of notes) note(session.world, text);
    return { documents, failures };
  }
  if (session.world.stdin.isTTY) note(session.world, "reading the report from the terminal; Ctrl-D ends it");
  try {
    return { documents: [await readStdin(session, stdinFilename)], failures: [] };
  } catch (error) {
    if (!(error instanceof BlockersError)) throw error;
    const name = stdinFilename ?? STDIN_NAME;
    const message = error.message.startsWith(name) ? error.message : `${name}: ${error.message}`;
    return { documents: [], failures: [new BlockersError(error.kind, message, error.hints, { cause: error })] };
  }
}

function underShownName(checked: CheckedReport, parsed: ReadonlyMap<Report, Document>): CheckedReport {
  const path = parsed.get(checked.report)?.shown ?? checked.result.path;
  return { ...checked, result: { ...checked.result, path }, readiness: { ...checked.readiness, path } };
}
