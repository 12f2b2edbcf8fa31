import type { Places, PlacesQuery } from "../model/history.js";
import { findBranches } from "./branches.js";
import type { ChangeReader } from "./change-reader.js";
import type { FactFile } from "./fact-file.js";
import type { Repository } from "./repository.js";
import { takenBack } from "./reverts.js";
import { requireSound, runGit } from "./run.js";
import { findReverts, findStanding } from "./standing.js";
import { findSuccessors } from "./successors.js";

/** Full ids of the revisions of a query. */
export interface ResolvedPlaces extends Omit<PlacesQuery, "asOf" | "refs"> {
  /** Where reverts are looked for from; undefined before the first commit. */
  readonly start: string | undefined;
  /** The same where that is HEAD. */
  readonly head: string | undefined;
  /** The configured refs; empty for all. */
  readonly refs: readonly string[];
}

/** What places are found with. */
export interface PlacesTools {
  readonly readChanges: ChangeReader;
  /** What former runs have found below a tip. */
  readonly standing: FactFile | undefined;
}

/** Answers where commits and branches stand. In a shallow clone nothing is said of what may have been cut off. */
export async function findPlaces(
  repository: Repository,
  query: ResolvedPlaces,
  { readChanges, standing }: PlacesTools,
): Promise<Places> {
  const [{ reachable, reverts }, branches] = await Promise.all([
    placeCommits(repository, query, standing),
    findBranches(repository, query.branches),
  ]);
  const lost = query.commits.filter(({ id }) => reachable.get(id) === false);
  return {
    reachable,
    reverts,
    branches,
    successors: await findSuccessors(repository, { lost, subjects: query.subjects }, readChanges),
  };
}

async function placeCommits(
  repository: Repository,
  query: ResolvedPlaces,
  facts: FactFile | undefined,
): Promise<Pick<Places, "reachable" | "reverts">> {
  const { commits, head, refs } = query;
  if (head === undefined || refs.length > 0 || commits.length === 0 || repository.shallow) {
    const [reachable, reverts] = await Promise.all([
      findReachable(repository, query),
      findReverts(repository, query.start, commits),
    ]);
    return { reachable, reverts };
  }
  const standing = await findStanding(repository, head, commits, facts);
  // Where clocks are wrong, a commit may lie behind one that is older by its date: that it is lost has to be certain.
  const unseen = commits.filter(({ id }) => !standing.reachable.has(id));
  const others = await findReachable(repository, { ...query, commits: unseen });
  return {
    reachable: new Map(
      commits.flatMap(({ id }) => {
        const reached = standing.reachable.has(id) || others.get(id);
        return reached === undefined ? [] : [[id, reached] as const];
      }),
    ),
    reverts: takenBack(standing.reverts, commits),
  };
}

/** One walk over what the refs do not contain, which is nothing as a rule. */
async function findReachable(
  repository: Repository,
  { commits, refs }: ResolvedPlaces,
): Promise<ReadonlyMap<string, boolean>> {
  const { place, shallow } = repository;
  if (commits.length === 0 || shallow) return new Map();
  const input = [...commits.map(({ id }) => id), ...refs.map((id) => `^${id}`)].map((line) => `${line}\n`).join("");
  const end = await runGit(place, ["rev-list", "--stdin", ...(refs.length === 0 ? ["--not", "--all"] : [])], input);
  requireSound(repository, "tell which commits are on a branch", end);
  if (end.outcome !== "ended" || end.code !== 0) return new Map();
  const outside = new Set(end.stdout.toString("latin1").split("\n"));
  return new Map(commits.map(({ id }) => [id, !outside.has(id)]));
}
