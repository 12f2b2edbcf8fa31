import type { CommitFact, Moment, Survey, SurveyQuery } from "../model/history.js";
import { isPlainPath } from "../model/path-bytes.js";
import type { ChangeReader, ChangesById } from "./change-reader.js";
import { type Citation, completeCommit, hasWholeDiff, plainCommit, resolveCitation } from "./commits.js";
import { MAX_PATHSPECS } from "./limits.js";
import type { ObjectReader } from "./object-reader.js";
import type { CommitRecord } from "./parse-commit.js";
import { parseTree } from "./parse-tree.js";
import type { Repository } from "./repository.js";
import { requireCommit } from "./revisions.js";
import { findWriters, followMoves, maybeMoves, type Writers } from "./writers.js";

/** What a survey is made with; each is asked once. */
export interface SurveyTools {
  readonly reader: ObjectReader;
  readonly readChanges: ChangeReader;
  head(): Promise<CommitRecord | undefined>;
  /** What history calls a file that is staged under a new name. */
  formerNames(): Promise<(path: string) => string>;
  /** The moment all reports share. */
  present(asOf: CommitRecord | undefined): Promise<Moment | undefined>;
  momentOf(kind: Moment["kind"], commit: CommitRecord | undefined): Promise<Moment | undefined>;
  /** The commits of the configured refs. Raises a config error. */
  configured(refs: readonly string[]): Promise<readonly CommitRecord[]>;
}

/** Resolves the reports' moments and the cited commits. Raises usage, config and git errors. */
export async function surveyHistory(repository: Repository, query: SurveyQuery, tools: SurveyTools): Promise<Survey> {
  const { reports, commits, refs = [] } = query;
  const { reader, momentOf } = tools;
  const asOf = query.asOf === undefined ? undefined : await requireCommit(reader, query.asOf);
  const start = asOf ?? (await tools.head());
  const formerly = await tools.formerNames();
  const [citations, touched, now, named] = await Promise.all([
    Promise.all(commits.map(async (hex) => [hex, await resolveCitation(repository, reader, hex)] as const)),
    writersOf(repository, reader, start, reports.map(formerly)),
    tools.present(asOf),
    tools.configured(refs).then((found) => Promise.all(found.map((commit) => momentOf("ref", commit)))),
  ]);
  const compared = new Set(commitsToCompare(repository, query, citations));
  // Together, so that git is started once for both.
  const changes = await tools.readChanges([...compared, ...maybeMoves(repository, touched)]);
  const writers = await followMoves(repository, reader, touched, tools.readChanges);
  // Where objects are missing, a commit that cannot be compared is not said to have written anything.
  const told = repository.partial
    ? await tools.readChanges([...writers.values()].map(({ commit }) => commit))
    : undefined;
  const moments = await Promise.all(
    reports.map(async (report) => {
      const written = await momentOf("report", writers.get(formerly(report))?.commit);
      const repeated = written !== undefined && written.commit === now?.commit;
      const others = named.filter((m) => m?.commit !== written?.commit && m?.commit !== now?.commit);
      return [report, [repeated ? undefined : written, now, ...others].filter(isPresent)] as const;
    }),
  );
  return {
    repository: {
      state: "present",
      bare: repository.top === undefined,
      shallow: repository.shallow,
      partial: repository.partial,
      unborn: (await tools.head()) === undefined,
      name: repository.name,
    },
    commits: new Map(citations.map(([hex, citation]) => [hex, toFact(repository, citation, compared, changes)])),
    moments: new Map(moments),
    lastChanges: new Map(
      reports.flatMap((report) => {
        const commit = writers.get(formerly(report))?.commit;
        return commit === undefined || told?.has(commit.id) === false ? [] : [[report, plainCommit(commit)] as const];
      }),
    ),
  };
}

/** The walk to a report that was never committed would be one through all of the history, and find nothing. */
async function writersOf(
  repository: Repository,
  reader: ObjectReader,
  start: CommitRecord | undefined,
  reports: readonly string[],
): Promise<Writers> {
  if (start === undefined) return new Map();
  // A walk that is about more paths is not guided by them, and also finds what was deleted.
  const few = reports.length <= MAX_PATHSPECS && reports.every(isPlainPath);
  const absent = few && (await Promise.all(reports.map((report) => isAbsent(reader, start.tree, report))));
  if (absent && !absent.includes(false)) return new Map();
  return findWriters(repository, reader, [start.id], reports);
}

/** Whether a tree has no such path; false also where that cannot be told. */
async function isAbsent(reader: ObjectReader, tree: string, path: string): Promise<boolean> {
  let folder = tree;
  for (const name of path.split("/")) {
    const answer = await reader.read(folder);
    if (answer.state !== "found" || answer.content === undefined) return false;
    const entry =
      answer.type === "tree" ? parseTree(answer.content, folder.length / 2).find((e) => e.name === name) : undefined;
    if (entry === undefined) return true;
    folder = entry.id;
  }
  return false;
}

/** The cited commits to compare with their parents: those asked for; where objects may be missing, all. */
function commitsToCompare(
  repository: Repository,
  { commits, compared = commits }: SurveyQuery,
  citations: readonly (readonly [string, Citation])[],
): readonly CommitRecord[] {
  const wanted = new Set(repository.partial ? commits : compared);
  return citations.flatMap(([hex, citation]) =>
    isRecord(citation) && wanted.has(hex) && hasWholeDiff(repository, citation) ? [citation] : [],
  );
}

function toFact(
  repository: Repository,
  citation: Citation,
  compared: ReadonlySet<CommitRecord>,
  changes: ChangesById,
): CommitFact {
  if (!isRecord(citation)) return citation;
  const found = changes.get(citation.id);
  if (found !== undefined) return completeCommit(citation, found);
  return hasWholeDiff(repository, citation) && !compared.has(citation) ? plainCommit(citation) : { state: "unknown" };
}

function isRecord(citation: Citation): citation is CommitRecord {
  return !("state" in citation);
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
