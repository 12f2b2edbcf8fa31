import { BlockersError } from "../errors.js";
import type { FileChange, FileState, FoundCommit, Moment, Places, Survey } from "../model/history.js";
import type { TextUnit } from "../model/report.js";
import type { Tolerances } from "../model/tolerances.js";

/** What git said, as the judges of git claims see it. */
export interface GitContext {
  readonly survey: Survey;
  /** Where cited commits and branches stand in the history. */
  readonly places: Places;
  /** When this report speaks, apart from cited commits. */
  readonly moments: readonly Moment[];
  /** Every commit that the report cites, as written. */
  readonly cited: readonly string[];
  /** The subjects that it gives for them, by id as written. */
  readonly subjects: ReadonlyMap<string, string>;
  readonly reportPath: string;
  /** For a frozen report: the end of its day, in seconds since 1970. What was done later says nothing of it. */
  readonly until: number | undefined;
  /** The day of which a line speaks, YYYY-MM-DD: its section's, where the heading names one, else the report's own. */
  date(unit: TextUnit): string | undefined;
  readonly prefixes: readonly string[];
  readonly tolerances: Tolerances;
  /** The report speaks of several repositories of one owner: a commit that is not here may be in another. */
  readonly namesRepositories: boolean;
  /** Lines of a blob; undefined when it is binary or was not counted. */
  lines(blob: string): number | undefined;
  /** The same without blank lines, and without empty ones, as some tools count. */
  filled(blob: string): readonly number[];
  /** The committed states of a file, newest first. To be asked only where a verdict turns on them. */
  states(path: string): readonly FileState[];
  /** Whether any of these paths existed in the history of the report's moments. */
  existed(paths: readonly string[]): boolean | "unknown";
  /** Whether any of these paths is left out of the repository on purpose (.gitignore). */
  ignored(paths: readonly string[]): boolean;
}

/** The commits of a list of ids that git found. */
export function foundCommits(git: GitContext, ids: readonly string[]): FoundCommit[] {
  const found = ids.map((id) => git.survey.commits.get(id)).filter((c): c is FoundCommit => c?.state === "found");
  return [...new Map(found.map((c) => [c.id, c])).values()];
}

/** What a commit changed. Raises an internal error where `comparedIds` did not have it asked for. */
export function changesOf({ id, changes }: FoundCommit): readonly FileChange[] {
  if (changes === undefined) throw new BlockersError("internal", `the changes of ${shortId(id)} were not asked for`);
  return changes;
}

const CITED = new WeakMap<GitContext["cited"], readonly FoundCommit[]>();

/** The commits that a report cites, as far as git found them. */
export function citedCommits(git: GitContext): readonly FoundCommit[] {
  const commits = CITED.get(git.cited) ?? foundCommits(git, git.cited);
  CITED.set(git.cited, commits);
  return commits;
}

const MISSING = new WeakMap<GitContext["cited"], boolean>();

/** Whether there is none of the commits that a report cites, though it cites several. */
export function lacksAllCited({ cited, survey }: GitContext): boolean {
  const lacks =
    MISSING.get(cited) ?? (cited.length > 1 && cited.every((id) => survey.commits.get(id)?.state === "missing"));
  MISSING.set(cited, lacks);
  return lacks;
}

/** A git command with the shortest unambiguous-looking id. */
export function shortId(id: string): string {
  return id.slice(0, 9);
}

/** The day itself and the next: what was done on a day is often committed the morning after, and zones differ. In seconds. */
const REPORT_DAY = 2 * 86_400;

/** When the report, or the doubtful line in it, was first committed, in seconds since 1970. */
function writtenAt(git: GitContext): number | undefined {
  const times = git.moments.flatMap((m) => (m.kind === "report" && m.time !== undefined ? [m.time] : []));
  return times.length === 0 ? undefined : Math.min(...times);
}

/**
 * True when a file was committed between the day that its report names and the commit that brought the report: what it was
 * on that day, on somebody's disk, cannot be known.
 */
export function changedSinceDate(path: string, unit: TextUnit, git: GitContext): boolean {
  const written = writtenAt(git);
  const date = git.date(unit);
  if (date === undefined || written === undefined) return false;
  const end = Date.parse(`${date}T00:00:00Z`) / 1000 + REPORT_DAY;
  return git.states(path).some(({ time }) => time > end && time <= written);
}

/** The state of a file that was committed next after its report: it may have lain on disk already. */
export function nextState(path: string, git: GitContext): FileState | undefined {
  const written = writtenAt(git);
  return written === undefined ? undefined : git.states(path).findLast(({ time }) => time > written);
}
