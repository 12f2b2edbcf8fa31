import { join } from "node:path";
import type { History, LineCount, Moment, ReportVersion } from "../model/history.js";
import { CHANGES_VERSION } from "./change-facts.js";
import { createChangeQueries, type Index, readIndex } from "./change-queries.js";
import { createChangeReader } from "./change-reader.js";
import { resolveRevision } from "./commits.js";
import { comparisonSetting } from "./comparison-setting.js";
import { findDayEnds } from "./day-ends.js";
import { createPathSearch, searchHistory } from "./ever-existed.js";
import { createFactFile, type FactFile } from "./fact-file.js";
import { type FileVersion, findStates, findVersions } from "./last-changes.js";
import { TEXT_CAP } from "./limits.js";
import { commitMoment, indexMoment, worktreeMoment } from "./moments.js";
import { ObjectReader } from "./object-reader.js";
import type { CommitRecord } from "./parse-commit.js";
import { findPlaces } from "./places.js";
import { identityOf, privateFile } from "./private-file.js";
import type { Repository } from "./repository.js";
import { requireCommit, requireRef } from "./revisions.js";
import { STANDING_VERSION } from "./standing.js";
import { surveyHistory } from "./survey.js";
import { decodeText } from "./text.js";
import { createTreeLoader } from "./trees.js";
import { countFileLines, readFileText, readWorktree, type Worktree, worktreePath } from "./worktree.js";

export interface HistoryOptions {
  readonly judged?: "disk" | "index";
  /** Whether facts are kept in the git directory. */
  readonly cache?: boolean | undefined;
}

/** To list the files of a checkout takes longer than to compare fewer commits than this. */
const FEW = 100;

/**
 * Makes the history of a repository that was found; the first question starts git, `close` ends it. What is judged is the
 * files on disk, or those of the index.
 */
