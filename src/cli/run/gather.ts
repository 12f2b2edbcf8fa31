import { resolve } from "node:path";
import { measuresOf } from "../../config/measures.js";
import { BlockersError } from "../../errors.js";
import { type CheckedReport, type CheckOptions, checkReports } from "../../lint/check-reports.js";
import type { RuleChoice } from "../../lint/lint-report.js";
import type { During } from "../../model/progress.js";
import type { Report } from "../../model/report.js";
import { type Found, findReports } from "../files/find-reports.js";
import { STDIN_NAME } from "../files/places.js";
import { type Document, readStdin } from "../files/read-document.js";
import { selectChanged } from "../files/select-changed.js";
import type { Selection } from "../files/selection.js";
import { duringOf } from "../guard/during.js";
import { readReport, requireRoom } from "../guard/read-report.js";
import { StartOver } from "../guard/start-over.js";
import { complainOf, note } from "../notices.js";
import { tablesIn } from "../tables/table-sources.js";
import { apartFromFaults } from "./faults.js";
import type { Session } from "./session.js";

/** What to read: paths, or standard input. */
export interface Wanted {
  readonly paths: readonly string[];
  /** `--stdin-filename`, which is only for `-`. */
  readonly stdinFilename?: string | undefined;
  /** The paths came from a list, so that none of them stands for no file, and not for all below here. */
  readonly listed?: boolean | undefined;
  /** `--pass-on-no-files`: where there is no report, that is no error. */
  readonly passOnNoFiles?: boolean | undefined;
  /** Whether generated tables are held against what they are made from, which may have to be read, too. */
  readonly tables?: true;
  /** Whether the files will be written. */
  readonly rewrite?: boolean;
}

/** Everything that could be found out, each file under the name it has on screen. */
export interface Gathered {
  readonly checked: readonly CheckedReport[];
  /** Checks other versions of these reports, while the `others` are as they are. */
  readonly recheck: (reports: readonly Report[], others: readonly Report[]) => Promise<readonly CheckedReport[]>;
  /** Something that was asked for could not be read; stderr says what. */
  readonly failed: boolean;
  /** Where each report was read from. */
  readonly documents: ReadonlyMap<Report, Document>;
  /** Where the run is kept to what changed: how many reports that are. */
  readonly selection: Selection | undefined;
}

/** Reads and checks what the arguments name. What goes wrong with one file is said on stderr, and ends no other. */
export async function gather(session: Session, wanted: Wanted, choice: RuleChoice): Promise<Gathered> {
  const { documents, failures, selection } = await read(session, wanted);
  requireRoom(session, documents);
  const errors = [...failures];
  const parsed = new Map<Report, Document>();
  const progress = session.world.progress?.tell;
  for (const [at, document] of documents.entries()) {
    progress?.(at, documents.length, "reports read");
    try {
      parsed.set(readReport(session, document), document);
    } catch (cause) {
      if (cause instanceof StartOver) throw cause;
      errors.push(
        cause instanceof BlockersError
          ? new BlockersError(cause.kind, `${document.shown} ${cause.message}`, cause.hints, { cause })
          : new BlockersError("internal", document.shown, [], { cause }),
      );
    }
  }
  for (const error of errors) complainOf(session.world, error, session.debug);
  noteForeign(session, parsed.values());
  if (choice.inlineConfig === false) noteIgnored(session, [...parsed.keys()]);
  const tables: Pick<CheckOptions, "tables" | "besides"> =
    wanted.tables && parsed.size > 0 ? await tablesIn(session, [...parsed.keys()]) : {};
  const byPath = new Map([...parsed.values()].map((document) => [document.source.path, document]));
  // To be fixed, a report is judged again and again.
  const again = duringOf(session.world.guard, 2);
  const check = (reports: readonly Report[], others: readonly Report[], during: During) =>
    checkAll(session, pairs(reports, byPath), {
      ...choice,
      onProgress: progress,
      during,
      ...tables,
      besides: [...(tables.besides ?? []), ...others],
    });
  const { done, faults } = await apartFromFaults([...parsed.keys()], (reports) => check(reports, [], session.during));
  for (const [report, cause] of faults) {
    const { shown } = parsed.get(report) as Document;
    complainOf(session.world, new BlockersError("internal", shown, [], { cause }), session.debug);
  }
  return {
    checked: done,
    documents: parsed,
    recheck: (reports, others) => check(reports, others, again),
    failed: errors.length + faults.length > 0,
    selection,
  };
}

