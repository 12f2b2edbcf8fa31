import type { FoundCommit, Moment, Places, Survey } from "../model/history.js";

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
  readonly prefixes: readonly string[];
  /** Lines of a blob; undefined when it is binary or was not counted. */
  lines(blob: string): number | undefined;
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

/** A git command with the shortest unambiguous-looking id. */
export function shortId(id: string): string {
  return id.slice(0, 9);
}