export function createGitHistory(
  repository: Repository,
  { judged = "disk", cache = false }: HistoryOptions = {},
): History {
  const reader = new ObjectReader(repository.place);
  const loadTree = createTreeLoader(reader);
  const lineCounts = new Map<string, LineCount | undefined>();
  const factsIn = (name: string, setting: string): FactFile | undefined => {
    // Facts that came along with the repository are somebody else's.
    const store = identityOf(join(repository.commonDir, "objects"));
    if (store === undefined) return undefined;
    return createFactFile(privateFile(repository.commonDir, "blockers", name), `${setting} ${store}`);
  };
  const readChanges = createChangeReader(repository, async (count) => {
    const { top, commonDir, partial } = repository;
    const dear = checkout === undefined && count < FEW;
    if (!cache || judged === "index" || top === undefined || partial || dear) return undefined;
    const setting = comparisonSetting(top, commonDir, (await worktree()).tree);
    return setting === undefined ? undefined : factsIn("changes", `${CHANGES_VERSION} ${setting}`);
  });
  let headCommit: Promise<CommitRecord | undefined> | undefined;
  let checkout: Promise<Worktree> | undefined;
  let indexRead: Promise<Index> | undefined;

  const head = (): Promise<CommitRecord | undefined> => (headCommit ??= resolveRevision(reader, "HEAD"));
  const worktree = (): Promise<Worktree> => (checkout ??= readWorktree(repository));
  const index = (): Promise<Index> =>
    (indexRead ??= head().then((commit) => readIndex(repository, reader, commit?.id)));

  /** What history calls a file that is staged under a new name. */
  const formerNames = async (): Promise<(path: string) => string> => {
    const { renamed } = judged === "index" ? (await index()).changes : { renamed: undefined };
    return (path) => renamed?.get(path) ?? path;
  };

  const momentOf = async (kind: Moment["kind"], commit: CommitRecord | undefined): Promise<Moment | undefined> => {
    const tree = commit === undefined ? undefined : await loadTree(commit.tree);
    return commit === undefined || tree === undefined ? undefined : commitMoment(kind, commit, tree);
  };

  /** The moment all reports share: `--as-of`, the checkout, or HEAD where there is no checkout. */
  const present = async (asOf: CommitRecord | undefined): Promise<Moment | undefined> => {
    if (asOf !== undefined) return momentOf("as-of", asOf);
    if (judged === "index") return indexMoment((await index()).tree);
    if (repository.top !== undefined) return worktreeMoment((await worktree()).tree);
    return momentOf("head", await head());
  };

  const configured = (refs: readonly string[]): Promise<CommitRecord[]> =>
    Promise.all(refs.map((ref) => requireRef(reader, ref)));

  const survey: History["survey"] = (query) =>
    surveyHistory(repository, query, { reader, readChanges, head, formerNames, present, momentOf, configured });

  const places: History["places"] = async ({ asOf, refs = [], ...query }) => {
    const start = asOf === undefined ? await head() : await requireCommit(reader, asOf);
    const ids = (await configured(refs)).map(({ id }) => id);
    const standing = cache && !repository.partial ? factsIn("standing", STANDING_VERSION) : undefined;
    const at = { start: start?.id, head: asOf === undefined ? start?.id : undefined, refs: ids };
    return findPlaces(repository, { ...query, ...at }, { readChanges, standing });
  };

  const dayEnds: History["dayEnds"] = async (days, from) => {
    const start = from === undefined ? await head() : await requireCommit(reader, from);
    const ends = start === undefined ? [] : [...(await findDayEnds(repository, start.id, days))];
    const moments = ends.map(
      async ([day, id]) => [day, await momentOf("day", await resolveRevision(reader, id))] as const,
    );
    return new Map((await Promise.all(moments)).flatMap(([day, moment]) => (moment ? [[day, moment] as const] : [])));
  };

  const countOne = async (blob: string): Promise<LineCount | undefined> => {
    const path = worktreePath(blob);
    if (path !== undefined) return repository.top === undefined ? undefined : countFileLines(repository.top, path);
    const answer = await reader.count(blob);
    return answer.state === "found" && answer.type === "blob" ? answer.lines : undefined;
  };

  const countLines: History["countLines"] = async (blobs) => {
    const open = [...new Set(blobs)].filter((blob) => !lineCounts.has(blob));
    const counts = await Promise.all(open.map(async (blob) => [blob, await countOne(blob)] as const));
    for (const [blob, lines] of counts) lineCounts.set(blob, lines);
    return new Map(
      blobs.flatMap((blob) => {
        const lines = lineCounts.get(blob);
        return lines === undefined ? [] : [[blob, lines] as const];
      }),
    );
  };

  const readOne = async (blob: string): Promise<string | undefined> => {
    const path = worktreePath(blob);
    if (path !== undefined) return repository.top === undefined ? undefined : readFileText(repository.top, path);
    const answer = await reader.read(blob, TEXT_CAP);
    if (answer.state !== "found" || answer.type !== "blob" || answer.content === undefined) return undefined;
    return decodeText(answer.content);
  };

  const readTexts: History["readTexts"] = async (blobs) => {
    const texts = await Promise.all([...new Set(blobs)].map(async (blob) => [blob, await readOne(blob)] as const));
    return new Map(texts.flatMap(([blob, text]) => (text === undefined ? [] : [[blob, text] as const])));
  };

  const everExisted: History["everExisted"] = async (paths, commits) => {
    const search = createPathSearch(paths);
    const revisions = commits.length === 0 ? ["HEAD"] : [...new Set(commits)];
    const resolved = await Promise.all(revisions.map((revision) => resolveRevision(reader, revision)));
    const starts = resolved.filter(isPresent);
    for (const tree of await Promise.all(starts.map((commit) => loadTree(commit.tree)))) {
      for (const path of tree?.files.keys() ?? []) search.see(path);
    }
    if (search.missing().length === 0) return search.found();
    if (starts.length < revisions.length || starts.length === 0) return "unknown";
    const whole = await searchHistory(
      repository,
      search,
      starts.map((commit) => commit.id),
    );
    return whole ? search.found() : "unknown";
  };

  const versions: History["versions"] = async (reports, from, limit) => {
    const start = from === undefined ? await head() : await requireCommit(reader, from);
    const formerly = await formerNames();
    const names = reports.map(formerly);
    const states = start === undefined ? undefined : await findVersions(repository, start.id, names, limit);
    const readVersion = async ({ commit, blob }: FileVersion): Promise<ReportVersion | undefined> => {
      const [answer, record] = await Promise.all([reader.read(blob), resolveRevision(reader, commit)]);
      const moment = await momentOf("report", record);
      if (answer.state !== "found" || answer.content === undefined || moment === undefined) return undefined;
      return { commit, text: answer.content.toString("utf8"), moment };
    };
    const read = reports.map(async (report) => {
      const found = await Promise.all((states?.get(formerly(report)) ?? []).map(readVersion));
      return [report, found.filter(isPresent)] as const;
    });
    return new Map(await Promise.all(read));
  };

  const states: History["states"] = async (paths) => {
    const start = await head();
    return start === undefined || paths.length === 0 ? new Map() : findStates(repository, start.id, paths);
  };

  const trackedFiles: History["trackedFiles"] = async () => {
    if (judged === "index") return [...(await index()).snapshot.files.keys()].sort();
    if (repository.top !== undefined) return (await worktree()).tracked;
    const moment = await momentOf("head", await head());
    return [...(moment?.tree.files.keys() ?? [])].sort();
  };

  const begin: History["begin"] = async (asOf) => {
    const needed = asOf === undefined ? [head(), present(undefined)] : [requireCommit(reader, asOf)];
    // Whoever asks for these hears of an error; where nobody does, it is none.
    for (const one of needed) one.catch(() => undefined);
    if (asOf !== undefined) await needed[0];
    return { state: "present", bare: repository.top === undefined };
  };

  return {
    begin,
    survey,
    places,
    dayEnds,
    countLines,
    readTexts,
    everExisted,
    versions,
    states,
    trackedFiles,
    ...createChangeQueries(repository, reader, { head, worktree, index }),
    close: () => reader.close(),
  };
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