/** Other versions of reports with what they were once read from. */
function pairs(reports: readonly Report[], documents: ReadonlyMap<string, Document>): ReadonlyMap<Report, Document> {
  const found = reports.map((report) => [report, documents.get(report.source.path)] as const);
  return new Map(found.flatMap(([report, document]) => (document ? [[report, document]] : [])));
}

function noteForeign({ history, world }: Session, documents: Iterable<Document>): void {
  if (history === undefined) return;
  for (const { shown, foreign } of documents)
    if (foreign)
      note(world, `${shown}: lies outside this repository, and is not compared with git; --repo names its repository`);
}

/** Comments that have no say: whoever reads the result should know that there are any. */
function noteIgnored({ world }: Session, reports: readonly Report[]): void {
  const count = reports.reduce((sum, { suppressions }) => sum + suppressions.length, 0);
  if (count === 0) return;
  const comments = count === 1 ? "1 suppression comment is" : `${count} suppression comments are`;
  note(world, `${comments} ignored (--no-inline-config)`);
}

async function checkAll(
  session: Session,
  parsed: ReadonlyMap<Report, Document>,
  options: CheckOptions,
): Promise<readonly CheckedReport[]> {
  if (parsed.size === 0) return [];
  const { history, asOf } = session;
  const { pathPrefixes = [], refs } = session.settings.config;
  const measures = measuresOf(session.settings.config);
  const reports = [...parsed.keys()];
  const [own, foreign] = [false, true].map((wanted) => reports.filter((one) => parsed.get(one)?.foreign === wanted));
  const severities = (report: Report) => session.levelsOf(resolve(session.paths.cwd, parsed.get(report)?.shown ?? ""));
  const frozen = (report: Report): boolean => {
    const document = parsed.get(report);
    return document !== undefined && session.isFrozen(document);
  };
  const judging = { ...options, ...measures, severities, frozen, pathPrefixes };
  const git = history === undefined ? {} : { history, ...(asOf === undefined ? {} : { asOf }) };
  const checked = [
    ...(await checkReports(own ?? [], { ...judging, ...git, refs })),
    ...(await checkReports(foreign ?? [], judging)),
  ];
  const order = new Map(reports.map((report, index) => [report, index]));
  const inOrder = checked.toSorted((a, b) => (order.get(a.report) ?? 0) - (order.get(b.report) ?? 0));
  return inOrder.map((one) => underShownName(one, parsed));
}

async function read(
  session: Session,
  { paths, stdinFilename, listed, passOnNoFiles, rewrite = false }: Wanted,
): Promise<Pick<Found, "documents" | "failures"> & { readonly selection?: Selection | undefined }> {
  if (listed && paths.length === 0) {
    note(session.world, "no file is named, so there is nothing to read");
    return { documents: [], failures: [] };
  }
  if (session.kept) {
    const { notes, ...found } = await selectChanged(session, session.kept, paths, rewrite);
    for (const text of notes) note(session.world, text);
    return found;
  }
  if (!paths.includes("-")) {
    const { documents, failures, notes } = await findReports(session, paths, { passOnNoFiles });
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

/** Raises a usage error where `-` stands beside paths, or a name for it without it. */
export function requireSoundInput(command: string, { paths, stdinFilename }: Wanted): void {
  const stdin = paths.includes("-");
  if (stdin && paths.length > 1) {
    throw new BlockersError("usage", '"-" stands for standard input, and cannot be mixed with paths');
  }
  if (!stdin && stdinFilename !== undefined) {
    throw new BlockersError("usage", '--stdin-filename names what is read from standard input, so it needs "-"', [
      `For example: blockers ${command} --stdin-filename ${stdinFilename} - < ${stdinFilename}`,
    ]);
  }
}
